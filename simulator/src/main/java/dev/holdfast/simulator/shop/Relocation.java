package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Quantities;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the way of giving up a location, and takes it elsewhere. */
final class Relocation {

    private static final String COULD_NOT = "Location could not be deactivated ";

    private final World world;

    Relocation(World world) {
        this.world = world;
    }

    boolean hasInventory(LocationId id) {
        return world.tables
                .levels
                .at(id)
                .anyMatch(level -> level.active() && !level.quantities().equals(Quantities.NONE));
    }

    boolean hasOrders(LocationId id) {
        return !openAt(id).isEmpty();
    }

    List<UserError> refusals(LocationId id, @Nullable LocationId destination) {
        List<UserError> errors = new ArrayList<>();
        if (destination == null) {
            if (hasOrders(id)) {
                errors.add(UserError.at(
                        "locationId", COULD_NOT + "because it has pending orders.", "HAS_FULFILLMENT_ORDERS_ERROR"));
            }
            if (hasInventory(id)) {
                errors.add(UserError.at(
                        "locationId",
                        COULD_NOT + "without specifying where to relocate inventory stocked at the location.",
                        "HAS_ACTIVE_INVENTORY_ERROR"));
            }
        } else if (destination.equals(id)) {
            errors.add(UserError.at(
                    "destinationLocationId",
                    COULD_NOT + "because the destination location cannot be set to the location to be deactivated.",
                    "DESTINATION_LOCATION_IS_THE_SAME_LOCATION"));
        } else if (!world.tables
                .locations
                .find(destination)
                .map(Location::active)
                .orElse(false)) {
            errors.add(UserError.at(
                    "destinationLocationId",
                    COULD_NOT + "because the destination location could be not found or is inactive.",
                    "DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE"));
        }
        if (world.tables.levels.at(id).anyMatch(level -> level.quantities().incoming() != 0)) {
            errors.add(UserError.at(
                    "locationId", COULD_NOT + "because it has incoming inventory.", "HAS_INCOMING_MOVEMENTS_ERROR"));
        }
        return errors;
    }

    void relocate(LocationId from, LocationId to) {
        Stock.Cause cause = new Stock.Cause("movement_updated", from.gid(), null);
        for (Level level : world.tables.levels.at(from).toList()) {
            for (QuantityName name : QuantityName.values()) {
                int units = name.partOfOnHand() ? level.quantities().of(name) : 0;
                if (units != 0) {
                    world.stock.change(level.item(), from, name, -units, cause);
                    world.stock.change(level.item(), to, name, units, cause);
                }
            }
        }
        Instant now = world.now();
        for (FulfillmentOrder open : openAt(from)) {
            FulfillmentOrder moved = open.withLocation(to).withUpdatedAt(now);
            world.tables.fulfillmentOrders.put(moved);
            world.tables.orders.find(moved.order()).ifPresent(world::change);
            world.emit(Topic.FULFILLMENT_ORDERS_MOVED, new Subject.Moved(moved, moved, from, to));
        }
    }

    void forget(LocationId id) {
        world.tables.levels.at(id).toList().forEach(world.tables.levels::remove);
    }

    private List<FulfillmentOrder> openAt(LocationId id) {
        return world.tables
                .fulfillmentOrders
                .all()
                .filter(each -> each.location().equals(id) && each.status().live())
                .toList();
    }
}
