package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import java.util.List;
import java.util.Objects;

/** Locations, and the delivery profiles that say which of them ship what together. */
final class LocationFields {
    static final Page.Key<Location> KEY =
            Page.Key.byId(location -> location.id().number());

    private LocationFields() {}

    static void addTo(FieldTable table) {
        table.on("Location", Location.class)
                .id("id", Location::id)
                .value("legacyResourceId", location -> location.id().number())
                .value("name", Location::name)
                .value("isActive", Location::active)
                .value("fulfillsOnlineOrders", Location::fulfillsOnlineOrders)
                .value("shipsInventory", Location::shipsInventory)
                .value("isFulfillmentService", Location::service)
                .value("fulfillmentService", location -> null)
                .value("address", Location::address)
                .value("createdAt", Location::createdAt)
                .value("updatedAt", Location::updatedAt)
                .value("deactivatedAt", location -> Objects.toString(location.deactivatedAt(), null))
                .read(
                        "hasActiveInventory",
                        (location, call) -> call.api().shop().locations().hasActiveInventory(location.id()))
                .read(
                        "hasUnfulfilledOrders",
                        (location, call) -> call.api().shop().locations().hasUnfulfilledOrders(location.id()))
                .read(
                        "inventoryLevels",
                        (location, call) -> Page.of(
                                levels(location, call),
                                Page.Key.byId(level -> level.item().number()),
                                call));
        table.on("LocationAddress", Address.class)
                .value("address1", Address::address1)
                .value("city", Address::city)
                .value("zip", Address::zip)
                .value("provinceCode", Address::provinceCode)
                .value("countryCode", Address::countryCode);
        profiles(table);
    }

    private static List<Level> levels(Location location, Call call) {
        boolean inactiveToo = call.arguments().flag("includeInactive");
        return call.api()
                .shop()
                .inventory()
                .levels()
                .at(location.id())
                .filter(level -> inactiveToo || level.active())
                .toList();
    }

    private static void profiles(FieldTable table) {
        table.on("DeliveryProfile", DeliveryProfile.class)
                .id("id", DeliveryProfile::id)
                .value("name", DeliveryProfile::name)
                .value("default", DeliveryProfile::isDefault)
                .value(
                        "originLocationCount",
                        profile -> profile.groups().stream()
                                .mapToInt(group -> group.locations().size())
                                .sum())
                .read("profileLocationGroups", (profile, call) -> {
                    var wanted = call.arguments().optionalText("locationGroupId");
                    return profile.groups().stream()
                            .filter(group ->
                                    wanted.isEmpty() || group.id().gid().equals(wanted.get()))
                            .map(ProfileGroup::new)
                            .toList();
                });
        table.on("DeliveryProfileLocationGroup", ProfileGroup.class).value("locationGroup", ProfileGroup::group);
        table.on("DeliveryLocationGroup", DeliveryProfile.Group.class)
                .id("id", DeliveryProfile.Group::id)
                .value("locationsCount", group -> group.locations().size())
                .read(
                        "locations",
                        (group, call) -> Page.of(
                                group.locations().stream()
                                        .map(id -> Objects.requireNonNull(
                                                call.api().location(id)))
                                        .toList(),
                                KEY,
                                call));
    }

    /** A group of locations as a part of its profile. */
    private record ProfileGroup(DeliveryProfile.Group group) {}
}
