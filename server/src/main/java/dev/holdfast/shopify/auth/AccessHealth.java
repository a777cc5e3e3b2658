package dev.holdfast.shopify.auth;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.Connection.State;

/** Whether Shopify still lets Holdfast in, as far as is known: after an uninstall nobody told of, it does not. */
final class AccessHealth implements HealthCheck {
    private final ShopRegistry shops;
    private final Connections connections;

    AccessHealth(ShopRegistry shops, Connections connections) {
        this.shops = shops;
        this.connections = connections;
    }

    @Override
    public String name() {
        return "shop access";
    }

    // Only what is known: asking Shopify here would renew tokens at every look.
    @Override
    public Health check() {
        var shut = shops.installed().stream()
                .flatMap(shop -> connections.find(shop).stream())
                .filter(connection -> connection.state() != State.LIVE)
                .map(connection ->
                        connection.domain() + ": " + Tokens.withheld(connection).reason())
                .toList();
        return shut.isEmpty() ? Health.good("every shop can be read") : Health.warning(String.join(" ", shut));
    }
}
