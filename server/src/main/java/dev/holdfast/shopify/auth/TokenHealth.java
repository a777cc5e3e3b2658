package dev.holdfast.shopify.auth;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.ShopRegistry;
import java.util.List;

/** Whether Shopify gave a token each time it was last asked for one, and else why not. */
final class TokenHealth implements HealthCheck {
    private final ShopRegistry shops;
    private final Connections connections;

    TokenHealth(ShopRegistry shops, Connections connections) {
        this.shops = shops;
        this.connections = connections;
    }

    @Override
    public String name() {
        return "token refresh";
    }

    @Override
    public Health check() {
        List<String> refused = shops.installed().stream()
                .flatMap(shop -> connections.refusal(shop).stream()
                        .map(no -> "%s got no new token at %s: %s".formatted(shops.domain(shop), no.at(), no.reason())))
                .toList();
        return refused.isEmpty()
                ? Health.good("every shop has got the token it last asked for")
                : Health.warning(String.join(" ", refused));
    }
}
