package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a variant can be sold from online, and how much of it. */
final class Sellable {

    private final World world;

    /** A level one may sell from, with its place in routing. */
    record Source(LocationId location, int rank, int available) {}

    Sellable(World world) {
        this.world = world;
    }

    DeliveryProfile profileOf(Variant variant) {
        Long own = world.tables.profileOfVariant.get(variant.id().number());
        if (own != null) {
            return world.tables
                    .profiles
                    .find(own)
                    .orElseThrow(() -> new IllegalStateException("No delivery profile " + own));
        }
        return world.tables
                .profiles
                .all()
                .filter(DeliveryProfile::isDefault)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A shop has a default delivery profile"));
    }

    /** Active levels at active locations that ship the variant online, those routing prefers first. */
    List<Source> sources(Variant variant) {
        List<Level> levels = world.tables.levels.of(variant.item());
        DeliveryProfile profile = profileOf(variant);
        List<Source> found = new ArrayList<>(levels.size());
        for (Level level : levels) {
            if (level.active() && profile.groupOf(level.location()).isPresent()) {
                world.tables
                        .locations
                        .find(level.location())
                        .filter(place -> place.active() && place.fulfillsOnlineOrders())
                        .ifPresent(place -> found.add(source(place, level)));
            }
        }
        found.sort(Comparator.comparingInt(Source::rank));
        return found;
    }

    int online(Variant variant) {
        return total(sources(variant));
    }

    int total(List<Source> sources) {
        boolean net = world.isOn(Switch.NEGATIVE_LEVELS_COUNT);
        int sum = 0;
        for (Source source : sources) {
            sum += net ? source.available() : Math.max(0, source.available());
        }
        return sum;
    }

    /** At all active locations, whether they ship online or not. */
    int everywhere(InventoryItemId item) {
        int sum = 0;
        for (Level level : world.tables.levels.of(item)) {
            sum += level.active() ? level.available() : 0;
        }
        return sum;
    }

    private static Source source(Location place, Level level) {
        return new Source(place.id(), place.rank(), level.available());
    }
}
