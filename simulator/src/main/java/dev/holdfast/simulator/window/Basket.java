package dev.holdfast.simulator.window;

import dev.holdfast.simulator.shop.Cart;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer has chosen so far.
 *
 * @param currency what the buyer pays in; null for the shop's own
 */
record Basket(
        List<Cart.Line> lines, List<String> codes, @Nullable Currency currency) {

    static final Basket EMPTY = new Basket(List.of(), List.of(), null);

    Basket {
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
    }

    int units() {
        return lines.stream().mapToInt(Cart.Line::quantity).sum();
    }

    /** Units of the same thing on the same terms are one line. */
    Basket plus(Cart.Line more) {
        List<Cart.Line> all = new ArrayList<>(lines);
        for (int at = 0; at < all.size(); at++) {
            Cart.Line line = all.get(at);
            if (line.equals(sized(more, line.quantity()))) {
                all.set(at, sized(line, Math.addExact(line.quantity(), more.quantity())));
                return with(all);
            }
        }
        all.add(more);
        return with(all);
    }

    /** With other quantities, line by line; none takes the line out. */
    Basket resized(List<Integer> quantities) {
        List<Cart.Line> left = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (quantities.get(at) > 0) {
                left.add(sized(lines.get(at), quantities.get(at)));
            }
        }
        return with(left);
    }

    /** Those lines that say {@code true}. */
    Basket only(java.util.function.Predicate<Cart.Line> kept) {
        return with(lines.stream().filter(kept).toList());
    }

    Basket with(List<Cart.Line> others) {
        return new Basket(others, codes, currency);
    }

    Basket withCodes(List<String> others) {
        return new Basket(lines, others, currency);
    }

    Basket in(@Nullable Currency other) {
        return new Basket(lines, codes, other);
    }

    /** As checkout takes it. */
    Cart cart(Cart.Buyer buyer, Cart.Payment payment) {
        return new Cart(lines, buyer, payment, codes, currency, List.of(), false);
    }

    /** As checkout takes it while nobody has said who buys. */
    Cart cart() {
        return cart(new Cart.Buyer(null, null, null, "en", null), Cart.Payment.SUCCEEDS);
    }

    private static Cart.Line sized(Cart.Line line, int quantity) {
        return new Cart.Line(line.variant(), quantity, line.plan(), line.properties());
    }
}
