package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.state.Accounts;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import dev.holdfast.simulator.window.liquid.Shape;
import dev.holdfast.simulator.window.theme.OrderObjects;
import dev.holdfast.simulator.window.theme.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page that tells a buyer how an order stands. */
final class OrderPages {

    private final Pages pages;
    private final ProductPages products;

    OrderPages(Pages pages, ProductPages products) {
        this.pages = pages;
        this.products = products;
    }

    /** By the order's token, at both addresses Shopify gives out. */
    Answer show(Visit visit) {
        String token = visit.exchange().segment("token");
        return visit.shop()
                .orders()
                .all()
                .all()
                .filter(order -> order.placement().token().equals(token))
                .findFirst()
                .map(order -> page(inItsCurrency(visit, order), order))
                .orElseGet(() -> products.missing(visit));
    }

    /** While the buyer is away paying; afterwards the order, or why there is none. */
    Answer away(Visit visit) {
        Optional<CheckoutResult> result =
                visit.shop().checkouts().late(visit.exchange().segment("token"));
        if (result.isEmpty()) {
            return pages.show(visit, Pages.Page.of("away", "Waiting for your payment"));
        }
        return switch (result.get()) {
            case CheckoutResult.Placed(var order) ->
                visit.goTo("/orders/" + order.placement().token());
            case CheckoutResult.Refused refused ->
                pages.tell(
                        visit,
                        200,
                        "There is no order",
                        String.join(" ", Reasons.of(visit.shop(), visit.basket(), refused))
                                + " Your payment was given back.");
            case CheckoutResult.Away still -> pages.show(visit, Pages.Page.of("away", "Waiting for your payment"));
        };
    }

    private static Visit inItsCurrency(Visit visit, Order order) {
        Scene scene = visit.scene();
        return new Visit(
                visit.shop(),
                visit.exchange(),
                visit.token(),
                visit.basket(),
                new Scene(scene.shop(), order.placement().presentment(), scene.base(), scene.app()));
    }

    private Answer page(Visit visit, Order order) {
        OrderObjects objects = new OrderObjects(visit.scene());
        return pages.show(
                visit,
                Pages.Page.of("customers/order", "Order " + order.name())
                        .with("order", objects.order(order))
                        .with("left", objects.leftOf(order))
                        .with("parcels", objects.parcels(order))
                        .with("money", money(visit.scene(), order))
                        .with("schedules", schedules(visit.scene(), order))
                        .with("updated_at", order.updatedAt()));
    }

    private static Shape money(Scene scene, Order order) {
        Accounts accounts = order.accounts();
        return new Shape("money")
                .with("paid", scene.price(accounts.net()))
                .with("credit", scene.price(credit(order)))
                .with("refunded", scene.price(accounts.refunded()))
                .with("authorized", scene.price(accounts.authorized()))
                .with("pending", scene.price(accounts.pending()))
                .with("outstanding", scene.price(accounts.outstanding()));
    }

    /** How much of what is paid was paid by store credit, in minor units. */
    private static long credit(Order order) {
        return order.transactions().stream()
                .filter(each -> each.gateway().equals(StoreCreditAccount.GATEWAY))
                .mapToLong(each -> each.took() ? each.amountMinor() : each.gaveBack() ? -each.amountMinor() : 0)
                .sum();
    }

    private static List<Shape> schedules(Scene scene, Order order) {
        List<Shape> all = new ArrayList<>();
        PaymentTerms terms = order.terms();
        if (terms != null && !order.isCancelled()) {
            terms.schedules().stream()
                    .filter(schedule -> schedule.balanceMinor() > 0)
                    .forEach(schedule -> all.add(new Shape("schedule")
                            .with("balance", scene.price(schedule.balanceMinor()))
                            .with("due_at", schedule.dueAt())));
        }
        return all;
    }
}
