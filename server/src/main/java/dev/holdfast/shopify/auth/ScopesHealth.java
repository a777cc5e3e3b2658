package dev.holdfast.shopify.auth;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.OptionalFeature;
import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.auth.Connection.State;
import java.util.ArrayList;

/** Whether the merchants granted what Holdfast asked for, and what is off where they did not. */
final class ScopesHealth implements HealthCheck {
    private final ShopifyApp app;
    private final ShopRegistry shops;
    private final Connections connections;

    ScopesHealth(ShopifyApp app, ShopRegistry shops, Connections connections) {
        this.app = app;
        this.shops = shops;
        this.connections = connections;
    }

    @Override
    public String name() {
        return "granted scopes";
    }

    @Override
    public Health check() {
        var lacking = new ArrayList<String>();
        var off = new ArrayList<String>();
        for (var shop : shops.installed()) {
            connections
                    .find(shop)
                    .filter(connection -> connection.state() == State.LIVE)
                    .ifPresent(connection -> {
                        Scopes granted = connection.scopes();
                        var missing = OptionalFeature.lackingForAll(granted, app.scopes());
                        if (!missing.isEmpty()) {
                            lacking.add(connection.domain() + " lacks " + String.join(", ", missing));
                        }
                        OptionalFeature.switchedOff(granted)
                                .forEach(sentence -> off.add(connection.domain() + ": " + sentence));
                    });
        }
        if (!lacking.isEmpty()) {
            return Health.warning("Holdfast cannot work without all it asks for: " + String.join("; ", lacking));
        }
        return Health.good(off.isEmpty() ? "all that was asked for" : String.join(" ", off));
    }
}
