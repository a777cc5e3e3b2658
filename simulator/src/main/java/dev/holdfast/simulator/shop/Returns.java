package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id.FulfillmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import dev.holdfast.simulator.shop.state.Id.ReturnLineItemId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.Return.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shipped units sent back. Exchanges are not simulated. */
public final class Returns {

    private final World world;
    private final ReturnProcessing processing;

    /** {@code ReturnLineItemInput}. */
    public record NewLine(
            FulfillmentLineItemId fulfillmentLine,
            int quantity,
            @Nullable String reason,
            String note) {

        public static NewLine of(FulfillmentLineItemId line, int quantity) {
            return new NewLine(line, quantity, "UNWANTED", "");
        }
    }

    /**
     * What becomes of returned units.
     *
     * @param restock whether they can be sold again
     * @param location where; null for where they were shipped from
     */
    public record Processed(
            ReturnLineItemId line,
            int quantity,
            boolean restock,
            @Nullable LocationId location) {}

    /** {@code ReturnProcessInput}; without money nothing is refunded. */
    public record Processing(
            ReturnId id,
            List<Processed> lines,
            long shippingMinor,
            List<Refunds.Back> transactions,
            long storeCreditMinor,
            boolean allowOverRefunding) {

        public Processing {
            lines = List.copyOf(lines);
            transactions = List.copyOf(transactions);
        }

        public static Processing of(ReturnId id, Processed... lines) {
            return new Processing(id, List.of(lines), 0, List.of(), 0, false);
        }

        boolean refunds() {
            return !transactions.isEmpty() || storeCreditMinor > 0;
        }
    }

    /** How a return begins: asked for by the buyer, or agreed on already; and what its input is called. */
    private record Beginning(String input, Status status, Topic topic) {}

    /** {@code ReturnLineItemRemoveFromReturnInput}. */
    public record Removed(ReturnLineItemId line, int quantity) {}

    Returns(World world, Refunds refunds) {
        this.world = world;
        this.processing = new ReturnProcessing(world, refunds);
    }

    public Table<Return> all() {
        return world.tables.returns;
    }

    /** In the order in which they were made. */
    public List<Return> ofOrder(OrderId order) {
        return world.tables.returnsOf.of(order, all());
    }

    /** {@code returnCreate}: open at once. */
    public Result<Return> create(OrderId id, List<NewLine> lines) {
        return begin(id, lines, new Beginning("returnInput", Status.OPEN, Topic.RETURNS_APPROVE));
    }

    /** {@code returnRequest}: waits until the merchant approves or declines it. */
    public Result<Return> request(OrderId id, List<NewLine> lines) {
        return begin(id, lines, new Beginning("input", Status.REQUESTED, Topic.RETURNS_REQUEST));
    }

    /** {@code returnApproveRequest}. */
    public Result<Return> approve(ReturnId id) {
        return change(
                "input.id",
                id,
                Status.REQUESTED,
                before -> before.withStatus(Status.OPEN, world.now()),
                Topic.RETURNS_APPROVE);
    }

    /** {@code returnDeclineRequest}: its units can be asked back again. */
    public Result<Return> decline(ReturnId id, Return.Decline why) {
        return change(
                "input.id", id, Status.REQUESTED, before -> before.declined(why, world.now()), Topic.RETURNS_DECLINE);
    }

    private Result<Return> begin(OrderId id, List<NewLine> lines, Beginning how) {
        return world.write(() -> {
            Order order = world.tables.orders.find(id).orElse(null);
            if (order == null) {
                return refused(how.input() + ".orderId", "Order not found.", "NOT_FOUND");
            }
            if (lines.isEmpty()) {
                return refused(how.input() + ".returnLineItems", "Return line items can't be blank", "BLANK");
            }
            List<Return.Line> made = new ArrayList<>();
            Map<Long, Integer> wanted = new HashMap<>();
            for (int at = 0; at < lines.size(); at++) {
                NewLine line = lines.get(at);
                String path = how.input() + ".returnLineItems." + at;
                Fulfillment.Line shipped = shipped(id, line.fulfillmentLine()).orElse(null);
                if (shipped == null) {
                    return refused(
                            path + ".fulfillmentLineItemId", "Fulfillment Line Item was not found.", "NOT_FOUND");
                }
                int sum = wanted.merge(shipped.id().number(), line.quantity(), Integer::sum);
                if (line.quantity() < 1 || sum > returnable(id, shipped)) {
                    return refused(path + ".quantity", "Return line item has an invalid quantity.", "INVALID");
                }
                if (line.reason() == null) {
                    return refused(
                            path,
                            "Return line items Either return reason or return reason definition must be provided",
                            "NOT_FOUND");
                }
                made.add(new Return.Line(
                        new ReturnLineItemId(world.nextId()),
                        shipped.id(),
                        shipped.line(),
                        line.quantity(),
                        0,
                        0,
                        line.reason(),
                        line.note()));
            }
            return Result.done(keepNew(order, made, how));
        });
    }

    /** {@code returnProcess}: the return stays open. */
    public Result<Return> process(Processing wanted) {
        return world.write(() -> processing.process(wanted));
    }

    /** {@code removeFromReturn}: units that are not processed yet stay with the buyer after all. */
    public Result<Return> remove(ReturnId id, List<Removed> removed) {
        return world.write(() -> {
            Return before = all().find(id).orElse(null);
            if (before == null) {
                return refused("returnId", "Return not found.", "NOT_FOUND");
            }
            if (before.status() != Status.OPEN && before.status() != Status.REQUESTED) {
                return refused("returnId", "Return status is invalid.", "INVALID_STATE");
            }
            if (removed.isEmpty()) {
                return refused("returnLineItems", "Return line items can't be blank", "BLANK");
            }
            List<Return.Line> left = new ArrayList<>(before.lines());
            for (int at = 0; at < removed.size(); at++) {
                UserError refusal = take(left, removed.get(at), "returnLineItems." + at);
                if (refusal != null) {
                    return Result.refused(refusal);
                }
            }
            return Result.done(processing.keep(before.withLines(left, world.now()), Topic.RETURNS_UPDATE));
        });
    }

    private static @Nullable UserError take(List<Return.Line> lines, Removed removed, String path) {
        for (int at = 0; at < lines.size(); at++) {
            Return.Line line = lines.get(at);
            if (line.id().equals(removed.line())) {
                int free = line.quantity() - Math.max(line.processed(), line.refunded());
                if (removed.quantity() < 1 || removed.quantity() > free) {
                    return UserError.at(path + ".quantity", "Return line item has an invalid quantity.", "INVALID");
                }
                if (removed.quantity() == line.quantity()) {
                    lines.remove(at);
                } else {
                    lines.set(at, line.withQuantity(line.quantity() - removed.quantity()));
                }
                return null;
            }
        }
        return UserError.at(path + ".returnLineItemId", "Return line item was not found.", "NOT_FOUND");
    }

    /** {@code returnClose}. */
    public Result<Return> close(ReturnId id) {
        return change(
                "id", id, Status.OPEN, before -> before.withStatus(Status.CLOSED, world.now()), Topic.RETURNS_CLOSE);
    }

    /** {@code returnReopen}. */
    public Result<Return> reopen(ReturnId id) {
        return change(
                "id", id, Status.CLOSED, before -> before.withStatus(Status.OPEN, world.now()), Topic.RETURNS_REOPEN);
    }

    /** {@code returnCancel}: while nothing of it is processed. */
    public Result<Return> cancel(ReturnId id) {
        return world.write(() -> {
            Return before = all().find(id).orElse(null);
            if (before == null) {
                return refused("id", "Return not found.", "NOT_FOUND");
            }
            boolean begun = before.lines().stream().anyMatch(line -> line.processed() > 0 || line.refunded() > 0);
            boolean open = before.status() == Status.OPEN || before.status() == Status.REQUESTED;
            if (begun || !open) {
                return refused("id", "Return is not cancelable.", "INVALID_STATE");
            }
            return Result.done(processing.keep(before.withStatus(Status.CANCELED, world.now()), Topic.RETURNS_CANCEL));
        });
    }

    private Result<Return> change(String path, ReturnId id, Status from, UnaryOperator<Return> change, Topic topic) {
        return world.write(() -> {
            Return before = all().find(id).orElse(null);
            if (before == null) {
                return refused(path, "Return not found.", "NOT_FOUND");
            }
            if (before.status() != from) {
                return refused(path, "Return status is invalid.", "INVALID_STATE");
            }
            return Result.done(processing.keep(change.apply(before), topic));
        });
    }

    private Return keepNew(Order order, List<Return.Line> lines, Beginning how) {
        int number = ofOrder(order.id()).size() + 1;
        Return made = new Return(
                new ReturnId(world.nextId()),
                order.id(),
                order.name() + "-R" + number,
                how.status(),
                lines,
                world.now(),
                null,
                null,
                world.now());
        world.tables.returnsOf.add(order.id(), made.id());
        world.tables.returns.put(made);
        world.emit(how.topic(), new Subject.Returned(world.change(order), made));
        return made;
    }

    private Optional<Fulfillment.Line> shipped(OrderId order, FulfillmentLineItemId id) {
        return world.tables.fulfillmentsOf.of(order, world.tables.fulfillments).stream()
                .filter(each -> each.status() == Fulfillment.Status.SUCCESS)
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.id().equals(id))
                .findFirst();
    }

    /** Shipped on that line and in no other return. */
    private int returnable(OrderId order, Fulfillment.Line shipped) {
        int returned = ofOrder(order).stream()
                .filter(each -> each.status() != Status.CANCELED && each.status() != Status.DECLINED)
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.fulfillmentLine().equals(shipped.id()))
                .mapToInt(Return.Line::quantity)
                .sum();
        return shipped.quantity() - returned;
    }

    private static <T> Result<T> refused(String path, String message, String code) {
        return Result.refused(UserError.at(path, message, code));
    }
}
