package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a transfer that travels together. */
public record Shipment(
        InventoryShipmentId id,
        InventoryTransferId transfer,
        String name,
        Status status,
        List<Line> lines,
        @Nullable Tracking tracking,
        @Nullable String barcode,
        Instant dateCreated,
        @Nullable Instant dateShipped,
        @Nullable Instant dateReceived,
        Instant updatedAt)
        implements Row {

    /** As {@code InventoryShipmentStatus}. */
    public enum Status {
        DRAFT,
        IN_TRANSIT,
        OTHER,
        PARTIALLY_RECEIVED,
        RECEIVED
    }

    /** How it can be followed; {@code arrivesAt} is Shopify's own expected date. */
    public record Tracking(
            @Nullable String number,
            @Nullable String company,
            @Nullable String url,
            @Nullable Instant arrivesAt) {}

    /** Units of one item. */
    public record Line(InventoryShipmentLineItemId id, InventoryItemId item, int quantity, int accepted, int rejected) {

        public Line {
            if (accepted < 0 || rejected < 0 || accepted + rejected > quantity) {
                throw new IllegalStateException("Shipment line " + id.number() + ": " + accepted + " accepted and "
                        + rejected + " rejected of " + quantity);
            }
        }

        public int unreceived() {
            return quantity - accepted - rejected;
        }

        public Line withQuantity(int other) {
            return new Line(id, item, other, accepted, rejected);
        }

        public Line received(int acceptedBy, int rejectedBy) {
            return new Line(id, item, quantity, accepted + acceptedBy, rejected + rejectedBy);
        }
    }

    public Shipment {
        lines = List.copyOf(lines);
    }

    public int totalAccepted() {
        return lines.stream().mapToInt(Line::accepted).sum();
    }

    public int totalRejected() {
        return lines.stream().mapToInt(Line::rejected).sum();
    }

    public int totalQuantity() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public Shipment shipped(Instant on, Instant at) {
        return new Shipment(
                id, transfer, name, Status.IN_TRANSIT, lines, tracking, barcode, dateCreated, on, dateReceived, at);
    }

    public Shipment received(Status other, List<Line> all, Instant on, Instant at) {
        return new Shipment(id, transfer, name, other, all, tracking, barcode, dateCreated, dateShipped, on, at);
    }

    public Shipment withLines(List<Line> all, Instant at) {
        return new Shipment(
                id, transfer, name, status, all, tracking, barcode, dateCreated, dateShipped, dateReceived, at);
    }

    public Shipment withTracking(@Nullable Tracking other, Instant at) {
        return new Shipment(
                id, transfer, name, status, lines, other, barcode, dateCreated, dateShipped, dateReceived, at);
    }
}
