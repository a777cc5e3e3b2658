package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.DeliveryProfiles;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Id.DeliveryLocationGroupId;
import dev.holdfast.simulator.shop.state.Id.DeliveryProfileId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;

/** Mutations of locations and of the profiles they ship by. */
final class LocationMutations {
    private LocationMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("locationAdd", LocationMutations::add)
                .mutation("locationEdit", LocationMutations::edit)
                .mutation("locationActivate", LocationMutations::activate)
                .mutation("locationDeactivate", LocationMutations::deactivate)
                .mutation("locationDelete", LocationMutations::delete)
                .mutation("deliveryProfileUpdate", LocationMutations::updateProfile);
    }

    private static Payload add(Call call) {
        var input = call.arguments().input("input").only("LocationAddInput", "name", "address", "fulfillsOnlineOrders");
        var result = call.api()
                .shop()
                .locations()
                .add(input.text("name"), address(input.input("address")), input.flag("fulfillsOnlineOrders"));
        return Payload.of(result, location -> Payload.of("location", location));
    }

    private static Address address(Input input) {
        input.only("LocationAddAddressInput", "address1", "city", "zip", "provinceCode", "countryCode");
        return new Address(
                null,
                input.optionalText("address1").orElse(null),
                input.optionalText("city").orElse(null),
                input.optionalText("zip").orElse(null),
                input.optionalText("provinceCode").orElse(null),
                input.text("countryCode"));
    }

    private static Payload edit(Call call) {
        var input = call.arguments().input("input").only("LocationEditInput", "name", "fulfillsOnlineOrders");
        var result = call.api()
                .shop()
                .locations()
                .edit(
                        Ids.of(call.arguments().text("id"), "Location", LocationId::new),
                        input.optionalText("name").orElse(null),
                        input.optionalFlag("fulfillsOnlineOrders").orElse(null));
        return Payload.of(result, location -> Payload.of("location", location));
    }

    private static Payload activate(Call call) {
        return Payload.of(
                call.api().shop().locations().activate(id(call)), location -> Payload.of("location", location));
    }

    private static Payload deactivate(Call call) {
        var destination = call.arguments()
                .optionalText("destinationLocationId")
                .map(id -> Ids.of(id, "Location", LocationId::new))
                .orElse(null);
        return Payload.of(
                call.api().shop().locations().deactivate(id(call), destination),
                location -> Payload.of("location", location));
    }

    private static Payload delete(Call call) {
        return Payload.of(
                call.api().shop().locations().delete(id(call)), gone -> Payload.of("deletedLocationId", gone.gid()));
    }

    private static LocationId id(Call call) {
        return Ids.of(call.arguments().text("locationId"), "Location", LocationId::new);
    }

    private static Payload updateProfile(Call call) {
        var input = call.arguments()
                .input("profile")
                .only(
                        "DeliveryProfileInput",
                        "name",
                        "locationGroupsToCreate",
                        "locationGroupsToUpdate",
                        "locationGroupsToDelete",
                        "variantsToAssociate",
                        "variantsToDissociate");
        var change = new DeliveryProfiles.Change(
                input.optionalText("name").orElse(null),
                input.inputs("locationGroupsToCreate").stream()
                        .map(LocationMutations::newGroup)
                        .toList(),
                input.inputs("locationGroupsToUpdate").stream()
                        .map(LocationMutations::groupChange)
                        .toList(),
                Ids.all(input.texts("locationGroupsToDelete"), "DeliveryLocationGroup", DeliveryLocationGroupId::new),
                Ids.all(input.texts("variantsToAssociate"), "ProductVariant", ProductVariantId::new),
                Ids.all(input.texts("variantsToDissociate"), "ProductVariant", ProductVariantId::new));
        var id = Ids.of(call.arguments().text("id"), "DeliveryProfile", DeliveryProfileId::new);
        return Payload.of(
                call.api().shop().deliveryProfiles().update(id, change), profile -> Payload.of("profile", profile));
    }

    private static DeliveryProfiles.NewGroup newGroup(Input input) {
        input.only("DeliveryProfileLocationGroupInput", "locations");
        return new DeliveryProfiles.NewGroup(
                Ids.all(input.texts("locations"), "Location", LocationId::new), "Standard", 0);
    }

    private static DeliveryProfiles.GroupChange groupChange(Input input) {
        input.only("DeliveryProfileLocationGroupInput", "id", "locationsToAdd", "locationsToRemove");
        return new DeliveryProfiles.GroupChange(
                Ids.of(input.text("id"), "DeliveryLocationGroup", DeliveryLocationGroupId::new),
                Ids.all(input.texts("locationsToAdd"), "Location", LocationId::new),
                Ids.all(input.texts("locationsToRemove"), "Location", LocationId::new),
                null);
    }
}
