package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferLineItemId;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Transfer.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other goods, or other units of them, on a transfer: all that is asked or none of it. What shipments already carry
 * stays. Source: the descriptions of both mutations in the 2026-07 schema.
 */
public final class TransferItems {

    private static final Set<Status> SETTABLE = EnumSet.of(Status.DRAFT, Status.READY_TO_SHIP, Status.IN_PROGRESS);
    private static final Set<Status> REMOVABLE = EnumSet.of(Status.DRAFT, Status.READY_TO_SHIP);

    private final World world;
    private final TransferStock stock;
    private final TransferChecks checks;

    /** {@code InventoryTransferLineItemUpdate}: what became of the units of one item. */
    public record Update(InventoryItemId item, int newQuantity, int delta) {}

    /** A transfer after a change of its goods. */
    public record Changed(Transfer transfer, List<Update> updates) {}

    TransferItems(World world, TransferStock stock) {
        this.world = world;
        this.stock = stock;
        this.checks = new TransferChecks(world);
    }

    /** {@code inventoryTransferSetItems}: units on top of what shipments carry; items not named stay as they are. */
    public Result<Changed> set(InventoryTransferId id, List<Transfers.Line> wanted) {
        return world.write(() -> {
            Transfer before = world.tables.transfers.find(id).orElse(null);
            UserError refusal = notIn(before, SETTABLE, "input.id");
            if (before == null || refusal != null) {
                return Result.refused(refusal == null ? Transfers.unknown("input.id") : refusal);
            }
            List<UserError> errors = new ArrayList<>();
            checks.lines(wanted, before.status() == Status.DRAFT ? 0 : 1, errors);
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            List<Transfer.Line> lines = new ArrayList<>(before.lines());
            for (Transfers.Line line : wanted) {
                boolean known = lines.stream().anyMatch(each -> each.item().equals(line.item()));
                if (known) {
                    lines.replaceAll(each -> each.item().equals(line.item())
                            ? each.withTotal(each.allocated() + line.quantity())
                            : each);
                } else {
                    lines.add(checks.line(line));
                }
            }
            return Result.done(keep(before, lines));
        });
    }

    /** {@code inventoryTransferRemoveItems}: of a line that is partly in shipments, the rest. */
    public Result<Changed> remove(InventoryTransferId id, List<InventoryTransferLineItemId> gone) {
        return world.write(() -> {
            Transfer before = world.tables.transfers.find(id).orElse(null);
            UserError refusal = notIn(before, REMOVABLE, "input.id");
            if (before == null || refusal != null) {
                return Result.refused(refusal == null ? Transfers.unknown("input.id") : refusal);
            }
            List<Transfer.Line> lines = new ArrayList<>(before.lines());
            for (int at = 0; at < gone.size(); at++) {
                UserError problem = take(lines, gone.get(at), "input.transferLineItemIds." + at);
                if (problem != null) {
                    return Result.refused(problem);
                }
            }
            if (lines.isEmpty() && before.status() == Status.READY_TO_SHIP) {
                return Result.refused(UserError.at(
                        "input.transferLineItemIds",
                        "Can't remove all items from a transfer that is ready to ship.",
                        "CANT_REMOVE_ALL_ITEMS_FROM_READY_TO_SHIP_TRANSFER"));
            }
            return Result.done(keep(before, lines));
        });
    }

    private static @Nullable UserError take(List<Transfer.Line> lines, InventoryTransferLineItemId id, String path) {
        Transfer.Line line =
                lines.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
        if (line == null) {
            return UserError.at(path, "The transfer line item could not be found.", "ITEM_NOT_FOUND");
        }
        if (line.allocated() > 0 && line.processable() == 0) {
            return UserError.at(path, "All of the item's quantity is in shipments.", "ALL_QUANTITY_SHIPPED");
        }
        if (line.allocated() == 0) {
            lines.remove(line);
        } else {
            lines.replaceAll(each -> each.id().equals(id) ? each.withTotal(each.allocated()) : each);
        }
        return null;
    }

    private Changed keep(Transfer before, List<Transfer.Line> lines) {
        Transfer after = before.withLines(lines, world.now());
        List<Update> updates = new ArrayList<>();
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Set<InventoryItemId> items = new HashSet<>();
        for (Transfer.Line line : before.lines()) {
            items.add(line.item());
            Transfer.Line now = after.line(line.id()).orElse(null);
            int total = now == null ? 0 : now.total();
            if (now == null || total != line.total()) {
                updates.add(new Update(line.item(), total, total - line.total()));
                topics.add(
                        now == null
                                ? Topic.INVENTORY_TRANSFERS_REMOVE_ITEMS
                                : Topic.INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES);
            }
        }
        for (Transfer.Line line : after.lines()) {
            if (!items.contains(line.item())) {
                updates.add(new Update(line.item(), line.total(), line.total()));
                topics.add(Topic.INVENTORY_TRANSFERS_ADD_ITEMS);
            }
        }
        world.tables.transfers.put(after);
        if (before.status() != Status.DRAFT) {
            updates.forEach(update -> stock.reserve(after, update.item(), update.delta(), "movement_updated"));
        }
        topics.forEach(topic -> world.emit(topic, new Subject.TransferRecounted(after, before.lines())));
        return new Changed(after, updates);
    }

    private static @Nullable UserError notIn(@Nullable Transfer transfer, Set<Status> allowed, String path) {
        return transfer == null || allowed.contains(transfer.status())
                ? null
                : UserError.at(
                        path, "The transfer's status does not allow to change its items.", "INVALID_TRANSFER_STATUS");
    }
}
