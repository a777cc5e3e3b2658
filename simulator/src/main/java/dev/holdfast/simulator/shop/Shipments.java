package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Shipment.Status;
import dev.holdfast.simulator.shop.state.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shipments of transfers, and taking them in. */
public final class Shipments {

    private final World world;
    private final TransferStock stock;
    private final ShipmentItems items;

    /** {@code InventoryShipmentCreateInput}; the movement is a transfer. */
    public record NewShipment(
            InventoryTransferId transfer,
            List<Transfers.Line> lines,
            Shipment.@Nullable Tracking tracking,
            @Nullable String barcode,
            @Nullable Instant dateCreated) {

        public static NewShipment of(InventoryTransferId transfer, Transfers.Line... lines) {
            return new NewShipment(transfer, List.of(lines), null, null, null);
        }
    }

    /** {@code InventoryShipmentReceiveItemInput}: so many units of a line, good or not. */
    public record Received(InventoryShipmentLineItemId line, int quantity, boolean accepted) {}

    Shipments(World world) {
        this.world = world;
        this.stock = new TransferStock(world);
        this.items = new ShipmentItems(world);
    }

    /** What is in them, changed before they leave. */
    public ShipmentItems items() {
        return items;
    }

    public Table<Shipment> all() {
        return world.tables.shipments;
    }

    /** {@code inventoryShipmentCreate}: a draft. */
    public Result<Shipment> create(NewShipment wanted) {
        return world.write(() -> {
            UserError refusal = refusal(wanted);
            return refusal == null ? Result.done(told(draft(wanted))) : Result.refused(refusal);
        });
    }

    /** {@code inventoryShipmentCreateInTransit}. */
    public Result<Shipment> createInTransit(NewShipment wanted) {
        return world.write(() -> {
            UserError refusal = refusal(wanted);
            return refusal == null ? Result.done(depart(draft(wanted), null)) : Result.refused(refusal);
        });
    }

    /** {@code inventoryShipmentMarkInTransit}; null left now. */
    public Result<Shipment> markInTransit(InventoryShipmentId id, @Nullable Instant dateShipped) {
        return world.write(() -> {
            Shipment before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            return before.status() == Status.DRAFT
                    ? Result.done(depart(before, dateShipped))
                    : wrongStatus("The shipment is not in a draft state.");
        });
    }

    /** {@code inventoryShipmentSetTracking}. */
    public Result<Shipment> setTracking(InventoryShipmentId id, Shipment.Tracking tracking) {
        return world.write(() -> {
            Shipment before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            return Result.done(
                    told(keep(before.withTracking(tracking, world.now()), Topic.INVENTORY_SHIPMENTS_UPDATE_TRACKING)));
        });
    }

    /** {@code inventoryShipmentDelete}: a draft only. */
    public Result<InventoryShipmentId> delete(InventoryShipmentId id) {
        return world.write(() -> {
            Shipment before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            if (before.status() != Status.DRAFT) {
                return wrongStatus("Shipment can only be deleted in a Draft state.");
            }
            Transfer without = transfer(before).withoutShipment(id, world.now());
            Transfer left = without.withLines(counted(without, before.lines(), -1, 0), world.now());
            world.tables.transfers.put(left);
            world.tables.shipments.remove(id);
            world.emit(Topic.INVENTORY_SHIPMENTS_DELETE, new Subject.Deleted(id));
            world.emit(Topic.INVENTORY_TRANSFERS_UPDATED, new Subject.TransferChanged(left));
            return Result.done(id);
        });
    }

    /** {@code inventoryShipmentReceive}; null arrived now. */
    public Result<Shipment> receive(InventoryShipmentId id, List<Received> items, @Nullable Instant dateReceived) {
        return world.write(() -> {
            Shipment before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            if (before.status() != Status.IN_TRANSIT && before.status() != Status.PARTIALLY_RECEIVED) {
                return wrongStatus("The shipment is not in transit.");
            }
            List<Shipment.Line> lines = new ArrayList<>(before.lines());
            for (int at = 0; at < items.size(); at++) {
                UserError refusal = count(lines, items.get(at), "lineItems." + at);
                if (refusal != null) {
                    return Result.refused(refusal);
                }
            }
            return Result.done(takeIn(before, lines, Objects.requireNonNullElse(dateReceived, world.now())));
        });
    }

    /** {@code inventoryShipmentReceive} of everything that is still open. */
    public Result<Shipment> receiveAll(InventoryShipmentId id, boolean accepted) {
        return world.write(() -> {
            List<Received> rest = all().find(id).map(Shipment::lines).orElse(List.of()).stream()
                    .filter(line -> line.unreceived() > 0)
                    .map(line -> new Received(line.id(), line.unreceived(), accepted))
                    .toList();
            return receive(id, rest, null);
        });
    }

    private Shipment takeIn(Shipment before, List<Shipment.Line> lines, Instant on) {
        Transfer transfer = transfer(before);
        List<Transfer.Line> counted = new ArrayList<>(transfer.lines());
        for (int at = 0; at < lines.size(); at++) {
            Shipment.Line was = before.lines().get(at);
            int accepted = lines.get(at).accepted() - was.accepted();
            int rejected = lines.get(at).rejected() - was.rejected();
            if (accepted + rejected > 0) {
                stock.received(transfer, was.item(), accepted, rejected);
                counted.replaceAll(
                        line -> line.item().equals(was.item()) ? line.plus(0, 0, accepted + rejected) : line);
            }
        }
        boolean all = lines.stream().allMatch(line -> line.unreceived() == 0);
        Shipment after = before.received(all ? Status.RECEIVED : Status.PARTIALLY_RECEIVED, lines, on, world.now());
        world.tables.shipments.put(after);
        world.emit(Topic.INVENTORY_SHIPMENTS_RECEIVE_ITEMS, new Subject.ShipmentReceived(after, before.lines()));
        Transfer moved = transfer.withLines(counted, world.now());
        boolean done = moved.receivedQuantity() == moved.totalQuantity();
        Transfer kept = done ? moved.withStatus(Transfer.Status.TRANSFERRED, world.now()) : moved;
        world.tables.transfers.put(kept);
        world.emit(
                done ? Topic.INVENTORY_TRANSFERS_COMPLETE : Topic.INVENTORY_TRANSFERS_UPDATED,
                new Subject.TransferChanged(kept));
        return after;
    }

    private static @Nullable UserError count(List<Shipment.Line> lines, Received item, String path) {
        for (int at = 0; at < lines.size(); at++) {
            Shipment.Line line = lines.get(at);
            if (line.id().equals(item.line())) {
                if (item.quantity() < 1 || item.quantity() > line.unreceived()) {
                    return UserError.at(path + ".quantity", "The quantity received is invalid.", "INVALID_QUANTITY");
                }
                int units = item.quantity();
                lines.set(at, item.accepted() ? line.received(units, 0) : line.received(0, units));
                return null;
            }
        }
        return UserError.at(
                path + ".shipmentLineItemId", "The shipment line item could not be found.", "ITEM_NOT_FOUND");
    }

    private @Nullable UserError refusal(NewShipment wanted) {
        Transfer transfer = world.tables.transfers.find(wanted.transfer()).orElse(null);
        if (transfer == null) {
            return UserError.at("input.movementId", "The transfer can't be found.", "TRANSFER_NOT_FOUND");
        }
        boolean goes =
                transfer.status() == Transfer.Status.READY_TO_SHIP || transfer.status() == Transfer.Status.IN_PROGRESS;
        if (!goes) {
            return UserError.at(
                    "input.movementId",
                    "The transfer is not in a status that allows shipments.",
                    "INVALID_TRANSFER_STATUS");
        }
        if (wanted.lines().isEmpty()) {
            return UserError.at("input.lineItems", "The list of line items is empty.", "ITEMS_EMPTY");
        }
        List<InventoryItemId> taken = new ArrayList<>();
        for (int at = 0; at < wanted.lines().size(); at++) {
            Transfers.Line line = wanted.lines().get(at);
            UserError refusal = ShipmentItems.refusal(line, "input.lineItems." + at, taken, transfer.lines());
            if (refusal != null) {
                return refusal;
            }
            taken.add(line.item());
        }
        return null;
    }

    private Shipment draft(NewShipment wanted) {
        Instant now = world.now();
        Transfer transfer = world.tables.transfers.find(wanted.transfer()).orElseThrow();
        List<Shipment.Line> lines = new ArrayList<>();
        for (Transfers.Line line : wanted.lines()) {
            lines.add(new Shipment.Line(
                    new InventoryShipmentLineItemId(world.nextId()), line.item(), line.quantity(), 0, 0));
        }
        Shipment made = new Shipment(
                new InventoryShipmentId(world.nextId()),
                transfer.id(),
                transfer.name() + "-" + (transfer.shipments().size() + 1),
                Status.DRAFT,
                lines,
                wanted.tracking(),
                wanted.barcode(),
                Objects.requireNonNullElse(wanted.dateCreated(), now),
                null,
                null,
                now);
        world.tables.transfers.put(
                transfer.withShipment(made.id(), now).withLines(counted(transfer, lines, 1, 0), now));
        return keep(made, Topic.INVENTORY_SHIPMENTS_CREATE);
    }

    private Shipment depart(Shipment before, @Nullable Instant on) {
        Instant now = world.now();
        Transfer transfer = transfer(before);
        stock.inTransit(transfer, before);
        Transfer after = transfer.withLines(counted(transfer, before.lines(), -1, 1), now)
                .withStatus(Transfer.Status.IN_PROGRESS, now);
        world.tables.transfers.put(after);
        world.emit(Topic.INVENTORY_TRANSFERS_UPDATED, new Subject.TransferChanged(after));
        return keep(
                before.shipped(Objects.requireNonNullElse(on, now), now), Topic.INVENTORY_SHIPMENTS_MARK_IN_TRANSIT);
    }

    private static List<Transfer.Line> counted(Transfer transfer, List<Shipment.Line> lines, int picked, int shipped) {
        List<Transfer.Line> counted = new ArrayList<>(transfer.lines());
        for (Shipment.Line each : lines) {
            int units = each.quantity();
            counted.replaceAll(
                    line -> line.item().equals(each.item()) ? line.plus(picked * units, shipped * units, 0) : line);
        }
        return counted;
    }

    private Transfer transfer(Shipment of) {
        return world.tables
                .transfers
                .find(of.transfer())
                .orElseThrow(() -> new IllegalStateException("Shipment " + of.name() + " has no transfer"));
    }

    /** A transfer tells when a shipment of it is made, changed or gone. Source: the topic's description in the schema. */
    private Shipment told(Shipment shipment) {
        world.emit(Topic.INVENTORY_TRANSFERS_UPDATED, new Subject.TransferChanged(transfer(shipment)));
        return shipment;
    }

    private Shipment keep(Shipment shipment, Topic topic) {
        world.tables.shipments.put(shipment);
        world.emit(topic, new Subject.ShipmentChanged(shipment));
        return shipment;
    }

    private static <T> Result<T> wrongStatus(String message) {
        return Result.refused(UserError.at("id", message, "INVALID_SHIPMENT_STATUS"));
    }

    private static <T> Result<T> missing() {
        return Result.refused(UserError.at("id", "The shipment can't be found.", "SHIPMENT_NOT_FOUND"));
    }
}
