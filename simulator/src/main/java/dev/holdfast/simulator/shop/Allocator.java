package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Allocated;
import dev.holdfast.simulator.shop.Allocation.Mode;
import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.Allocation.TooFew;
import dev.holdfast.simulator.shop.CheckoutResult.Shortage;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Order routing: one location for everything when one has it all, else the first that has a line, else several.
 *
 * <p>What {@code CONTINUE} sells beyond stock goes to the location routing prefers among those that stock it.
 */
final class Allocator {

    private final World world;
    private final Sellable sellable;

    Allocator(World world, Sellable sellable) {
        this.world = world;
        this.sellable = sellable;
    }

    /** What is left of an item at one location while an order is being placed. */
    private static final class Shelf {
        private final LocationId location;
        private int left;

        Shelf(LocationId location, int left) {
            this.location = location;
            this.left = left;
        }
    }

    /** An item's shelves in routing order, and how much of it the order wants. */
    private static final class Stocked {
        private final List<Shelf> shelves = new ArrayList<>();
        private int sellable;
        private int wanted;
    }

    Allocation allocate(List<Wanted> lines, Mode mode) {
        Map<Long, Stocked> items = new HashMap<>();
        List<Shortage> shortages = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Wanted line = lines.get(at);
            Stocked stocked = items.computeIfAbsent(line.variant().item().number(), number -> stocked(line));
            int left = Math.max(0, stocked.sellable - stocked.wanted);
            stocked.wanted += line.quantity();
            if (mode == Mode.OBEY_POLICY && isChecked(line) && left < line.quantity()) {
                shortages.add(new Shortage(at, line.variant().id(), line.quantity(), left));
            }
        }
        if (!shortages.isEmpty()) {
            return new TooFew(shortages);
        }
        LocationId whole = wholeFrom(lines, items);
        List<Parcel> parcels = new ArrayList<>(lines.size());
        for (int at = 0; at < lines.size(); at++) {
            Wanted line = lines.get(at);
            boolean commits = mode != Mode.BYPASS_STOCK && commits(line);
            if (whole != null) {
                parcels.add(new Parcel(at, whole, line.quantity(), commits));
            } else {
                take(stockedOf(items, line), line.quantity(), at, commits, parcels);
            }
        }
        return new Allocated(parcels);
    }

    private Stocked stocked(Wanted line) {
        Stocked stocked = new Stocked();
        List<Sellable.Source> sources = sellable.sources(line.variant());
        stocked.sellable = sellable.total(sources);
        sources.forEach(source -> stocked.shelves.add(new Shelf(source.location(), source.available())));
        if (stocked.shelves.isEmpty()) {
            LocationId somewhere = fallback();
            if (somewhere != null) {
                stocked.shelves.add(new Shelf(somewhere, 0));
            }
        }
        return stocked;
    }

    private boolean isChecked(Wanted line) {
        return line.variant().policy() == InventoryPolicy.DENY
                && world.stock.tracks(line.variant().item())
                && (!line.reservesOnFulfillment() || world.isOn(Switch.RESERVE_ON_FULFILLMENT_IS_CHECKED));
    }

    private boolean commits(Wanted line) {
        return world.stock.tracks(line.variant().item())
                && (!line.reservesOnFulfillment() || world.isOn(Switch.RESERVE_ON_FULFILLMENT_COMMITS_AT_ORDER));
    }

    private @Nullable LocationId wholeFrom(List<Wanted> lines, Map<Long, Stocked> items) {
        for (Shelf candidate : stockedOf(items, lines.getFirst()).shelves) {
            boolean all = true;
            for (Wanted line : lines) {
                all = all && has(stockedOf(items, line), candidate.location, line);
            }
            if (all) {
                return candidate.location;
            }
        }
        return null;
    }

    private boolean has(Stocked stocked, LocationId location, Wanted line) {
        for (Shelf shelf : stocked.shelves) {
            if (shelf.location.equals(location)) {
                return shelf.left >= stocked.wanted
                        || !world.stock.tracks(line.variant().item());
            }
        }
        return false;
    }

    private static void take(Stocked stocked, int units, int line, boolean commits, List<Parcel> parcels) {
        for (Shelf shelf : stocked.shelves) {
            if (shelf.left >= units) {
                shelf.left -= units;
                parcels.add(new Parcel(line, shelf.location, units, commits));
                return;
            }
        }
        Map<LocationId, Integer> parts = new java.util.LinkedHashMap<>();
        int open = units;
        for (Shelf shelf : stocked.shelves) {
            int part = Math.min(open, Math.max(0, shelf.left));
            if (part > 0) {
                shelf.left -= part;
                open -= part;
                parts.put(shelf.location, part);
            }
        }
        if (open > 0) {
            Shelf preferred = stocked.shelves.getFirst();
            preferred.left -= open;
            parts.merge(preferred.location, open, Integer::sum);
        }
        parts.forEach((location, part) -> parcels.add(new Parcel(line, location, part, commits)));
    }

    /** For a variant that is stocked nowhere one sells from: where orders that ignore stock are shipped from. */
    private @Nullable LocationId fallback() {
        return world.tables
                .locations
                .all()
                .filter(place -> place.active() && place.fulfillsOnlineOrders())
                .min(Comparator.comparingInt(Location::rank))
                .map(Location::id)
                .orElse(null);
    }

    private static Stocked stockedOf(Map<Long, Stocked> items, Wanted line) {
        Stocked stocked = items.get(line.variant().item().number());
        if (stocked == null) {
            throw new IllegalStateException("Item " + line.variant().item().number() + " was not looked up");
        }
        return stocked;
    }
}
