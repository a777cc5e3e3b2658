package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;

/**
 * What transfers do to quantities.
 *
 * <p>Ready: reserved at the origin. In transit: gone from the origin, incoming at the destination. Received: available.
 */
final class TransferStock {

    private final World world;

    TransferStock(World world) {
        this.world = world;
    }

    /** With a sign of -1 it is undone. */
    void ready(Transfer transfer, int sign) {
        String reason = sign > 0 ? "movement_created" : "movement_canceled";
        transfer.lines().forEach(line -> reserve(transfer, line.item(), sign * line.total(), reason));
    }

    /** So many more units are to go; fewer with a number below zero. */
    void reserve(Transfer transfer, InventoryItemId item, int units, String reason) {
        Stock.Cause cause = cause(reason, transfer);
        if (transfer.origin() != null && known(item)) {
            world.stock.move(
                    world.stock.level(item, transfer.origin()),
                    QuantityName.AVAILABLE,
                    QuantityName.RESERVED,
                    units,
                    cause);
        }
        if (world.isOn(Switch.INCOMING_WHEN_READY_TO_SHIP)) {
            incoming(transfer, item, units, cause);
        }
    }

    void inTransit(Transfer transfer, Shipment shipment) {
        Stock.Cause cause = cause("movement_updated", transfer);
        for (Shipment.Line line : shipment.lines()) {
            if (transfer.origin() != null && known(line.item())) {
                world.stock.change(line.item(), transfer.origin(), QuantityName.RESERVED, -line.quantity(), cause);
            }
            if (!world.isOn(Switch.INCOMING_WHEN_READY_TO_SHIP)) {
                incoming(transfer, line.item(), line.quantity(), cause);
            }
        }
    }

    /** What was rejected comes in nowhere. */
    void received(Transfer transfer, InventoryItemId item, int accepted, int rejected) {
        Stock.Cause cause = cause("movement_received", transfer);
        incoming(transfer, item, -(accepted + rejected), cause);
        if (transfer.destination() != null && accepted > 0 && known(item)) {
            world.stock.change(item, transfer.destination(), QuantityName.AVAILABLE, accepted, cause);
        }
    }

    private void incoming(Transfer transfer, InventoryItemId item, int units, Stock.Cause cause) {
        if (transfer.destination() != null && units != 0 && known(item)) {
            world.stock.change(item, transfer.destination(), QuantityName.INCOMING, units, cause);
        }
    }

    /** Items of deleted variants are still listed, and counted nowhere. */
    private boolean known(InventoryItemId item) {
        return world.tables.items.find(item).isPresent();
    }

    private static Stock.Cause cause(String reason, Transfer transfer) {
        return new Stock.Cause(reason, transfer.id().gid(), transfer.id().gid());
    }
}
