package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Id.RefundId;
import dev.holdfast.simulator.shop.state.Id.RefundLineItemId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Refund;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.ShippingLine;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import dev.holdfast.simulator.shop.state.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out refunds that were checked: lines, shipping, stock and money. */
final class Refunding {

    private final World world;
    private final Customers customers;
    private final Settlement settlement;
    private final Unshipping unshipping;

    /** Units given back; without a location they are restocked where they were. */
    record Units(
            LineItemId line,
            int quantity,
            RestockType restock,
            @Nullable LocationId location) {}

    /** Money given back to what it was paid with. */
    record Back(OrderTransactionId parent, String gateway, long minor) {}

    /**
     * A refund to carry out.
     *
     * @param removeWithoutRestock whether units that are not restocked leave the fulfillment orders too
     */
    record What(
            List<Units> lines,
            long shippingMinor,
            List<Back> back,
            long storeCreditMinor,
            @Nullable String note,
            @Nullable ReturnId returned,
            boolean removeWithoutRestock) {}

    /** What was done. */
    record Done(Order order, Refund refund) {}

    Refunding(World world, Customers customers, Settlement settlement, Unshipping unshipping) {
        this.world = world;
        this.customers = customers;
        this.settlement = settlement;
        this.unshipping = unshipping;
    }

    Done carryOut(Order order, What what) {
        List<LineItem> lines = new ArrayList<>(order.lines());
        List<Refund.Line> refunded = new ArrayList<>();
        for (Units units : what.lines()) {
            refunded.add(giveBack(order, lines, units, what.removeWithoutRestock()));
        }
        List<Transaction> transactions = new ArrayList<>();
        what.back().forEach(back -> transactions.add(refund(back.gateway(), back.minor(), back.parent())));
        if (what.storeCreditMinor() > 0) {
            transactions.add(refund(StoreCreditAccount.GATEWAY, what.storeCreditMinor(), null));
        }
        long credited = transactions.stream()
                .filter(each -> each.gateway().equals(StoreCreditAccount.GATEWAY))
                .mapToLong(Transaction::amountMinor)
                .sum();
        CustomerId customer = order.placement().customer();
        if (credited > 0 && customer != null) {
            customers.refund(customer, order.placement().shopMoney(credited), order.id());
        }
        Refund refund = new Refund(
                new RefundId(world.nextId()),
                world.now(),
                what.note(),
                refunded,
                what.shippingMinor(),
                transactions.stream().map(Transaction::id).toList(),
                transactions.stream().mapToLong(Transaction::amountMinor).sum(),
                what.returned());
        List<Refund> refunds = new ArrayList<>(order.refunds());
        refunds.add(refund);
        List<Transaction> all = new ArrayList<>(order.transactions());
        all.addAll(transactions);
        Order changed = order.withLines(lines)
                .withShipping(lessShipping(order, what.shippingMinor()))
                .withRefunds(refunds)
                .withTransactions(all);
        Order after = settlement.settle(changed, order);
        world.emit(Topic.REFUNDS_CREATE, new Subject.Refunded(after, refund));
        transactions.forEach(each -> world.emit(Topic.ORDER_TRANSACTIONS_CREATE, new Subject.Transacted(after, each)));
        return new Done(after, refund);
    }

    private Refund.Line giveBack(Order order, List<LineItem> lines, Units units, boolean removeAnyway) {
        int at = indexOf(lines, units.line());
        LineItem before = lines.get(at);
        boolean cancels =
                units.restock() == RestockType.CANCEL || (units.restock() == RestockType.NO_RESTOCK && removeAnyway);
        LineItem after = before.refunded(units.quantity(), cancels ? units.quantity() : 0);
        lines.set(at, after);
        if (cancels) {
            unshipping.remove(
                    order.id(),
                    new Unshipping.Removal(
                            units.line(), units.quantity(), units.restock() == RestockType.CANCEL, units.location()));
        } else if (units.restock() == RestockType.RETURN) {
            LocationId to = units.location() == null ? shippedFrom(order, units.line()) : units.location();
            if (to != null) {
                world.stock.restock(
                        before.sale().item(),
                        to,
                        units.quantity(),
                        Stock.Cause.of("restock", order.id().gid()));
            }
        }
        return new Refund.Line(
                new RefundLineItemId(world.nextId()),
                units.line(),
                units.quantity(),
                units.restock(),
                units.location(),
                before.currentAmountMinor() - after.currentAmountMinor());
    }

    private @Nullable LocationId shippedFrom(Order order, LineItemId line) {
        LocationId last = null;
        for (Fulfillment each : world.tables.fulfillmentsOf.of(order.id(), world.tables.fulfillments)) {
            if (each.lines().stream().anyMatch(shipped -> shipped.line().equals(line))) {
                last = each.location();
            }
        }
        return last;
    }

    private Transaction refund(String gateway, long minor, @Nullable OrderTransactionId parent) {
        Instant now = world.now();
        return new Transaction(
                new OrderTransactionId(world.nextId()),
                Transaction.Kind.REFUND,
                Transaction.Status.SUCCESS,
                gateway,
                minor,
                parent,
                now,
                null,
                null);
    }

    private static List<ShippingLine> lessShipping(Order order, long minor) {
        long open = minor;
        List<ShippingLine> after = new ArrayList<>();
        for (ShippingLine line : order.shipping()) {
            long part = Math.min(open, line.currentMinor());
            open -= part;
            after.add(new ShippingLine(line.id(), line.title(), line.priceMinor(), line.refundedMinor() + part));
        }
        return after;
    }

    private static int indexOf(List<LineItem> lines, LineItemId id) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).id().equals(id)) {
                return at;
            }
        }
        throw new IllegalStateException("Line " + id.number() + " was let through");
    }

    /** What of each payment can still be given back, in the order of the payments, up to {@code minor} together. */
    static List<Back> backTo(Order order, long minor) {
        List<Back> backs = new ArrayList<>();
        long open = minor;
        for (Transaction payment : order.transactions()) {
            long part = Math.min(open, refundable(order, payment));
            if (part > 0) {
                backs.add(new Back(payment.id(), payment.gateway(), part));
                open -= part;
            }
        }
        return backs;
    }

    static long refundable(Order order, Transaction payment) {
        if (!payment.took()) {
            return 0;
        }
        long given = 0;
        for (Transaction each : order.transactions()) {
            given += each.gaveBack() && payment.id().equals(each.parent()) ? each.amountMinor() : 0;
        }
        return payment.amountMinor() - given;
    }
}
