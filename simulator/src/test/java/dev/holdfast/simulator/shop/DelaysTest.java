package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Shopify does a while after it answered, soon or late. */
class DelaysTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 5);

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT10M"})
    void an_order_is_routed_after_seconds_or_minutes(Duration delay) {
        shops.shop.switches(Switches.usual().withRouting(delay));
        Order order = placed();

        shops.pass(delay.minusSeconds(1));
        assertThat(shops.shop.fulfillmentOrders().ofOrder(order.id())).isEmpty();
        shops.pass(Duration.ofSeconds(1));
        assertThat(shops.shop.fulfillmentOrders().ofOrder(order.id())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2S", "PT3M"})
    void a_cancellation_is_done_after_seconds_or_minutes(Duration delay) {
        shops.shop.switches(Switches.usual().withJobs(delay));
        Order order = placed();
        var job = shops.shop
                .orders()
                .cancel(order.id(), Orders.Cancel.restocked(Order.Reason.OTHER))
                .value();

        shops.pass(delay.minusSeconds(1));
        assertThat(shops.now(order).isCancelled()).isFalse();
        assertThat(shops.shop.orders().job(job.id()).orElseThrow().done()).isFalse();
        shops.pass(Duration.ofSeconds(1));
        assertThat(shops.now(order).isCancelled()).isTrue();
        assertThat(shops.shop.orders().job(job.id()).orElseThrow().done()).isTrue();
    }

    private Order placed() {
        if (shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1)))
                instanceof CheckoutResult.Placed(Order order)) {
            return order;
        }
        throw new AssertionError("Not sold");
    }
}
