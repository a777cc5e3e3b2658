package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.JobId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Return;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders: reading them, and what is done with a whole one. */
public final class Orders {

    private final World world;
    private final Cancelling cancelling;
    private final Settlement settlement;
    private final ApiOrders apiOrders;
    private final CounterSales counterSales;

    /** As {@code OrderDisplayFulfillmentStatus}; those that are not deprecated and that occur. */
    public enum FulfillmentStatus {
        FULFILLED,
        IN_PROGRESS,
        ON_HOLD,
        PARTIALLY_FULFILLED,
        SCHEDULED,
        UNFULFILLED
    }

    /** As {@code OrderReturnStatus}. */
    public enum ReturnStatus {
        IN_PROGRESS,
        NO_RETURN,
        RETURNED,
        RETURN_REQUESTED
    }

    /**
     * {@code orderCancel}.
     *
     * @param refundOriginal whether what was paid goes back the way it came
     * @param refundStoreCredit whether what was paid becomes store credit
     */
    public record Cancel(
            Order.Reason reason,
            boolean restock,
            boolean refundOriginal,
            boolean refundStoreCredit,
            @Nullable String staffNote) {

        public static Cancel restocked(Order.Reason reason) {
            return new Cancel(reason, true, true, false, null);
        }
    }

    Orders(World world, Cancelling cancelling, Settlement settlement, ApiOrders apiOrders, CounterSales counterSales) {
        this.world = world;
        this.cancelling = cancelling;
        this.settlement = settlement;
        this.apiOrders = apiOrders;
        this.counterSales = counterSales;
    }

    public Table<Order> all() {
        return world.tables.orders;
    }

    public Table<Job> jobs() {
        return world.tables.jobs;
    }

    /** {@code Order.displayFulfillmentStatus}. */
    public FulfillmentStatus fulfillmentStatus(Order order) {
        int fulfilled = 0;
        int open = 0;
        for (LineItem line : order.lines()) {
            fulfilled += line.fulfilled();
            open += line.unfulfilledQuantity();
        }
        if (fulfilled > 0) {
            return open == 0 ? FulfillmentStatus.FULFILLED : FulfillmentStatus.PARTIALLY_FULFILLED;
        }
        List<FulfillmentOrder.Status> live =
                world.tables.fulfillmentOrdersOf.of(order.id(), world.tables.fulfillmentOrders).stream()
                        .filter(each -> each.routed() && each.status().live())
                        .map(FulfillmentOrder::status)
                        .distinct()
                        .toList();
        if (live.contains(FulfillmentOrder.Status.ON_HOLD)) {
            return FulfillmentStatus.ON_HOLD;
        }
        if (live.equals(List.of(FulfillmentOrder.Status.SCHEDULED))) {
            return FulfillmentStatus.SCHEDULED;
        }
        return live.contains(FulfillmentOrder.Status.IN_PROGRESS)
                ? FulfillmentStatus.IN_PROGRESS
                : FulfillmentStatus.UNFULFILLED;
    }

    /** {@code Order.returnStatus}: requested before open before closed; declined and cancelled ones do not count. */
    public ReturnStatus returnStatus(Order order) {
        List<Return.Status> all = world.tables.returnsOf.of(order.id(), world.tables.returns).stream()
                .map(Return::status)
                .toList();
        if (all.contains(Return.Status.REQUESTED)) {
            return ReturnStatus.RETURN_REQUESTED;
        }
        if (all.contains(Return.Status.OPEN)) {
            return ReturnStatus.IN_PROGRESS;
        }
        return all.contains(Return.Status.CLOSED) ? ReturnStatus.RETURNED : ReturnStatus.NO_RETURN;
    }

    /** {@code orderCancel}: refused at once, or done by the job. */
    public Result<Job> cancel(OrderId id, Cancel how) {
        return world.write(() -> cancelling.begin(id, how));
    }

    /** {@code orderDelete}: of a cancelled order only, with all that belongs to it. */
    public Result<OrderId> delete(OrderId id) {
        return world.write(() -> {
            Order order = all().find(id).orElse(null);
            if (order == null) {
                return Result.refused(UserError.at("orderId", "Order does not exist", "NOT_FOUND"));
            }
            if (!order.isCancelled()) {
                return Result.refused(
                        UserError.at("orderId", "Order cannot be deleted before it is cancelled", "INVALID"));
            }
            world.remove(order);
            world.emit(Topic.ORDERS_DELETE, new Subject.Deleted(id));
            return Result.done(id);
        });
    }

    public Optional<Job> job(JobId id) {
        return world.tables.jobs.find(id);
    }

    /** {@code orderUpdate} of the note; null removes it. */
    public Result<Order> note(OrderId id, @Nullable String note) {
        return world.write(() -> all().find(id)
                .<Result<Order>>map(order -> Result.done(world.change(order.withNote(note))))
                .orElseGet(Orders::missing));
    }

    /** {@code orderMarkAsPaid}: all that is outstanding. */
    public Result<Order> markAsPaid(OrderId id) {
        return world.write(() -> {
            Order order = all().find(id).orElse(null);
            if (order == null) {
                return missing();
            }
            if (order.isCancelled() || order.accounts().outstanding() == 0) {
                return Result.refused(UserError.at("id", "Order cannot be marked as paid.", null));
            }
            return Result.done(settlement.markAsPaid(order));
        });
    }

    /** {@code orderCapture} of an authorization. */
    public Result<Order> capture(OrderId id, OrderTransactionId authorization, long amountMinor) {
        return world.write(() -> {
            Order order = all().find(id).orElse(null);
            return order == null ? missing() : settlement.capture(order, authorization, amountMinor);
        });
    }

    /** A pending payment comes in, or fails. */
    public Result<Order> settlePending(OrderId id, boolean succeeds) {
        return world.write(() -> {
            Order order = all().find(id).orElse(null);
            return order == null ? missing() : settlement.settlePending(order, succeeds);
        });
    }

    /** {@code orderInvoiceSend}: changes nothing but the order's time of change. */
    public Result<Order> sendInvoice(OrderId id, @Nullable String to) {
        return world.write(() -> {
            Order order = all().find(id).orElse(null);
            if (order == null) {
                return missing();
            }
            if (to == null && order.placement().email() == null) {
                return Result.refused(
                        UserError.of("No recipient email address was provided", "ORDER_INVOICE_SEND_UNSUCCESSFUL"));
            }
            return Result.done(world.change(order));
        });
    }

    /** {@code orderCreate}: takes stock as its option says. */
    public Result<Order> create(Caller caller, ApiOrders.NewOrder wanted) {
        return world.write(() -> apiOrders.create(caller, wanted));
    }

    /** Sold at the counter of a location, paid there, and shipped. */
    public Result<Order> sellAtCounter(LocationId counter, ApiOrders.NewOrder wanted) {
        return world.write(() -> counterSales.sell(counter, wanted));
    }

    static <T> Result<T> missing() {
        return Result.refused(UserError.at("id", "Order does not exist", null));
    }
}
