package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Order;
import java.util.List;

/** What became of a checkout. */
public sealed interface CheckoutResult {

    /** There is an order. */
    record Placed(Order order) implements CheckoutResult {}

    /** The buyer is away paying; {@link Checkouts#late} says what became of it. */
    record Away(String token) implements CheckoutResult {}

    /** Nothing was sold; the shortages are of {@link Reason#SOLD_OUT}. */
    record Refused(Reason reason, String message, List<Shortage> shortages) implements CheckoutResult {

        public Refused {
            shortages = List.copyOf(shortages);
        }
    }

    /** Why nothing was sold. */
    enum Reason {
        DISCOUNT_UNKNOWN,
        EMPTY,
        NOT_SOLD_IN_CURRENCY,
        NOT_STOCKED,
        PAYMENT_DECLINED,
        PLAN_NEEDS_CHECKOUT,
        PLAN_NOT_OFFERED,
        PLAN_REQUIRED,
        SOLD_OUT,
        VARIANT_NOT_SOLD
    }

    /** A line of which there is too little; available never below zero. */
    record Shortage(int line, ProductVariantId variant, int wanted, int available) {}
}
