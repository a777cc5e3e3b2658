package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer brings to checkout.
 *
 * @param presentment what the buyer pays in; null for the shop's currency
 */
public record Cart(
        List<Line> lines,
        Buyer buyer,
        Payment payment,
        List<String> discountCodes,
        @Nullable Currency presentment,
        List<Attribute> attributes,
        boolean test) {

    /** So many of a variant, on the terms of a plan or none. */
    public record Line(
            ProductVariantId variant,
            int quantity,
            @Nullable SellingPlanId plan,
            List<Attribute> properties) {

        public Line {
            properties = List.copyOf(properties);
            if (quantity < 1) {
                throw new IllegalArgumentException("A cart line has at least one unit: " + quantity);
            }
        }

        public static Line of(ProductVariantId variant, int quantity) {
            return new Line(variant, quantity, null, List.of());
        }

        public static Line of(ProductVariantId variant, int quantity, SellingPlanId plan) {
            return new Line(variant, quantity, plan, List.of());
        }
    }

    /** Who buys, and where it goes. */
    public record Buyer(
            @Nullable CustomerId customer,
            @Nullable String email,
            @Nullable String phone,
            String locale,
            @Nullable Address shippingAddress) {

        public static Buyer guest(String email) {
            return new Buyer(null, email, null, "en", null);
        }
    }

    /**
     * How the payment goes.
     *
     * @param commitsAfter for {@link Outcome#COMMITS_LATE}
     * @param express by a wallet's own button, past the pages of checkout
     * @param storeCredit the customer's store credit first, as far as it goes, and this way what is left
     */
    public record Payment(Outcome outcome, Duration commitsAfter, boolean express, boolean storeCredit) {

        public static final Payment SUCCEEDS = of(Outcome.SUCCEEDS);

        /** A wallet, such as Apple Pay, that pays at once. */
        public static final Payment EXPRESS = new Payment(Outcome.SUCCEEDS, Duration.ZERO, true, false);

        /** What becomes of it. */
        public enum Outcome {
            SUCCEEDS,
            /** Authorized only: staff captures it. */
            AUTHORIZES,
            DECLINED,
            /** A redirect: the order is made when the buyer comes back, and the stock is not kept meanwhile. */
            COMMITS_LATE,
            /** Such as a bank transfer: the order is made and the money comes, or not. */
            PENDING
        }

        public static Payment of(Outcome outcome) {
            return new Payment(outcome, Duration.ZERO, false, false);
        }

        public static Payment late(Duration after) {
            return new Payment(Outcome.COMMITS_LATE, after, false, false);
        }

        public Payment withStoreCredit() {
            return new Payment(outcome, commitsAfter, express, true);
        }
    }

    public Cart {
        lines = List.copyOf(lines);
        discountCodes = List.copyOf(discountCodes);
        attributes = List.copyOf(attributes);
    }

    /** A guest's cart that is paid at once. */
    public static Cart of(Line... lines) {
        return of(Buyer.guest("buyer@example.com"), lines);
    }

    public static Cart of(Buyer buyer, Line... lines) {
        return new Cart(List.of(lines), buyer, Payment.SUCCEEDS, List.of(), null, List.of(), false);
    }

    public Cart with(Payment other) {
        return new Cart(lines, buyer, other, discountCodes, presentment, attributes, test);
    }

    public Cart with(Currency other) {
        return new Cart(lines, buyer, payment, discountCodes, other, attributes, test);
    }

    public Cart withDiscounts(String... codes) {
        return new Cart(lines, buyer, payment, List.of(codes), presentment, attributes, test);
    }
}
