package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id.JobId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.ShippingLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cancels orders: what can be refused is refused at once, the rest is a job. */
final class Cancelling {

    private static final int LONGEST_NOTE = 255;

    private final World world;
    private final Refunding refunding;

    Cancelling(World world, Refunding refunding) {
        this.world = world;
        this.refunding = refunding;
    }

    Result<Job> begin(OrderId id, Orders.Cancel how) {
        Order order = world.tables.orders.find(id).orElse(null);
        if (order == null) {
            return Result.refused(UserError.at("orderId", "Order does not exist", "NOT_FOUND"));
        }
        if (how.staffNote() != null && how.staffNote().length() > LONGEST_NOTE) {
            return Result.refused(
                    UserError.at("staffNote", "Staff note is too long. Maximum length is 255 characters.", "INVALID"));
        }
        if (how.refundStoreCredit() && order.placement().customer() == null) {
            return Result.refused(UserError.at(
                    "refundMethod", "Store credit needs a customer", "STORE_CREDIT_REFUND_MISSING_CUSTOMER"));
        }
        String obstacle = obstacle(order);
        if (obstacle != null) {
            return Result.refused(UserError.at("orderId", obstacle, "INVALID"));
        }
        Job job = new Job(new JobId(world.nextId()), Job.Status.STARTED, id, null, world.now());
        world.tables.jobs.put(job);
        world.later(world.switches().jobs(), () -> finish(job, how));
        return Result.done(job);
    }

    /** What happened since the job began may stand in its way. */
    private void finish(Job job, Orders.Cancel how) {
        Order order = job.order() == null
                ? null
                : world.tables.orders.find(job.order()).orElse(null);
        String obstacle = order == null ? "Order does not exist" : obstacle(order);
        if (order != null && obstacle == null) {
            cancel(order, how);
        }
        Job.Status status = obstacle == null ? Job.Status.SUCCEEDED : Job.Status.FAILED;
        world.tables.jobs.put(new Job(job.id(), status, job.order(), obstacle, world.now()));
    }

    private void cancel(Order order, Orders.Cancel how) {
        Order cancelled = order.cancelled(new Order.Cancellation(world.now(), how.reason(), how.staffNote()));
        List<Refunding.Units> units = new ArrayList<>();
        for (LineItem line : order.lines()) {
            int open = Math.min(line.unfulfilledQuantity(), line.refundableQuantity());
            if (open > 0) {
                RestockType restock = how.restock() ? RestockType.CANCEL : RestockType.NO_RESTOCK;
                units.add(new Refunding.Units(line.id(), open, restock, null));
            }
        }
        long net = order.accounts().net();
        long shipping =
                order.shipping().stream().mapToLong(ShippingLine::currentMinor).sum();
        Order after = refunding
                .carryOut(
                        cancelled,
                        new Refunding.What(
                                units,
                                shipping,
                                how.refundOriginal() && !how.refundStoreCredit()
                                        ? Refunding.backTo(order, net)
                                        : List.of(),
                                how.refundStoreCredit() ? net : 0,
                                null,
                                null,
                                true))
                .order();
        world.emit(Topic.ORDERS_CANCELLED, new Subject.OrderChanged(after));
    }

    private @Nullable String obstacle(Order order) {
        String cannot = "Cannot cancel an order that has ";
        if (order.isCancelled()) {
            return cannot + "already been canceled";
        }
        if (order.accounts().authorized() > 0) {
            return cannot + "open authorizations";
        }
        boolean shipped = world.tables.fulfillmentsOf.of(order.id(), world.tables.fulfillments).stream()
                .anyMatch(each -> each.status() == Fulfillment.Status.SUCCESS);
        if (shipped) {
            return cannot + "outstanding fulfillments";
        }
        boolean returns = world.tables.returnsOf.of(order.id(), world.tables.returns).stream()
                .anyMatch(each -> each.status() != Return.Status.CANCELED && each.status() != Return.Status.DECLINED);
        return returns ? cannot + "returns" : null;
    }
}
