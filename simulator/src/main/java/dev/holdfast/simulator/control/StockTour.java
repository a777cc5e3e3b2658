package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.ShipmentQuantities;
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

    StockTour(Shop shop, Variant variant) {
        this.shop = shop;
        this.variant = variant;
    }

    void run(LocationId to) {
        Transfers.Line ten = new Transfers.Line(variant.item(), 10);
        Transfer gone =
                shop.transfers().createReady(Transfers.NewTransfer.to(to, ten)).value();
        shop.transfers().cancel(gone.id()).value();
        Transfer transfer =
                shop.transfers().createReady(Transfers.NewTransfer.to(to, ten)).value();
        Shipment wrong = shop.shipments()
                .create(Shipments.NewShipment.of(transfer.id(), new Transfers.Line(variant.item(), 1)))
                .value();
        shop.shipments()
                .quantities()
                .update(
                        wrong.id(),
                        List.of(new ShipmentQuantities.NewQuantity(
                                wrong.lines().getFirst().id(), 2)))
                .value();
        shop.shipments().delete(wrong.id()).value();
        Shipment.Tracking tracking = new Shipment.Tracking(
                "T1", "UPS", "https://www.ups.com/track?T1", shop.clock().now().plus(Duration.ofDays(9)));
        Shipment shipment = shop.shipments()
                .create(new Shipments.NewShipment(transfer.id(), List.of(ten), tracking, null, null))
                .value();
        shop.shipments().setTracking(shipment.id(), tracking).value();
        shop.shipments().markInTransit(shipment.id(), null).value();
        shop.shipments().receiveAll(shipment.id(), true).value();
    }
}
