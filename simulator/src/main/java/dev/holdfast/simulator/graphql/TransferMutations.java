package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.ShipmentItems;
import dev.holdfast.simulator.shop.Shipments;
import dev.holdfast.simulator.shop.Transfers;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mutations of stock on its way. */
final class TransferMutations {
    private TransferMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation(
                        "inventoryTransferCreate",
                        call -> transfer(transfers(call).create(newTransfer(call))))
                .mutation(
                        "inventoryTransferCreateAsReadyToShip",
                        call -> transfer(transfers(call).createReady(newTransfer(call))))
                .mutation(
                        "inventoryTransferMarkAsReadyToShip",
                        call -> transfer(transfers(call).markReady(transferId(call))))
                .mutation(
                        "inventoryTransferCancel",
                        call -> transfer(transfers(call).cancel(transferId(call))))
                .mutation(
                        "inventoryTransferDelete",
                        call -> Payload.of(
                                transfers(call).delete(transferId(call)), gone -> Payload.of("deletedId", gone.gid())))
                .mutation("inventoryTransferSetItems", TransferMutations::setItems)
                .mutation("inventoryTransferRemoveItems", TransferMutations::removeItems)
                .mutation(
                        "inventoryShipmentCreate",
                        call -> shipment(shipments(call).create(newShipment(call))))
                .mutation(
                        "inventoryShipmentCreateInTransit",
                        call -> shipment(shipments(call).createInTransit(newShipment(call))))
                .mutation("inventoryShipmentMarkInTransit", TransferMutations::markInTransit)
                .mutation("inventoryShipmentSetTracking", TransferMutations::setTracking)
                .mutation(
                        "inventoryShipmentDelete",
                        call -> Payload.of(
                                shipments(call).delete(shipmentId(call)), gone -> Payload.of("id", gone.gid())))
                .mutation("inventoryShipmentAddItems", TransferMutations::addToShipment)
                .mutation("inventoryShipmentRemoveItems", TransferMutations::removeFromShipment)
                .mutation("inventoryShipmentUpdateItemQuantities", TransferMutations::updateQuantities)
                .mutation("inventoryShipmentReceive", TransferMutations::receive);
    }

    private static Transfers transfers(Call call) {
        return call.api().shop().transfers();
    }

    private static Shipments shipments(Call call) {
        return call.api().shop().shipments();
    }

    private static InventoryTransferId transferId(Call call) {
        return Ids.of(call.arguments().text("id"), "InventoryTransfer", InventoryTransferId::new);
    }

    private static InventoryShipmentId shipmentId(Call call) {
        return Ids.of(call.arguments().text("id"), "InventoryShipment", InventoryShipmentId::new);
    }

    private static Payload transfer(Result<Transfer> result) {
        return Payload.of(result, transfer -> Payload.of("inventoryTransfer", transfer));
    }

    private static Payload shipment(Result<Shipment> result) {
        return Payload.of(result, shipment -> Payload.of("inventoryShipment", shipment));
    }

    private static Payload setItems(Call call) {
        var input = call.arguments().input("input");
        var id = Ids.of(input.text("id"), "InventoryTransfer", InventoryTransferId::new);
        return Payload.of(
                transfers(call).items().set(id, lines(input)),
                changed ->
                        Payload.of("inventoryTransfer", changed.transfer()).and("updatedLineItems", changed.updates()));
    }

    private static Payload removeItems(Call call) {
        var input = call.arguments().input("input");
        var id = Ids.of(input.text("id"), "InventoryTransfer", InventoryTransferId::new);
        var gone = input.texts("transferLineItemIds").stream()
                .map(line -> Ids.of(line, "InventoryTransferLineItem", InventoryTransferLineItemId::new))
                .toList();
        return Payload.of(
                transfers(call).items().remove(id, gone),
                changed -> Payload.of("inventoryTransfer", changed.transfer())
                        .and("removedQuantities", changed.updates()));
    }

    private static Payload addToShipment(Call call) {
        var wanted = lines(call.arguments());
        var items = wanted.stream().map(Transfers.Line::item).toList();
        return Payload.of(
                shipments(call).items().add(shipmentId(call), wanted),
                shipment -> Payload.of("inventoryShipment", shipment)
                        .and(
                                "addedItems",
                                shipment.lines().stream()
                                        .filter(line -> items.contains(line.item()))
                                        .toList()));
    }

    private static Payload removeFromShipment(Call call) {
        var gone = call.arguments().texts("lineItems").stream()
                .map(TransferMutations::shipmentLine)
                .toList();
        return shipment(shipments(call).items().remove(shipmentId(call), gone));
    }

    private static InventoryShipmentLineItemId shipmentLine(String id) {
        return Ids.of(id, "InventoryShipmentLineItem", InventoryShipmentLineItemId::new);
    }

    private static Transfers.NewTransfer newTransfer(Call call) {
        var input = call.arguments()
                .input("input")
                .only(
                        "InventoryTransferCreateInput",
                        "originLocationId",
                        "destinationLocationId",
                        "lineItems",
                        "referenceName",
                        "note",
                        "tags",
                        "dateCreated");
        return new Transfers.NewTransfer(
                location(input, "originLocationId"),
                location(input, "destinationLocationId"),
                lines(input),
                input.optionalText("referenceName").orElse(null),
                input.optionalText("note").orElse(null),
                input.texts("tags"),
                input.optionalInstant("dateCreated").orElse(null));
    }

    private static @Nullable LocationId location(Input input, String name) {
        return input.optionalText(name)
                .map(id -> Ids.of(id, "Location", LocationId::new))
                .orElse(null);
    }

    private static List<Transfers.Line> lines(Input input) {
        return input.inputs("lineItems").stream()
                .map(line -> new Transfers.Line(
                        Ids.of(line.text("inventoryItemId"), "InventoryItem", InventoryItemId::new),
                        line.number("quantity")))
                .toList();
    }

    private static Shipments.NewShipment newShipment(Call call) {
        var input = call.arguments().input("input");
        return new Shipments.NewShipment(
                Ids.of(input.text("movementId"), "InventoryTransfer", InventoryTransferId::new),
                lines(input),
                input.optionalInput("trackingInput")
                        .map(TransferMutations::tracking)
                        .orElse(null),
                input.optionalText("barcode").orElse(null),
                input.optionalInstant("dateCreated").orElse(null));
    }

    private static Shipment.Tracking tracking(Input input) {
        return new Shipment.Tracking(
                input.optionalText("trackingNumber").orElse(null),
                input.optionalText("company").orElse(null),
                input.optionalText("trackingUrl").orElse(null),
                input.optionalInstant("arrivesAt").orElse(null));
    }

    private static Payload markInTransit(Call call) {
        var at = call.arguments().optionalInstant("dateShipped").orElse(null);
        return shipment(shipments(call).markInTransit(shipmentId(call), at));
    }

    private static Payload setTracking(Call call) {
        return shipment(shipments(call)
                .setTracking(shipmentId(call), tracking(call.arguments().input("tracking"))));
    }

    private static Payload updateQuantities(Call call) {
        var items = call.arguments().inputs("items").stream()
                .map(item -> new ShipmentItems.NewQuantity(
                        shipmentLine(item.text("shipmentLineItemId")), item.number("quantity")))
                .toList();
        var changed = items.stream().map(ShipmentItems.NewQuantity::line).toList();
        return Payload.of(
                shipments(call).items().update(shipmentId(call), items),
                shipment -> Payload.of("shipment", shipment)
                        .and(
                                "updatedLineItems",
                                shipment.lines().stream()
                                        .filter(line -> changed.contains(line.id()))
                                        .toList()));
    }

    private static Payload receive(Call call) {
        var arguments = call.arguments();
        var all = arguments.optionalText("bulkReceiveAction");
        if (all.isPresent()) {
            return shipment(
                    shipments(call).receiveAll(shipmentId(call), all.get().equals("ACCEPTED")));
        }
        var items = arguments.inputs("lineItems").stream()
                .map(item -> new Shipments.Received(
                        shipmentLine(item.text("shipmentLineItemId")),
                        item.number("quantity"),
                        item.text("reason").equals("ACCEPTED")))
                .toList();
        var at = arguments.optionalInstant("dateReceived").orElse(null);
        return shipment(shipments(call).receive(shipmentId(call), items, at));
    }
}
