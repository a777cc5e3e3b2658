package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Quantities;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Changes quantities, each change with its ledger entry; items that are not tracked or are gone are left alone. */
final class Stock {

    private final World world;

    /** Why quantities change, and the documents that say so. */
    record Cause(
            String reason,
            @Nullable String reference,
            @Nullable String ledgerDocument) {

        static Cause of(String reason, String reference) {
            return new Cause(reason, reference, null);
        }
    }

    Stock(World world) {
        this.world = world;
    }

    boolean tracks(InventoryItemId item) {
        return world.tables.items.find(item).map(found -> found.tracked()).orElse(false);
    }

    /** Units that were committed are given back even when the item is no longer tracked. */
    private boolean knows(InventoryItemId item) {
        return world.tables.items.find(item).isPresent();
    }

    /** The level, made when it is missing: what is sold or returned somewhere is counted there. */
    Level level(InventoryItemId item, LocationId location) {
        return world.tables.levels.find(item, location).orElseGet(() -> {
            Instant now = world.now();
            Level made = new Level(item, location, true, Quantities.NONE, now, now);
            world.tables.levels.put(made);
            return made;
        });
    }

    LedgerEntry change(InventoryItemId item, LocationId location, QuantityName name, int delta, Cause cause) {
        Level before = level(item, location);
        Instant now = world.now();
        Level after = before.with(before.quantities().plus(name, delta), now);
        world.change(before, after);
        LedgerEntry entry = new LedgerEntry(
                world.tables.ledger.size() + 1L,
                now,
                item,
                location,
                name,
                delta,
                after.quantities().of(name),
                cause.reason(),
                cause.reference(),
                cause.ledgerDocument());
        world.tables.ledger.add(entry);
        return entry;
    }

    /** Units move between two states of one level. */
    void move(Level level, QuantityName from, QuantityName to, int units, Cause cause) {
        if (units != 0) {
            change(level.item(), level.location(), from, -units, cause);
            change(level.item(), level.location(), to, units, cause);
        }
    }

    /** An order takes units: available to committed. A negative number gives them back. */
    void commit(InventoryItemId item, LocationId location, int units, Cause cause) {
        if (units != 0 && knows(item)) {
            move(level(item, location), QuantityName.AVAILABLE, QuantityName.COMMITTED, units, cause);
        }
    }

    /** Units leave the shop: committed ones, or available ones that never were committed. Negative: they come back. */
    void ship(InventoryItemId item, LocationId location, boolean committed, int units, Cause cause) {
        if (units != 0 && (committed ? knows(item) : tracks(item))) {
            QuantityName from = committed ? QuantityName.COMMITTED : QuantityName.AVAILABLE;
            change(item, location, from, -units, cause);
        }
    }

    /** Units come into the shop and can be sold. */
    void restock(InventoryItemId item, LocationId location, int units, Cause cause) {
        if (units != 0 && tracks(item)) {
            change(item, place(location), QuantityName.AVAILABLE, units, cause);
        }
    }

    /** The location, or where routing looks first when it was deleted meanwhile. */
    LocationId place(LocationId wanted) {
        if (world.tables.locations.find(wanted).isPresent()) {
            return wanted;
        }
        return world.tables
                .locations
                .all()
                .filter(Location::active)
                .min(Comparator.comparingInt(Location::rank))
                .map(Location::id)
                .orElseThrow(() -> new IllegalStateException("A shop has an active location"));
    }
}
