package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.TransferItems;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stock on its way between locations. */
final class TransferFields {
    private TransferFields() {}

    /** One end of a transfer. */
    private record End(Location location) {}

    static void addTo(FieldTable table) {
        transfer(table);
        shipment(table);
        table.on("LocationSnapshot", End.class)
                .value("name", of -> of.location().name())
                .value("address", of -> of.location().address())
                .value("location", End::location);
    }

    private static void transfer(FieldTable table) {
        table.on("InventoryTransfer", Transfer.class)
                .id("id", Transfer::id)
                .value("name", Transfer::name)
                .value("status", Transfer::status)
                .value("referenceName", Transfer::referenceName)
                .value("note", Transfer::note)
                .value("tags", Transfer::tags)
                .value("dateCreated", Transfer::dateCreated)
                .value("totalQuantity", Transfer::totalQuantity)
                .value("receivedQuantity", Transfer::receivedQuantity)
                .read("origin", (of, call) -> end(of.origin(), call))
                .read("destination", (of, call) -> end(of.destination(), call))
                .connection("lineItems", Transfer::lines, line -> line.id().number())
                .read(
                        "shipments",
                        (of, call) -> Page.of(
                                shipments(of, call),
                                Page.Key.byId(shipment -> shipment.id().number()),
                                call));
        table.on("InventoryTransferLineItem", Transfer.Line.class)
                .id("id", Transfer.Line::id)
                .value("title", Transfer.Line::title)
                .value("totalQuantity", Transfer.Line::total)
                .value("shippedQuantity", Transfer.Line::shipped)
                .value("pickedForShipmentQuantity", Transfer.Line::picked)
                .value("processableQuantity", Transfer.Line::processable)
                .read("inventoryItem", (line, call) -> call.api().item(line.item()));
        table.on("InventoryTransferLineItemUpdate", TransferItems.Update.class)
                .id("inventoryItemId", TransferItems.Update::item)
                .value("newQuantity", TransferItems.Update::newQuantity)
                .value("deltaQuantity", TransferItems.Update::delta);
    }

    private static @Nullable End end(Id.@Nullable LocationId id, Call call) {
        var location = call.api().location(id);
        return location == null ? null : new End(location);
    }

    private static List<Shipment> shipments(Transfer of, Call call) {
        return of.shipments().stream()
                .flatMap(id -> call.api().shop().shipments().all().find(id).stream())
                .toList();
    }

    private static void shipment(FieldTable table) {
        table.on("InventoryShipment", Shipment.class)
                .id("id", Shipment::id)
                .value("name", Shipment::name)
                .value("status", Shipment::status)
                .value("barcode", Shipment::barcode)
                .value("dateCreated", Shipment::dateCreated)
                .value("dateShipped", Shipment::dateShipped)
                .value("dateReceived", Shipment::dateReceived)
                .value("tracking", Shipment::tracking)
                .value("lineItemTotalQuantity", Shipment::totalQuantity)
                .value("totalAcceptedQuantity", Shipment::totalAccepted)
                .value("totalRejectedQuantity", Shipment::totalRejected)
                .value("totalReceivedQuantity", of -> of.totalAccepted() + of.totalRejected())
                .connection("lineItems", Shipment::lines, line -> line.id().number());
        table.on("InventoryShipmentTracking", Shipment.Tracking.class)
                .value("arrivesAt", Shipment.Tracking::arrivesAt)
                .value("company", Shipment.Tracking::company)
                .value("trackingNumber", Shipment.Tracking::number)
                .value("trackingUrl", Shipment.Tracking::url);
        table.on("InventoryShipmentLineItem", Shipment.Line.class)
                .id("id", Shipment.Line::id)
                .value("quantity", Shipment.Line::quantity)
                .value("acceptedQuantity", Shipment.Line::accepted)
                .value("rejectedQuantity", Shipment.Line::rejected)
                .value("unreceivedQuantity", Shipment.Line::unreceived)
                .read("inventoryItem", (line, call) -> call.api().item(line.item()));
    }
}
