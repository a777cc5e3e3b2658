package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What says who somebody is comes back empty to an app that was not approved for it. */
class ProtectedDataTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void an_app_without_approval_sees_the_order_and_not_its_buyer() {
        var bear = fixture.product("Bear", 1).variants().getFirst();
        var order = ((Placed) fixture.shop.checkouts().place(Cart.of(Cart.Line.of(bear, 1)))).order();
        var settings = AppSettings.custom(
                "curious", "hush", URI.create("http://127.0.0.1:9"), Scopes.parse("read_orders,read_customers"));
        var unapproved = fixture.install(settings.withoutProtectedData());
        var document = "query($id: ID!) { order(id: $id) { name email } }";
        var asked = Map.of("id", order.id().gid());

        var seen = fixture.ask(unapproved, document, asked).path("data").path("order");

        assertThat(seen.path("name").asString()).isEqualTo(order.name());
        assertThat(seen.path("email").isNull()).isTrue();
        assertThat(fixture.data(document, asked).path("order").path("email").asString())
                .isEqualTo("buyer@example.com");
    }
}
