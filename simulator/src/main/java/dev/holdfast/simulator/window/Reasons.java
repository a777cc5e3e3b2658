package dev.holdfast.simulator.window;

import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Product;
import java.util.List;

/** Why something cannot be bought, in the words of a shop. */
final class Reasons {

    private Reasons() {}

    /** One sentence for each thing that is wrong. */
    static List<String> of(Shop shop, Basket basket, CheckoutResult.Refused refused) {
        return switch (refused.reason()) {
            case SOLD_OUT ->
                refused.shortages().stream()
                        .map(shortage -> shortage(shop, shortage))
                        .toList();
            case EMPTY -> List.of("Your cart is empty.");
            case PAYMENT_DECLINED -> List.of("Your card was declined. Nothing was charged. Try another one.");
            case DISCOUNT_UNKNOWN -> List.of("This discount code is not valid.");
            case NOT_SOLD_IN_CURRENCY -> List.of("This shop does not sell in the currency you chose.");
            case PLAN_REQUIRED -> List.of("Choose how you want to buy: this is only sold on one of the terms offered.");
            case PLAN_NEEDS_CHECKOUT -> List.of("A wallet does not take what is sold ahead: pay by card instead.");
            case PLAN_NOT_OFFERED -> List.of("The terms you chose are not offered any more. Choose again.");
            case VARIANT_NOT_SOLD, NOT_STOCKED -> List.of(gone(shop, basket));
        };
    }

    private static String shortage(Shop shop, CheckoutResult.Shortage shortage) {
        String name = name(shop, shortage.variant());
        return shortage.available() == 0
                ? name + " is sold out."
                : "Only " + shortage.available() + " of " + name + " left; you asked for " + shortage.wanted() + ".";
    }

    private static String gone(Shop shop, Basket basket) {
        List<String> names = basket.lines().stream()
                .map(Cart.Line::variant)
                .filter(variant -> !isSold(shop, variant))
                .map(variant -> name(shop, variant))
                .toList();
        return (names.isEmpty() ? "Something in your cart" : String.join(", ", names)) + " is no longer for sale.";
    }

    private static boolean isSold(Shop shop, ProductVariantId id) {
        return shop.catalog()
                .variants()
                .find(id)
                .flatMap(variant -> shop.catalog().products().find(variant.product()))
                .filter(product -> product.status() == Product.Status.ACTIVE)
                .isPresent();
    }

    static String name(Shop shop, ProductVariantId id) {
        return shop.catalog()
                .variants()
                .find(id)
                .flatMap(variant -> shop.catalog()
                        .products()
                        .find(variant.product())
                        .map(product -> product.title() + " (" + variant.title() + ")"))
                .orElse("Something in your cart");
    }
}
