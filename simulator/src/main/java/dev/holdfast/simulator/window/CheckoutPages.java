package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.Customers.NewCustomer;
import dev.holdfast.simulator.shop.Quote;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.window.liquid.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checkout: one page to fill in, and the order or the reason why there is none. */
final class CheckoutPages {

    private final Pages pages;
    private final CartPages cart;
    private final Baskets baskets;

    /** What the page says besides the form: about the whole, and about single fields. */
    private record Said(List<String> problems, Map<String, String> fields) {

        static final Said NOTHING = new Said(List.of(), Map.of());
    }

    CheckoutPages(Pages pages, CartPages cart, Baskets baskets) {
        this.pages = pages;
        this.cart = cart;
        this.baskets = baskets;
    }

    Answer show(Visit visit) {
        return switch (visit.shop().checkouts().quote(visit.basket().cart())) {
            case Quote.No no -> visit.goTo("/cart");
            case Quote.Priced priced -> page(visit, priced, BuyerForm.blank(), Said.NOTHING);
        };
    }

    /** {@code apply} a discount code, {@code forget} those there are, or pay. */
    Answer send(Visit visit) throws IOException {
        BuyerForm form = new BuyerForm(Form.of(visit.exchange()));
        if (form.form().has("apply") || form.form().has("forget")) {
            return discount(visit, form);
        }
        return switch (visit.shop().checkouts().quote(visit.basket().cart())) {
            case Quote.No(var why) -> cart.show(visit, Reasons.of(visit.shop(), visit.basket(), why));
            case Quote.Priced priced -> pay(visit, priced, form);
        };
    }

    private Answer pay(Visit visit, Quote.Priced priced, BuyerForm form) {
        Map<String, String> problems = form.problems(isDeferred(priced));
        if (!problems.isEmpty()) {
            return page(visit, priced, form, new Said(List.of(), problems));
        }
        return switch (place(visit, form)) {
            case CheckoutResult.Placed(var order) ->
                done(visit, "/orders/" + order.placement().token());
            case CheckoutResult.Away(var token) -> done(visit, "/checkout/away/" + token);
            case CheckoutResult.Refused refused -> refused(visit, priced, form, refused);
        };
    }

    private Answer refused(Visit visit, Quote.Priced priced, BuyerForm form, CheckoutResult.Refused refused) {
        List<String> problems = Reasons.of(visit.shop(), visit.basket(), refused);
        return refused.reason() == CheckoutResult.Reason.PAYMENT_DECLINED
                ? page(visit, priced, form, new Said(problems, Map.of()))
                : cart.show(visit, problems);
    }

    private static CheckoutResult place(Visit visit, BuyerForm form) {
        Shop shop = visit.shop();
        return shop.together(() -> {
            Cart.Payment payment = form.cartPayment();
            Optional<Customer> known = byEmail(shop, form.email());
            boolean pays = payment.outcome() != Cart.Payment.Outcome.DECLINED
                    && shop.checkouts().quote(visit.basket().cart()) instanceof Quote.Priced;
            Customer customer = known.isEmpty() && pays ? newCustomer(shop, form) : known.orElse(null);
            return shop.checkouts()
                    .place(visit.basket()
                            .cart(
                                    new Cart.Buyer(
                                            customer == null ? null : customer.id(),
                                            form.email(),
                                            null,
                                            "en",
                                            form.address(shop.settings().country())),
                                    payment));
        });
    }

    private static Optional<Customer> byEmail(Shop shop, String email) {
        return shop.customers()
                .all()
                .all()
                .filter(customer -> email.equalsIgnoreCase(customer.email()))
                .findFirst();
    }

    /** Checkout makes a customer of every new address. */
    private static Customer newCustomer(Shop shop, BuyerForm form) {
        String[] names = form.names();
        return shop.customers().create(NewCustomer.named(names[0], names[1], form.email()));
    }

    private Answer done(Visit visit, String page) {
        baskets.keep(
                visit.shop().settings().domain(),
                visit.token(),
                Basket.EMPTY.in(visit.basket().currency()));
        return visit.goTo(page);
    }

    private Answer discount(Visit visit, BuyerForm form) {
        List<String> codes = form.form().has("forget")
                ? List.of()
                : form.form().text("discount").map(List::of).orElse(List.of());
        Visit with = visit.with(visit.basket().withCodes(codes));
        Quote quote = visit.shop().checkouts().quote(with.basket().cart());
        if (quote instanceof Quote.No(var why) && why.reason() == CheckoutResult.Reason.DISCOUNT_UNKNOWN) {
            Map<String, String> problem = Map.of(
                    "discount", Reasons.of(visit.shop(), visit.basket(), why).getFirst());
            return visit.shop()
                                    .checkouts()
                                    .quote(visit.basket().withCodes(List.of()).cart())
                            instanceof Quote.Priced priced
                    ? page(visit, priced, form, new Said(List.of(), problem))
                    : visit.goTo("/cart");
        }
        baskets.keep(visit.shop().settings().domain(), visit.token(), with.basket());
        return quote instanceof Quote.Priced priced ? page(with, priced, form, Said.NOTHING) : visit.goTo("/cart");
    }

    private Answer page(Visit visit, Quote.Priced priced, BuyerForm form, Said said) {
        return pages.show(
                visit,
                Pages.Page.of("checkout", "Checkout")
                        .with("form", form.shape(said.fields()))
                        .with("problems", said.problems())
                        .with("totals", totals(visit, priced))
                        .with("codes", visit.basket().codes())
                        .with("country", country(visit.shop()))
                        .with("card_only", isDeferred(priced))
                        .with(
                                "takes_credit",
                                visit.shop()
                                        .checkouts()
                                        .takesStoreCredit(visit.basket().cart()))
                        .withStatus(said.equals(Said.NOTHING) ? 200 : 422));
    }

    private static String country(Shop shop) {
        return Locale.of("", shop.settings().country()).getDisplayCountry(Locale.ENGLISH);
    }

    private static Shape totals(Visit visit, Quote.Priced priced) {
        long goods = priced.lines().stream()
                .mapToLong(line -> line.unitPriceMinor() * line.quantity())
                .sum();
        long off = priced.lines().stream().mapToLong(Quote.Line::discountMinor).sum();
        return new Shape("totals")
                .with("subtotal", visit.scene().price(goods))
                .with("discount", visit.scene().price(off))
                .with("shipping", visit.scene().price(priced.shippingMinor()))
                .with("total", visit.scene().price(priced.totalMinor()))
                .with("now", visit.scene().price(priced.nowMinor()))
                .with("later", visit.scene().price(priced.laterMinor()))
                .with("on_fulfillment", priced.onFulfillment())
                .with("due_at", priced.dueAt());
    }

    /** What is charged later is charged to a kept card: other payments cannot be deferred. */
    private static boolean isDeferred(Quote.Priced priced) {
        return priced.laterMinor() > 0;
    }
}
