package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shop's locations. */
public final class Locations {

    private final World world;
    private final Relocation relocation;

    Locations(World world) {
        this.world = world;
        this.relocation = new Relocation(world);
    }

    public Table<Location> all() {
        return world.tables.locations;
    }

    /** {@code shop.resourceLimits.locationLimit}: active locations the plan allows. */
    public int limit() {
        return world.settings.plan().locationLimit();
    }

    /** Whether any level there is active and has units in any state. */
    public boolean hasActiveInventory(LocationId id) {
        return relocation.hasInventory(id);
    }

    public boolean hasUnfulfilledOrders(LocationId id) {
        return relocation.hasOrders(id);
    }

    /** {@code locationAdd}: last in routing, and in no group of any delivery profile yet. */
    public Result<Location> add(String name, Address address, boolean fulfillsOnlineOrders) {
        return add(name, address, fulfillsOnlineOrders, false);
    }

    /** Somebody who ships for the merchant opens for business: a location that is not the merchant's own. */
    public Result<Location> addService(String name, Address address) {
        return add(name, address, true, true);
    }

    private Result<Location> add(String name, Address address, boolean fulfillsOnlineOrders, boolean service) {
        return world.write(() -> {
            List<UserError> errors = new ArrayList<>();
            if (name.isBlank()) {
                errors.add(UserError.at("input.name", "Add a location name", "BLANK"));
            }
            if (activeNamed(name)) {
                errors.add(UserError.at("input.name", "You already have a location with this name", "TAKEN"));
            }
            if (active() >= limit()) {
                errors.add(UserError.at("input", "Shop has reached its location limit.", "GENERIC_ERROR"));
            }
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            Instant now = world.now();
            int rank =
                    world.tables.locations.all().mapToInt(Location::rank).max().orElse(0) + 1;
            Location made = new Location(
                    new LocationId(world.nextId()),
                    name,
                    address,
                    true,
                    fulfillsOnlineOrders,
                    true,
                    service,
                    rank,
                    now,
                    now,
                    null);
            world.tables.locations.put(made);
            world.emit(Topic.LOCATIONS_CREATE, new Subject.LocationChanged(made));
            return Result.done(made);
        });
    }

    /** {@code locationEdit}; null leaves it. */
    public Result<Location> edit(LocationId id, @Nullable String name, @Nullable Boolean fulfillsOnlineOrders) {
        return world.write(() -> {
            Location before = world.tables.locations.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("id", "Location not found.", "NOT_FOUND"));
            }
            boolean online = fulfillsOnlineOrders == null ? before.fulfillsOnlineOrders() : fulfillsOnlineOrders;
            if (!online && onlyOnline(before)) {
                return Result.refused(UserError.at(
                        "input.fulfillsOnlineOrders",
                        "At least one location must fulfill online orders.",
                        "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT"));
            }
            return Result.done(keep(
                    before.edited(name == null ? before.name() : name, online, world.now()), Topic.LOCATIONS_UPDATE));
        });
    }

    /** Its place in order routing: the lowest is tried first. */
    public Location rank(LocationId id, int rank) {
        return world.write(() -> keep(location(id).withRank(rank, world.now()), Topic.LOCATIONS_UPDATE));
    }

    /** {@code locationActivate}. */
    public Result<Location> activate(LocationId id) {
        return world.write(() -> {
            Location before = world.tables.locations.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("locationId", "Location not found.", "LOCATION_NOT_FOUND"));
            }
            if (before.active()) {
                return Result.done(before);
            }
            if (active() >= limit()) {
                return Result.refused(
                        UserError.at("locationId", "Shop has reached its location limit.", "LOCATION_LIMIT"));
            }
            if (activeNamed(before.name())) {
                return Result.refused(UserError.at(
                        "locationId",
                        "This location currently cannot be activated because there exists an active location with the "
                                + "same name.",
                        "HAS_NON_UNIQUE_NAME"));
            }
            return Result.done(keep(before.withActive(true, world.now()), Topic.LOCATIONS_ACTIVATE));
        });
    }

    /** {@code locationDeactivate}: stock and open fulfillment orders go to the destination. */
    public Result<Location> deactivate(LocationId id, @Nullable LocationId destination) {
        return world.write(() -> {
            Location before = world.tables.locations.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("locationId", "Location not found.", "LOCATION_NOT_FOUND"));
            }
            if (!before.active()) {
                return Result.done(before);
            }
            List<UserError> errors = new ArrayList<>(relocation.refusals(id, destination));
            if (onlyOnline(before)) {
                errors.add(UserError.at(
                        "locationId",
                        "At least one location must fulfill online orders.",
                        "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT"));
            }
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            if (destination != null) {
                relocation.relocate(id, destination);
            }
            return Result.done(keep(before.withActive(false, world.now()), Topic.LOCATIONS_DEACTIVATE));
        });
    }

    /** {@code locationDelete}: only an inactive and empty one. */
    public Result<LocationId> delete(LocationId id) {
        return world.write(() -> {
            Location before = world.tables.locations.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("locationId", "Location not found.", "LOCATION_NOT_FOUND"));
            }
            List<UserError> errors = new ArrayList<>();
            String cannot = "The location cannot be deleted while it ";
            if (before.active()) {
                errors.add(UserError.at("locationId", cannot + "is active.", "LOCATION_IS_ACTIVE"));
            }
            if (hasActiveInventory(id)) {
                errors.add(UserError.at("locationId", cannot + "has inventory.", "LOCATION_HAS_INVENTORY"));
            }
            if (hasUnfulfilledOrders(id)) {
                errors.add(UserError.at("locationId", cannot + "has pending orders.", "LOCATION_HAS_PENDING_ORDERS"));
            }
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            relocation.forget(id);
            world.tables.locations.remove(id);
            world.emit(Topic.LOCATIONS_DELETE, new Subject.Deleted(id));
            return Result.done(id);
        });
    }

    private Location keep(Location location, Topic topic) {
        world.tables.locations.put(location);
        world.emit(topic, new Subject.LocationChanged(location));
        return location;
    }

    private Location location(LocationId id) {
        return world.tables
                .locations
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("No location " + id.number() + " in this shop"));
    }

    private long active() {
        return world.tables.locations.all().filter(Location::active).count();
    }

    private boolean activeNamed(String name) {
        return world.tables
                .locations
                .all()
                .anyMatch(each -> each.active() && each.name().equalsIgnoreCase(name));
    }

    private boolean onlyOnline(Location location) {
        return location.fulfillsOnlineOrders()
                && world.tables
                        .locations
                        .all()
                        .noneMatch(each -> each.active()
                                && each.fulfillsOnlineOrders()
                                && !each.id().equals(location.id()));
    }
}
