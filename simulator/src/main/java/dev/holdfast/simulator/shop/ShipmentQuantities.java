package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentLineItemId;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.ArrayList;
import java.util.List;

/** Other units on the lines of a shipment that has not left. */
public final class ShipmentQuantities {

    private final World world;

    /** {@code InventoryShipmentUpdateItemQuantitiesInput}: so many units in all. */
    public record NewQuantity(InventoryShipmentLineItemId line, int quantity) {}

    ShipmentQuantities(World world) {
        this.world = world;
    }

    /**
     * {@code inventoryShipmentUpdateItemQuantities}: all of them or none, and no more than the transfer has left.
     *
     * <p>Only of a draft: what Shopify does to a shipment on its way is not documented.
     */
    public Result<Shipment> update(InventoryShipmentId id, List<NewQuantity> items) {
        return world.write(() -> {
            Shipment before = world.tables.shipments.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("id", "The shipment can't be found.", "SHIPMENT_NOT_FOUND"));
            }
            if (before.status() != Shipment.Status.DRAFT) {
                return Result.refused(
                        UserError.at("id", "The shipment is not in a draft state.", "INVALID_SHIPMENT_STATUS"));
            }
            return recount(before, items);
        });
    }

    private Result<Shipment> recount(Shipment before, List<NewQuantity> items) {
        Transfer transfer = world.tables.transfers.find(before.transfer()).orElseThrow();
        List<Shipment.Line> lines = new ArrayList<>(before.lines());
        List<Transfer.Line> counted = new ArrayList<>(transfer.lines());
        for (int at = 0; at < items.size(); at++) {
            NewQuantity wanted = items.get(at);
            String path = "items." + at;
            Shipment.Line was = lines.stream()
                    .filter(line -> line.id().equals(wanted.line()))
                    .findFirst()
                    .orElse(null);
            if (was == null) {
                return Result.refused(UserError.at(
                        path + ".shipmentLineItemId", "The shipment line item could not be found.", "ITEM_NOT_FOUND"));
            }
            int more = wanted.quantity() - was.quantity();
            boolean tooMany =
                    counted.stream().anyMatch(line -> line.item().equals(was.item()) && more > line.processable());
            if (wanted.quantity() < 1 || tooMany) {
                return Result.refused(UserError.at(path + ".quantity", "The quantity is invalid.", "INVALID_QUANTITY"));
            }
            lines.replaceAll(line -> line.id().equals(was.id()) ? line.withQuantity(wanted.quantity()) : line);
            counted.replaceAll(line -> line.item().equals(was.item()) ? line.plus(more, 0, 0) : line);
        }
        Shipment after = before.withLines(lines, world.now());
        world.tables.shipments.put(after);
        world.tables.transfers.put(transfer.withLines(counted, world.now()));
        world.emit(
                Topic.INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES, new Subject.ShipmentRecounted(after, before.lines()));
        return Result.done(after);
    }
}
