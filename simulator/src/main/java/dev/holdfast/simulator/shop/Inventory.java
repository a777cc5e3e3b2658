package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.AdjustmentGroup;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Quantities;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stocked where, and the mutations that change quantities. */
public final class Inventory {

    private final World world;
    private final QuantityChanges changes;

    /**
     * The quantity a change expects to find.
     *
     * @param given whether the argument was there at all; an explicit null skips the comparison
     */
    public record Expected(boolean given, @Nullable Integer quantity) {

        public static final Expected NOT_GIVEN = new Expected(false, null);
        public static final Expected ANY = new Expected(true, null);

        public static Expected of(int quantity) {
            return new Expected(true, quantity);
        }
    }

    /** {@code inventorySetQuantities}. */
    public record SetQuantities(
            String name, String reason, @Nullable String reference, List<SetQuantities.SetRow> rows) {

        /** What one level is to have. */
        public record SetRow(InventoryItemId item, LocationId location, int quantity, Expected expected) {}

        public SetQuantities {
            rows = List.copyOf(rows);
        }
    }

    /** {@code inventoryAdjustQuantities}. */
    public record AdjustQuantities(
            String name, String reason, @Nullable String reference, List<AdjustQuantities.AdjustRow> rows) {

        /** By how much one level changes. */
        public record AdjustRow(
                InventoryItemId item,
                LocationId location,
                int delta,
                @Nullable String ledgerDocument,
                Expected expected) {}

        public AdjustQuantities {
            rows = List.copyOf(rows);
        }
    }

    /** {@code inventoryMoveQuantities}. */
    public record MoveQuantities(String reason, String reference, List<MoveQuantities.MoveRow> rows) {

        /** Units that change their state. */
        public record MoveRow(InventoryItemId item, int quantity, Side from, Side to) {}

        /** One end of a move. */
        public record Side(
                LocationId location, String name, @Nullable String ledgerDocument, Expected expected) {}

        public MoveQuantities {
            rows = List.copyOf(rows);
        }
    }

    Inventory(World world) {
        this.world = world;
        this.changes = new QuantityChanges(world);
    }

    public Levels levels() {
        return world.tables.levels;
    }

    /** Sets available or on hand; on hand moves available with it. */
    public Result<AdjustmentGroup> set(Caller caller, SetQuantities wanted) {
        return world.write(() -> changes.set(caller, wanted));
    }

    /** Adds to or takes from one state of levels. */
    public Result<AdjustmentGroup> adjust(Caller caller, AdjustQuantities wanted) {
        return world.write(() -> changes.adjust(caller, wanted));
    }

    /** Moves units between two states of a level. */
    public Result<AdjustmentGroup> move(Caller caller, MoveQuantities wanted) {
        return world.write(() -> changes.move(caller, wanted));
    }

    /** {@code inventoryActivate}: stocks an item at a location; a level that was inactive has the quantities it kept. */
    public Result<Level> activate(
            InventoryItemId item, LocationId location, @Nullable Integer available, @Nullable Integer onHand) {
        return world.write(() -> {
            Location place = world.tables.locations.find(location).orElse(null);
            if (world.tables.items.find(item).isEmpty()) {
                return refused("inventoryItemId", "The product couldn't be stocked because the product wasn't found.");
            }
            if (place == null || !place.active()) {
                return refused("locationId", "The product couldn't be stocked because the location wasn't found.");
            }
            Level before = world.tables.levels.find(item, location).orElse(null);
            if (available != null && onHand != null) {
                return refused(
                        "available",
                        "The product couldn't be stocked at " + place.name()
                                + " because not allowed to set available and on_hand quantities at the same time.");
            }
            if (before != null && before.active() && (available != null || onHand != null)) {
                return refused(
                        available != null ? "available" : "onHand",
                        "Not allowed to set " + (available != null ? "available" : "an on_hand")
                                + " quantity when the item is already active at the location.");
            }
            return Result.done(activated(item, location, before, available != null ? available : onHand));
        });
    }

    /** {@code inventoryDeactivate}: the level keeps its quantities and is not sold from. */
    public Result<Level> deactivate(InventoryItemId item, LocationId location) {
        return world.write(() -> {
            String name =
                    world.tables.locations.find(location).map(Location::name).orElse("the location");
            Level level = world.tables
                    .levels
                    .find(item, location)
                    .filter(Level::active)
                    .orElse(null);
            if (level == null) {
                return Result.refused(UserError.of(
                        "The product couldn't be unstocked from " + name + " because it isn't stocked there.", null));
            }
            long active =
                    world.tables.levels.of(item).stream().filter(Level::active).count();
            if (active < 2) {
                return Result.refused(UserError.of(
                        "The product couldn't be unstocked from " + name
                                + " because products need to be stocked at a minimum of 1 location.",
                        null));
            }
            Quantities has = level.quantities();
            if (has.committed() != 0 || has.incoming() != 0 || has.reserved() != 0) {
                return Result.refused(UserError.of(
                        "The product couldn't be unstocked from " + name
                                + " because it has committed, incoming or reserved inventory there.",
                        null));
            }
            Level after = level.withActive(false, world.now());
            world.tables.levels.put(after);
            world.emit(Topic.INVENTORY_LEVELS_DISCONNECT, new Subject.LevelChanged(after));
            return Result.done(after);
        });
    }

    private Level activated(
            InventoryItemId item, LocationId location, @Nullable Level before, @Nullable Integer available) {
        Instant now = world.now();
        boolean wasActive = before != null && before.active();
        Level active = before == null
                ? new Level(item, location, true, Quantities.NONE, now, now)
                : before.withActive(true, wasActive ? before.updatedAt() : now);
        world.tables.levels.put(active);
        if (!wasActive) {
            world.emit(Topic.INVENTORY_LEVELS_CONNECT, new Subject.LevelChanged(active));
        }
        int delta = available == null ? 0 : available - active.available();
        if (delta != 0) {
            Stock.Cause cause = new Stock.Cause("correction", null, null);
            world.stock.change(item, location, QuantityName.AVAILABLE, delta, cause);
        }
        return world.stock.level(item, location);
    }

    private static <T> Result<T> refused(String field, String message) {
        return Result.refused(UserError.at(field, message, null));
    }
}
