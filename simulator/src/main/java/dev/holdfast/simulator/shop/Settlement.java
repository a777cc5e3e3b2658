package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that comes into an order, and what it leaves to be paid. */
final class Settlement {

    static final String MANUAL = "manual";

    private final World world;
    private final DueDates dueDates;

    Settlement(World world, DueDates dueDates) {
        this.world = world;
        this.dueDates = dueDates;
    }

    Transaction transaction(Transaction.Kind kind, Transaction.Status status, String gateway, long minor) {
        return new Transaction(
                new OrderTransactionId(world.nextId()), kind, status, gateway, minor, null, world.now(), null, null);
    }

    /** Keeps the order with one more transaction, and tells. */
    Order add(Order order, Transaction transaction) {
        List<Transaction> all = new ArrayList<>(order.transactions());
        all.add(transaction);
        Order after = settle(order.withTransactions(all), order);
        world.emit(Topic.ORDER_TRANSACTIONS_CREATE, new Subject.Transacted(after, transaction));
        return after;
    }

    /** Keeps a changed order with its schedule on what is owed, and tells when that became nothing. */
    Order settle(Order changed, Order before) {
        PaymentTerms terms = changed.terms();
        long owed = changed.accounts().outstanding();
        Order settled = changed;
        if (terms != null && terms.schedules().size() == 1) {
            PaymentTerms.Schedule schedule = terms.schedules().getFirst();
            long balance = changed.accounts().unsecured();
            if (schedule.balanceMinor() != balance) {
                PaymentTerms.Schedule after = new PaymentTerms.Schedule(
                        schedule.id(),
                        schedule.dueAt(),
                        schedule.issuedAt(),
                        balance == 0 ? world.now() : null,
                        Math.max(schedule.totalMinor(), balance),
                        balance);
                settled = changed.withTerms(terms.with(List.of(after)));
            }
        }
        Order kept = world.change(settled);
        boolean nowPaid = owed == 0 && before.accounts().outstanding() > 0 && !kept.isCancelled();
        if (nowPaid && (kept.accounts().received() > 0 || kept.markedPaid())) {
            world.emit(Topic.ORDERS_PAID, new Subject.OrderChanged(kept));
        }
        return kept;
    }

    Order markAsPaid(Order order) {
        long owed = order.accounts().outstanding();
        return world.isOn(Switch.MARK_AS_PAID_MAKES_TRANSACTION)
                ? add(order, transaction(Transaction.Kind.SALE, Transaction.Status.SUCCESS, MANUAL, owed))
                : settle(order.withMarkedPaid(), order);
    }

    Result<Order> capture(Order order, OrderTransactionId id, long minor) {
        Transaction parent = find(order, id);
        if (parent == null || parent.kind() != Transaction.Kind.AUTHORIZATION) {
            return Result.refused(UserError.of("Unable to find parent transaction", null));
        }
        if (minor <= 0) {
            return Result.refused(UserError.of("Amount must be greater than zero for capture transactions", null));
        }
        long open = order.accounts().authorized();
        if (minor > open) {
            return Result.refused(UserError.of(
                    "Cannot capture more than the authorized "
                            + order.placement().shopMoney(open).amount() + " for this payment.",
                    null));
        }
        return Result.done(add(
                order,
                new Transaction(
                        new OrderTransactionId(world.nextId()),
                        Transaction.Kind.CAPTURE,
                        Transaction.Status.SUCCESS,
                        parent.gateway(),
                        minor,
                        parent.id(),
                        world.now(),
                        null,
                        parent.paymentReference())));
    }

    Result<Order> settlePending(Order order, boolean succeeds) {
        List<Transaction> all = new ArrayList<>();
        boolean any = false;
        for (Transaction each : order.transactions()) {
            boolean pending = each.status() == Transaction.Status.PENDING;
            any = any || pending;
            Transaction.Status status = succeeds ? Transaction.Status.SUCCESS : Transaction.Status.FAILURE;
            all.add(pending ? each.with(status, world.now()) : each);
        }
        return any
                ? Result.done(settle(order.withTransactions(all), order))
                : Result.refused(UserError.at("id", "The order has no pending payment.", null));
    }

    /** New terms, or other dates; their due dates are watched. */
    Order terms(Order order, @Nullable PaymentTerms terms, Topic topic) {
        Order after = world.change(order.withTerms(terms));
        PaymentTerms told = terms == null ? order.terms() : terms;
        if (told != null) {
            world.emit(topic, new Subject.TermsChanged(after, told));
        }
        dueDates.watch(after);
        return after;
    }

    static @Nullable Transaction find(Order order, OrderTransactionId id) {
        for (Transaction transaction : order.transactions()) {
            if (transaction.id().equals(id)) {
                return transaction;
            }
        }
        return null;
    }
}
