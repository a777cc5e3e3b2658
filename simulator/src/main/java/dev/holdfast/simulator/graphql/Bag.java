package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Placement;

/** An amount in the shop's currency and in the buyer's. */
record Bag(Money shop, Money presentment) {
    static Bag of(Placement placement, long minor) {
        return new Bag(placement.shopMoney(minor), placement.presentmentMoney(minor));
    }

    static Bag of(Order order, long minor) {
        return of(order.placement(), minor);
    }

    static void addTo(FieldTable table) {
        table.on("MoneyBag", Bag.class).value("shopMoney", Bag::shop).value("presentmentMoney", Bag::presentment);
        table.on("MoneyV2", Money.class)
                .value("amount", Money::amount)
                .value("currencyCode", money -> money.currency().getCurrencyCode());
    }
}
