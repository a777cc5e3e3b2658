package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.SellingPlanGroupId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms under which a variant is sold: when it is paid, when it is delivered, when stock is taken. */
public record SellingPlan(
        SellingPlanId id,
        SellingPlanGroupId group,
        String name,
        @Nullable String description,
        List<String> options,
        @Nullable Integer position,
        @Nullable Category category,
        Billing billing,
        Delivery delivery,
        @Nullable Reserve reserve,
        List<Pricing> pricing,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    /** What sort of purchase option it is. */
    public enum Category {
        OTHER,
        PRE_ORDER,
        SUBSCRIPTION,
        TRY_BEFORE_YOU_BUY
    }

    /** When stock is committed. */
    public enum Reserve {
        ON_FULFILLMENT,
        ON_SALE
    }

    /** When what was not paid at checkout is charged. */
    public enum BalanceTrigger {
        EXACT_TIME,
        NO_REMAINING_BALANCE,
        ON_FULFILLMENT,
        TIME_AFTER_CHECKOUT
    }

    /** When delivery begins. */
    public enum DeliveryTrigger {
        ANCHOR,
        ASAP,
        EXACT_TIME,
        UNKNOWN
    }

    /** When it is paid. */
    public sealed interface Billing permits FixedBilling, RecurringBilling {}

    /** Paid once, in one or two parts. */
    public record FixedBilling(
            Charge charge,
            BalanceTrigger trigger,
            @Nullable Instant exactTime,
            @Nullable Duration afterCheckout) implements Billing {}

    /** Paid again and again; the simulator keeps such plans and does not sell by them. */
    public record RecurringBilling(String interval, int intervalCount) implements Billing {}

    /** When it is delivered. */
    public sealed interface Delivery permits FixedDelivery, RecurringDelivery {}

    /** Delivered once. */
    public record FixedDelivery(
            DeliveryTrigger trigger, @Nullable Instant exactTime) implements Delivery {}

    /** Delivered again and again. */
    public record RecurringDelivery(String interval, int intervalCount) implements Delivery {}

    /** What is charged at checkout: exactly one of the two. */
    public record Charge(
            @Nullable BigDecimal percentage, @Nullable Money price) {

        public Charge {
            if ((percentage == null) == (price == null)) {
                throw new IllegalArgumentException("A checkout charge is a percentage or a price");
            }
        }

        public boolean isFull() {
            return percentage != null && percentage.compareTo(BigDecimal.valueOf(100)) == 0;
        }
    }

    /** How a plan's price follows from the variant's. */
    public record Pricing(Adjustment adjustment, BigDecimal value, boolean recurring) {}

    /** What the value of a pricing policy means. */
    public enum Adjustment {
        FIXED_AMOUNT,
        PERCENTAGE,
        PRICE
    }

    public SellingPlan {
        options = List.copyOf(options);
        pricing = List.copyOf(pricing);
    }
}
