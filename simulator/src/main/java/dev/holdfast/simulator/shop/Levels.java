package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The levels of all items: each item's in the order in which it was stocked. Reading needs no lock. */
public final class Levels {

    private final ConcurrentHashMap<Long, List<Level>> byItem = new ConcurrentHashMap<>();

    Levels() {}

    public Optional<Level> find(InventoryItemId item, LocationId location) {
        for (Level level : of(item)) {
            if (level.location().equals(location)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** Inactive ones too. */
    public List<Level> of(InventoryItemId item) {
        return byItem.getOrDefault(item.number(), List.of());
    }

    /** Inactive ones too; looks through every item. */
    public Stream<Level> at(LocationId location) {
        return all().filter(level -> level.location().equals(location));
    }

    public Stream<Level> all() {
        return byItem.values().stream().flatMap(List::stream);
    }

    void put(Level level) {
        List<Level> before = of(level.item());
        if (before.size() <= 1
                && (before.isEmpty() || before.getFirst().location().equals(level.location()))) {
            byItem.put(level.item().number(), List.of(level));
            return;
        }
        List<Level> after = new ArrayList<>(before);
        for (int at = 0; at < after.size(); at++) {
            if (after.get(at).location().equals(level.location())) {
                after.set(at, level);
                byItem.put(level.item().number(), List.copyOf(after));
                return;
            }
        }
        after.add(level);
        byItem.put(level.item().number(), List.copyOf(after));
    }

    void remove(InventoryItemId item) {
        byItem.remove(item.number());
    }

    void remove(Level level) {
        List<Level> after = new ArrayList<>(of(level.item()));
        after.removeIf(each -> each.location().equals(level.location()));
        byItem.put(level.item().number(), List.copyOf(after));
    }
}
