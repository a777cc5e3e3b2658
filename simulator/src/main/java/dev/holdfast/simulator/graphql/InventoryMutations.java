package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Inventory;
import dev.holdfast.simulator.shop.Inventory.AdjustQuantities;
import dev.holdfast.simulator.shop.Inventory.MoveQuantities;
import dev.holdfast.simulator.shop.Inventory.SetQuantities;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.state.AdjustmentGroup;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;

/** Mutations of quantities. */
final class InventoryMutations {
    private InventoryMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("inventorySetQuantities", InventoryMutations::set)
                .mutation("inventoryAdjustQuantities", InventoryMutations::adjust)
                .mutation("inventoryMoveQuantities", InventoryMutations::move)
                .mutation("inventoryActivate", InventoryMutations::activate);
    }

    private static Payload set(Call call) {
        var input = call.arguments().input("input");
        var rows = input.inputs("quantities").stream()
                .map(row -> new SetQuantities.SetRow(
                        item(row),
                        location(row),
                        row.number("quantity"),
                        expected(call, row, "InventoryQuantityInput")))
                .toList();
        return group(call.api()
                .shop()
                .inventory()
                .set(
                        call.api().caller(),
                        new SetQuantities(
                                input.text("name"),
                                input.text("reason"),
                                input.optionalText("referenceDocumentUri").orElse(null),
                                rows)));
    }

    private static Payload adjust(Call call) {
        var input = call.arguments().input("input");
        var rows = input.inputs("changes").stream()
                .map(row -> new AdjustQuantities.AdjustRow(
                        item(row),
                        location(row),
                        row.number("delta"),
                        row.optionalText("ledgerDocumentUri").orElse(null),
                        expected(call, row, "InventoryChangeInput")))
                .toList();
        return group(call.api()
                .shop()
                .inventory()
                .adjust(
                        call.api().caller(),
                        new AdjustQuantities(
                                input.text("name"),
                                input.text("reason"),
                                input.optionalText("referenceDocumentUri").orElse(null),
                                rows)));
    }

    private static Payload move(Call call) {
        var input = call.arguments().input("input");
        var rows = input.inputs("changes").stream()
                .map(row -> new MoveQuantities.MoveRow(
                        item(row), row.number("quantity"), side(call, row.input("from")), side(call, row.input("to"))))
                .toList();
        return group(call.api()
                .shop()
                .inventory()
                .move(
                        call.api().caller(),
                        new MoveQuantities(input.text("reason"), input.text("referenceDocumentUri"), rows)));
    }

    private static MoveQuantities.Side side(Call call, Input input) {
        return new MoveQuantities.Side(
                location(input),
                input.text("name"),
                input.optionalText("ledgerDocumentUri").orElse(null),
                expected(call, input, "InventoryMoveQuantityTerminalInput"));
    }

    private static Payload group(Result<AdjustmentGroup> result) {
        return Payload.of(result, group -> Payload.of("inventoryAdjustmentGroup", group));
    }

    private static Payload activate(Call call) {
        var arguments = call.arguments();
        var result = call.api()
                .shop()
                .inventory()
                .activate(
                        item(arguments),
                        location(arguments),
                        arguments.optionalNumber("available").orElse(null),
                        arguments.optionalNumber("onHand").orElse(null));
        return Payload.of(result, level -> Payload.of("inventoryLevel", level));
    }

    private static InventoryItemId item(Input input) {
        return Ids.of(input.text("inventoryItemId"), "InventoryItem", InventoryItemId::new);
    }

    private static LocationId location(Input input) {
        return Ids.of(input.text("locationId"), "Location", LocationId::new);
    }

    /**
     * Since 2026-04 the argument must be there, though the schema lets it be left out; null skips the comparison. How
     * its lack is refused is not documented.
     */
    private static Inventory.Expected expected(Call call, Input input, String type) {
        if (input.has("changeFromQuantity")) {
            return new Inventory.Expected(
                    true, input.optionalNumber("changeFromQuantity").orElse(null));
        }
        if (call.isOn(Switch.MISSING_CHANGE_FROM_IS_A_USER_ERROR)) {
            return Inventory.Expected.NOT_GIVEN;
        }
        throw new FieldError(
                type + " must include the following argument: changeFromQuantity.", "INVALID_FIELD_ARGUMENTS");
    }
}
