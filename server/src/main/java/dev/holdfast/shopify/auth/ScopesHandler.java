package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.inbox.UnreadableWebhook;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** {@code app/scopes_update}: the merchant has granted or taken away access. */
final class ScopesHandler implements WebhookHandler {
    private final Supplier<List<Regranted>> listeners;

    /** The listeners are asked for late: they may need what needs this. */
    ScopesHandler(Supplier<List<Regranted>> listeners) {
        this.listeners = listeners;
    }

    @Override
    public Set<String> topics() {
        return Set.of("app/scopes_update");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        var newest =
                webhooks.stream().max(Comparator.comparing(Webhook::version)).orElseThrow();
        var current = newest.payload().path("current");
        if (!current.isArray()) {
            throw new UnreadableWebhook("app/scopes_update has no list named current.", null);
        }
        var granted = new Scopes(current.valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
        if (Connections.scopes(sql, shop, granted, newest.version())) {
            listeners.get().forEach(listener -> listener.regranted(sql, shop));
        }
    }
}
