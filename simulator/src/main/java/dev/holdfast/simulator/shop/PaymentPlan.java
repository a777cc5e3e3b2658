package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.Id.PaymentTermsId;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.SellingPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is charged at checkout and when the rest is due.
 *
 * @param onFulfillment any such line wins over dates; otherwise the earliest date counts for the whole order
 */
record PaymentPlan(
        long nowMinor,
        long laterMinor,
        boolean onFulfillment,
        @Nullable Instant dueAt) {

    static PaymentPlan inFull(long totalMinor) {
        return new PaymentPlan(totalMinor, 0, false, null);
    }

    /** Nothing is charged, and nobody has said when it is due. */
    static PaymentPlan nothing() {
        return new PaymentPlan(0, 0, false, null);
    }

    /** Deposits of all lines are summed and charged together. */
    static PaymentPlan of(
            List<Wanted> lines, List<Long> amounts, long shippingMinor, boolean shippingNow, Instant now) {
        long atCheckout = 0;
        long total = shippingMinor;
        boolean fulfillment = false;
        Instant due = null;
        for (int at = 0; at < lines.size(); at++) {
            Wanted line = lines.get(at);
            long amount = amounts.get(at);
            total += amount;
            SellingPlan.FixedBilling billing = billing(line);
            if (billing == null || billing.trigger() == SellingPlan.BalanceTrigger.NO_REMAINING_BALANCE) {
                atCheckout += amount;
                continue;
            }
            atCheckout += deposit(billing, line.quantity(), amount);
            fulfillment = fulfillment || billing.trigger() == SellingPlan.BalanceTrigger.ON_FULFILLMENT;
            due = earlier(due, dueAt(billing, now));
        }
        boolean deferred = atCheckout < total - shippingMinor;
        atCheckout += shippingNow || !deferred ? shippingMinor : 0;
        return new PaymentPlan(atCheckout, total - atCheckout, fulfillment, fulfillment ? null : due);
    }

    @Nullable
    PaymentTerms terms(World world) {
        if (laterMinor == 0) {
            return null;
        }
        Instant now = world.now();
        PaymentTerms.Schedule schedule = new PaymentTerms.Schedule(
                new PaymentScheduleId(world.nextId()), dueAt, now, null, laterMinor, laterMinor);
        PaymentTerms.Type type =
                onFulfillment || dueAt == null ? PaymentTerms.Type.FULFILLMENT : PaymentTerms.Type.FIXED;
        String name = type == PaymentTerms.Type.FIXED ? "Fixed" : "Due on fulfillment";
        return new PaymentTerms(new PaymentTermsId(world.nextId()), type, name, null, List.of(schedule));
    }

    private static SellingPlan.@Nullable FixedBilling billing(Wanted line) {
        SellingPlan plan = line.plan();
        return plan != null && plan.billing() instanceof SellingPlan.FixedBilling fixed ? fixed : null;
    }

    private static long deposit(SellingPlan.FixedBilling billing, int quantity, long amount) {
        BigDecimal percentage = billing.charge().percentage();
        if (percentage != null) {
            return Pricing.percent(amount, percentage);
        }
        long price =
                billing.charge().price() == null ? 0 : billing.charge().price().minor();
        return Math.min(amount, price * quantity);
    }

    private static @Nullable Instant dueAt(SellingPlan.FixedBilling billing, Instant now) {
        return switch (billing.trigger()) {
            case EXACT_TIME -> billing.exactTime();
            case TIME_AFTER_CHECKOUT -> billing.afterCheckout() == null ? null : now.plus(billing.afterCheckout());
            case ON_FULFILLMENT, NO_REMAINING_BALANCE -> null;
        };
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || (other != null && other.isBefore(one))) {
            return other;
        }
        return one;
    }
}
