package dev.holdfast.simulator.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cart would cost; amounts are minor units of the shop's currency. */
public sealed interface Quote {

    /**
     * It can be bought.
     *
     * @param nowMinor charged at checkout
     * @param laterMinor charged later: when it is shipped, or at {@code dueAt}
     */
    record Priced(
            List<Line> lines,
            long shippingMinor,
            long nowMinor,
            long laterMinor,
            boolean onFulfillment,
            @Nullable Instant dueAt)
            implements Quote {

        public Priced {
            lines = List.copyOf(lines);
        }

        public long totalMinor() {
            return nowMinor + laterMinor;
        }
    }

    /** Checkout would refuse it. */
    record No(CheckoutResult.Refused why) implements Quote {}

    /** A line of the cart, after the plan's price; the discount is of all its units together. */
    record Line(long unitPriceMinor, int quantity, long discountMinor) {}

    /** One unit, and how its price is split. */
    record Unit(long priceMinor, long nowMinor, long laterMinor) {}
}
