package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.ShipmentItems;
import dev.holdfast.simulator.shop.Shipments;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.Transfers;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.List;

/** The part of a {@link Tour} that moves stock: transfers and their shipments. */
final class StockTour {

    private final Shop shop;
    private final Variant variant;
    private final Variant other;

    StockTour(Shop shop, Variant variant, Variant other) {
        this.shop = shop;
        this.variant = variant;
        this.other = other;
    }

    void run(LocationId to) {
        Transfers.Line ten = new Transfers.Line(variant.item(), 10);
        Transfer gone =
                shop.transfers().createReady(Transfers.NewTransfer.to(to, ten)).value();
        shop.transfers().cancel(gone.id()).value();
        Transfer transfer =
                shop.transfers().createReady(Transfers.NewTransfer.to(to, ten)).value();
        reconsidered(transfer);
        Shipment.Tracking tracking = new Shipment.Tracking(
                "T1", "UPS", "https://www.ups.com/track?T1", shop.clock().now().plus(Duration.ofDays(9)));
        Shipment shipment = shop.shipments()
                .create(new Shipments.NewShipment(transfer.id(), List.of(ten), tracking, null, null))
                .value();
        shop.shipments().setTracking(shipment.id(), tracking).value();
        shop.shipments().markInTransit(shipment.id(), null).value();
        shop.shipments().receiveAll(shipment.id(), true).value();
    }

    /** Goods that are put on a transfer and taken off again, and the same with a shipment of it. */
    private void reconsidered(Transfer transfer) {
        Transfers.Line three = new Transfers.Line(other.item(), 3);
        Transfer more = shop.transfers()
                .items()
                .set(transfer.id(), List.of(three))
                .value()
                .transfer();
        shop.transfers()
                .items()
                .set(transfer.id(), List.of(new Transfers.Line(other.item(), 2)))
                .value();
        ShipmentItems items = shop.shipments().items();
        Shipment wrong = shop.shipments()
                .create(Shipments.NewShipment.of(transfer.id(), new Transfers.Line(variant.item(), 1)))
                .value();
        Shipment both = items.add(wrong.id(), List.of(new Transfers.Line(other.item(), 1)))
                .value();
        items.remove(wrong.id(), List.of(both.lines().getLast().id())).value();
        items.update(
                        wrong.id(),
                        List.of(new ShipmentItems.NewQuantity(
                                wrong.lines().getFirst().id(), 2)))
                .value();
        shop.shipments().delete(wrong.id()).value();
        shop.transfers()
                .items()
                .remove(transfer.id(), List.of(more.lines().getLast().id()))
                .value();
    }
}
