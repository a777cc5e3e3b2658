package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sold at a counter and shipped. */
class CounterSalesTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_counter_takes_units_as_routing_says_or_from_its_own_shelf(boolean online) {
        Shops shops = Shops.with(Switch.COUNTER_SALES_USE_ONLINE_ROUTING, online);
        LocationId counter = shops.secondLocation("Counter");
        Variant variant = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 5, counter, 5));

        Order order = shops.shop.staff().sellAtCounter(counter, variant.id(), 2).value();
        shops.pass(shops.shop.switches().routing());

        assertThat(shops.onlyFulfillmentOrder(order).location()).isEqualTo(online ? shops.here : counter);
        assertThat(shops.stock(variant, online ? shops.here : counter).committed())
                .isEqualTo(2);
        assertThat(order.placement().sourceName()).isEqualTo("pos");
        assertThat(order.accounts().outstanding()).isZero();
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_counter_sells_past_the_policy_or_keeps_it(boolean ignores) {
        Shops shops = Shops.with(Switch.COUNTER_SALES_IGNORE_POLICY, ignores);
        assertSold(shops, ignores);
        Switches fromShelf = shops.shop.switches().with(Switch.COUNTER_SALES_USE_ONLINE_ROUTING, false);
        assertSold(Shops.open(fromShelf), ignores);
    }

    private static void assertSold(Shops shops, boolean sold) {
        Variant variant = shops.variant(InventoryPolicy.DENY, 1);
        Result<Order> result = shops.shop.staff().sellAtCounter(shops.here, variant.id(), 2);
        assertThat(result.errors()).hasSize(sold ? 0 : 1);
        assertThat(shops.stock(variant).available()).isEqualTo(sold ? -1 : 1);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void a_counter_that_is_not_there_sells_nothing() {
        Shops shops = Shops.open();
        Variant variant = shops.variant(InventoryPolicy.DENY, 1);
        assertThat(Shops.code(shops.shop.staff().sellAtCounter(new LocationId(1), variant.id(), 1)))
                .isEqualTo("LOCATION_NOT_FOUND");
    }
}
