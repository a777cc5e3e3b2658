package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code app/uninstalled}: the tokens are dead, and what waits to be sent waits for a reinstall. */
final class UninstallHandler implements WebhookHandler {
    private static final Logger log = LoggerFactory.getLogger(UninstallHandler.class);

    private final ShopRegistry shops;
    private final Wakes wakes;

    UninstallHandler(ShopRegistry shops, Wakes wakes) {
        this.shops = shops;
        this.wakes = wakes;
    }

    @Override
    public Set<String> topics() {
        return Set.of("app/uninstalled");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        for (var webhook : webhooks) {
            // Not the payload's updated_at, which is the shop's: one that arrives after a reinstall tells of the time
            // before.
            var at = webhook.triggeredAt().orElse(webhook.receivedAt());
            if (Connections.uninstalled(sql, shop, at)) {
                shops.uninstall(sql, shop);
                log.info("{} has removed Holdfast", shop);
                wakes.wakeAfterCommit(OwnShop.NAME);
            }
        }
    }
}
