package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stock on its way between locations.
 *
 * @param origin null when it comes from a supplier
 * @param destination null when it leaves the shop
 */
public record Transfer(
        InventoryTransferId id,
        String name,
        Status status,
        @Nullable LocationId origin,
        @Nullable LocationId destination,
        @Nullable String referenceName,
        @Nullable String note,
        List<String> tags,
        List<Line> lines,
        List<InventoryShipmentId> shipments,
        Instant dateCreated,
        Instant updatedAt)
        implements Row {

    /** As {@code InventoryTransferStatus}. */
    public enum Status {
        CANCELED,
        DRAFT,
        IN_PROGRESS,
        OTHER,
        READY_TO_SHIP,
        TRANSFERRED
    }

    /**
     * Units of one item.
     *
     * @param picked in draft shipments
     * @param shipped in shipments that have left
     */
    public record Line(
            InventoryTransferLineItemId id,
            InventoryItemId item,
            String title,
            int total,
            int picked,
            int shipped,
            int received) {

        public Line plus(int pickedBy, int shippedBy, int receivedBy) {
            return new Line(id, item, title, total, picked + pickedBy, shipped + shippedBy, received + receivedBy);
        }

        public Line withTotal(int other) {
            return new Line(id, item, title, other, picked, shipped, received);
        }

        /** In shipments, whether they have left or not. */
        public int allocated() {
            return picked + shipped;
        }

        public int processable() {
            return total - allocated();
        }
    }

    public Transfer {
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
    }

    public Optional<Line> line(InventoryTransferLineItemId line) {
        return lines.stream().filter(each -> each.id().equals(line)).findFirst();
    }

    public int totalQuantity() {
        return lines.stream().mapToInt(Line::total).sum();
    }

    public int receivedQuantity() {
        return lines.stream().mapToInt(Line::received).sum();
    }

    public Transfer withStatus(Status other, Instant at) {
        return new Transfer(
                id, name, other, origin, destination, referenceName, note, tags, lines, shipments, dateCreated, at);
    }

    public Transfer withLines(List<Line> all, Instant at) {
        return new Transfer(
                id, name, status, origin, destination, referenceName, note, tags, all, shipments, dateCreated, at);
    }

    public Transfer withShipment(InventoryShipmentId shipment, Instant at) {
        List<InventoryShipmentId> all = new ArrayList<>(shipments);
        all.add(shipment);
        return new Transfer(
                id, name, status, origin, destination, referenceName, note, tags, lines, all, dateCreated, at);
    }

    public Transfer withoutShipment(InventoryShipmentId shipment, Instant at) {
        List<InventoryShipmentId> all = new ArrayList<>(shipments);
        all.remove(shipment);
        return new Transfer(
                id, name, status, origin, destination, referenceName, note, tags, lines, all, dateCreated, at);
    }
}
