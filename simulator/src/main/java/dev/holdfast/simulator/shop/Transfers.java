package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryTransferId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Transfer.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Transfers of stock between locations, or from a supplier. */
public final class Transfers {

    private final World world;
    private final TransferStock stock;
    private final TransferChecks checks;
    private final TransferItems items;

    /**
     * {@code InventoryTransferCreateInput}.
     *
     * @param origin null for a supplier
     * @param dateCreated null is now
     */
    public record NewTransfer(
            @Nullable LocationId origin,
            @Nullable LocationId destination,
            List<Line> lines,
            @Nullable String referenceName,
            @Nullable String note,
            List<String> tags,
            @Nullable Instant dateCreated) {

        public NewTransfer {
            lines = List.copyOf(lines);
            tags = List.copyOf(tags);
        }

        /** From a supplier. */
        public static NewTransfer to(LocationId destination, Line... lines) {
            return new NewTransfer(null, destination, List.of(lines), null, null, List.of(), null);
        }
    }

    /** Units of one item. */
    public record Line(InventoryItemId item, int quantity) {}

    Transfers(World world) {
        this.world = world;
        this.stock = new TransferStock(world);
        this.checks = new TransferChecks(world);
        this.items = new TransferItems(world, stock);
    }

    /** What is on them, changed after they were made. */
    public TransferItems items() {
        return items;
    }

    public Table<Transfer> all() {
        return world.tables.transfers;
    }

    /** {@code inventoryTransferCreate}: a draft. */
    public Result<Transfer> create(NewTransfer wanted) {
        return world.write(() -> {
            List<UserError> errors = refusals(wanted);
            return errors.isEmpty() ? Result.done(keep(made(wanted))) : Result.refused(errors);
        });
    }

    /** {@code inventoryTransferCreateAsReadyToShip}. */
    public Result<Transfer> createReady(NewTransfer wanted) {
        return world.write(() -> {
            List<UserError> errors = refusals(wanted);
            if (wanted.lines().isEmpty()) {
                errors.add(UserError.at("input.lineItems", "The list of line items is empty.", "ITEMS_EMPTY"));
            }
            if (wanted.origin() == null && wanted.destination() == null) {
                errors.add(UserError.at("input", "A location is required.", "LOCATION_REQUIRED"));
            }
            return errors.isEmpty() ? Result.done(ready(made(wanted))) : Result.refused(errors);
        });
    }

    /** {@code inventoryTransferMarkAsReadyToShip}: what leaves a location is reserved there. */
    public Result<Transfer> markReady(InventoryTransferId id) {
        return world.write(() -> {
            Transfer before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            if (before.status() != Status.DRAFT) {
                return Result.refused(
                        UserError.at("id", "The transfer is not in the draft status.", "INVALID_TRANSFER_STATUS"));
            }
            if (before.lines().isEmpty()) {
                return Result.refused(UserError.at("id", "The list of line items is empty.", "ITEMS_EMPTY"));
            }
            return Result.done(ready(before));
        });
    }

    /** {@code inventoryTransferCancel}: while nothing of it has left. */
    public Result<Transfer> cancel(InventoryTransferId id) {
        return world.write(() -> {
            Transfer before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            List<UserError> errors = new ArrayList<>();
            if (before.status() != Status.DRAFT && before.status() != Status.READY_TO_SHIP) {
                errors.add(UserError.at(
                        "id",
                        "The transfer can only be canceled in a draft or a ready to ship status.",
                        "INVALID_TRANSFER_STATUS"));
            }
            boolean left = before.shipments().stream()
                    .anyMatch(each -> world.tables
                            .shipments
                            .find(each)
                            .filter(shipment -> shipment.status() != Shipment.Status.DRAFT)
                            .isPresent());
            if (left) {
                errors.add(UserError.at(
                        "id", "Can't cancel the transfer if it has in transit shipments.", "SHIPMENT_EXISTS"));
            }
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            if (before.status() == Status.READY_TO_SHIP) {
                stock.ready(before, -1);
            }
            Transfer after = before.withStatus(Status.CANCELED, world.now());
            world.tables.transfers.put(after);
            world.emit(Topic.INVENTORY_TRANSFERS_CANCEL, new Subject.TransferChanged(after));
            return Result.done(after);
        });
    }

    /** {@code inventoryTransferDelete}: a draft only. */
    public Result<InventoryTransferId> delete(InventoryTransferId id) {
        return world.write(() -> {
            Transfer before = all().find(id).orElse(null);
            if (before == null) {
                return missing();
            }
            if (before.status() != Status.DRAFT) {
                return Result.refused(UserError.at(
                        "id", "Can't delete the transfer if it's not in the draft status.", "INVALID_TRANSFER_STATUS"));
            }
            world.tables.transfers.remove(id);
            return Result.done(id);
        });
    }

    private Transfer ready(Transfer before) {
        stock.ready(before, 1);
        Transfer after = before.withStatus(Status.READY_TO_SHIP, world.now());
        world.tables.transfers.put(after);
        world.emit(Topic.INVENTORY_TRANSFERS_READY_TO_SHIP, new Subject.TransferChanged(after));
        return after;
    }

    private Transfer keep(Transfer transfer) {
        world.tables.transfers.put(transfer);
        return transfer;
    }

    private Transfer made(NewTransfer wanted) {
        Instant now = world.now();
        List<Transfer.Line> lines = wanted.lines().stream().map(checks::line).toList();
        return new Transfer(
                new InventoryTransferId(world.nextId()),
                "#T%04d".formatted(all().size() + 1),
                Status.DRAFT,
                wanted.origin(),
                wanted.destination(),
                wanted.referenceName(),
                wanted.note(),
                wanted.tags(),
                lines,
                List.of(),
                Objects.requireNonNullElse(wanted.dateCreated(), now),
                now);
    }

    private List<UserError> refusals(NewTransfer wanted) {
        List<UserError> errors = new ArrayList<>();
        checks.place(wanted.origin(), "input.originLocationId", errors);
        checks.place(wanted.destination(), "input.destinationLocationId", errors);
        if (wanted.origin() != null && wanted.origin().equals(wanted.destination())) {
            errors.add(UserError.at(
                    "input.destinationLocationId",
                    "The origin location cannot be the same as the destination location.",
                    "TRANSFER_ORIGIN_CANNOT_BE_THE_SAME_AS_DESTINATION"));
        }
        checks.lines(wanted.lines(), 0, errors);
        return errors;
    }

    static UserError unknown(String path) {
        return UserError.at(path, "The transfer can't be found.", "TRANSFER_NOT_FOUND");
    }

    private static <T> Result<T> missing() {
        return Result.refused(unknown("id"));
    }
}
