package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentId;
import dev.holdfast.simulator.shop.state.Id.InventoryShipmentLineItemId;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other goods, or other units of them, in a shipment that has not left: all that is asked or none of it, and no more
 * than the transfer has left.
 *
 * <p>Only in a draft: what Shopify does to a shipment on its way is not documented.
 */
public final class ShipmentItems {

    private final World world;

    /** {@code InventoryShipmentUpdateItemQuantitiesInput}: so many units in all. */
    public record NewQuantity(InventoryShipmentLineItemId line, int quantity) {}

    /** Changes the lines of a shipment and of its transfer; gives why not. */
    private interface Change {
        @Nullable
        UserError of(List<Shipment.Line> lines, List<Transfer.Line> counted);
    }

    ShipmentItems(World world) {
        this.world = world;
    }

    /** {@code inventoryShipmentAddItems}: items of the transfer that are not in this shipment yet. */
    public Result<Shipment> add(InventoryShipmentId id, List<Transfers.Line> items) {
        return change(id, Topic.INVENTORY_SHIPMENTS_ADD_ITEMS, (lines, counted) -> {
            for (int at = 0; at < items.size(); at++) {
                UserError refusal = add(items.get(at), "lineItems." + at, lines, counted);
                if (refusal != null) {
                    return refusal;
                }
            }
            return null;
        });
    }

    /** {@code inventoryShipmentRemoveItems}: their units can go into another shipment. */
    public Result<Shipment> remove(InventoryShipmentId id, List<InventoryShipmentLineItemId> gone) {
        return change(id, Topic.INVENTORY_SHIPMENTS_REMOVE_ITEMS, (lines, counted) -> {
            for (int at = 0; at < gone.size(); at++) {
                Optional<Shipment.Line> was = line(lines, gone.get(at));
                if (was.isEmpty()) {
                    return unknown("lineItems." + at);
                }
                lines.remove(was.get());
                count(counted, was.get().item(), -was.get().quantity());
            }
            return null;
        });
    }

    /** {@code inventoryShipmentUpdateItemQuantities}. */
    public Result<Shipment> update(InventoryShipmentId id, List<NewQuantity> items) {
        return change(id, Topic.INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES, (lines, counted) -> {
            for (int at = 0; at < items.size(); at++) {
                UserError refusal = update(items.get(at), "items." + at, lines, counted);
                if (refusal != null) {
                    return refusal;
                }
            }
            return null;
        });
    }

    private Result<Shipment> change(InventoryShipmentId id, Topic topic, Change change) {
        return world.write(() -> {
            Shipment before = world.tables.shipments.find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("id", "The shipment can't be found.", "SHIPMENT_NOT_FOUND"));
            }
            if (before.status() != Shipment.Status.DRAFT) {
                return Result.refused(
                        UserError.at("id", "The shipment is not in a draft state.", "INVALID_SHIPMENT_STATUS"));
            }
            Transfer transfer = world.tables.transfers.find(before.transfer()).orElseThrow();
            List<Shipment.Line> lines = new ArrayList<>(before.lines());
            List<Transfer.Line> counted = new ArrayList<>(transfer.lines());
            UserError refusal = change.of(lines, counted);
            if (refusal != null) {
                return Result.refused(refusal);
            }
            return Result.done(keep(before, before.withLines(lines, world.now()), transfer, counted, topic));
        });
    }

    private Shipment keep(
            Shipment before, Shipment after, Transfer transfer, List<Transfer.Line> counted, Topic topic) {
        world.tables.shipments.put(after);
        Transfer recounted = transfer.withLines(counted, world.now());
        world.tables.transfers.put(recounted);
        if (!after.lines().equals(before.lines())) {
            world.emit(topic, new Subject.ShipmentRecounted(after, before.lines()));
            world.emit(Topic.INVENTORY_TRANSFERS_UPDATED, new Subject.TransferChanged(recounted));
        }
        return after;
    }

    private @Nullable UserError add(
            Transfers.Line wanted, String path, List<Shipment.Line> lines, List<Transfer.Line> counted) {
        List<InventoryItemId> taken = lines.stream().map(Shipment.Line::item).toList();
        UserError refusal = refusal(wanted, path, taken, counted);
        if (refusal != null) {
            return refusal;
        }
        lines.add(new Shipment.Line(
                new InventoryShipmentLineItemId(world.nextId()), wanted.item(), wanted.quantity(), 0, 0));
        count(counted, wanted.item(), wanted.quantity());
        return null;
    }

    /** Why units of an item cannot go into a shipment that has those of {@code taken} already. */
    static @Nullable UserError refusal(
            Transfers.Line wanted, String path, List<InventoryItemId> taken, List<Transfer.Line> transfer) {
        Transfer.Line of = transfer.stream()
                .filter(line -> line.item().equals(wanted.item()))
                .findFirst()
                .orElse(null);
        if (of == null) {
            return UserError.at(path + ".inventoryItemId", "The inventory item could not be found.", "ITEM_NOT_FOUND");
        }
        if (taken.contains(wanted.item())) {
            return UserError.at(
                    path + ".inventoryItemId",
                    "The inventory item is already present in the list. Each item must be unique.",
                    "DUPLICATE_ITEM");
        }
        return wanted.quantity() < 1 || wanted.quantity() > of.processable() ? wrongQuantity(path) : null;
    }

    private static @Nullable UserError update(
            NewQuantity wanted, String path, List<Shipment.Line> lines, List<Transfer.Line> counted) {
        Shipment.Line was = line(lines, wanted.line()).orElse(null);
        if (was == null) {
            return unknown(path);
        }
        int more = wanted.quantity() - was.quantity();
        boolean tooMany =
                counted.stream().anyMatch(line -> line.item().equals(was.item()) && more > line.processable());
        if (wanted.quantity() < 1 || tooMany) {
            return wrongQuantity(path);
        }
        lines.replaceAll(line -> line.id().equals(was.id()) ? line.withQuantity(wanted.quantity()) : line);
        count(counted, was.item(), more);
        return null;
    }

    private static Optional<Shipment.Line> line(List<Shipment.Line> lines, InventoryShipmentLineItemId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    private static void count(List<Transfer.Line> counted, InventoryItemId item, int picked) {
        counted.replaceAll(line -> line.item().equals(item) ? line.plus(picked, 0, 0) : line);
    }

    private static UserError unknown(String path) {
        return UserError.at(
                path.startsWith("items") ? path + ".shipmentLineItemId" : path,
                "The shipment line item could not be found.",
                "ITEM_NOT_FOUND");
    }

    private static UserError wrongQuantity(String path) {
        return UserError.at(path + ".quantity", "The quantity is invalid.", "INVALID_QUANTITY");
    }
}
