package dev.holdfast.shop.privacy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.privacy.ForgottenFile;
import dev.holdfast.platform.privacy.Person;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.inbox.UnreadableWebhook;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The topics of privacy law; they are subscribed to in the app's own settings at Shopify. */
final class PrivacyHandler implements WebhookHandler {
    private static final Logger log = LoggerFactory.getLogger(PrivacyHandler.class);
    private static final String DATA_REQUEST = "customers/data_request";
    private static final String CUSTOMER_REDACT = "customers/redact";
    private static final String SHOP_REDACT = "shop/redact";

    private final PrivacyRequests requests;
    private final ShopErasure erasure;
    private final ForgottenFile file;

    PrivacyHandler(PrivacyRequests requests, ShopErasure erasure, ForgottenFile file) {
        this.requests = requests;
        this.erasure = erasure;
        this.file = file;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DATA_REQUEST, CUSTOMER_REDACT, SHOP_REDACT);
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        for (var webhook : webhooks) {
            switch (webhook.topic()) {
                case DATA_REQUEST -> requests.ask(sql, shop, webhook, person(webhook, "orders_requested"));
                case CUSTOMER_REDACT -> redact(sql, shop, webhook);
                case SHOP_REDACT -> erase(sql, shop, webhook);
                default -> throw new IllegalStateException("Not a topic of privacy law: " + webhook.topic());
            }
        }
    }

    private void redact(JdbcClient sql, ShopId shop, Webhook webhook) {
        var person = person(webhook, "orders_to_redact");
        // Before the commit: whoever is in the file without being forgotten here is so at the next start.
        file.add(at(webhook), Shops.domain(sql, shop), person);
        int rows = requests.redact(sql, shop, webhook, person);
        log.info("{}: a buyer is forgotten, which took {} rows ({})", shop, rows, webhook.webhookId());
    }

    private void erase(JdbcClient sql, ShopId shop, Webhook webhook) {
        var domain = Shops.domain(sql, shop);
        if (erasure.erase(sql, shop, at(webhook))) {
            file.addShop(at(webhook), domain);
            log.info("{} is forgotten ({})", shop, webhook.webhookId());
        } else {
            log.warn("{} has installed Holdfast again since it was to be forgotten: it is kept", shop);
        }
    }

    private static Instant at(Webhook webhook) {
        return webhook.triggeredAt().orElse(webhook.receivedAt());
    }

    private static Person person(Webhook webhook, String orders) {
        var customer = webhook.payload().path("customer");
        if (!customer.isObject()) {
            throw new UnreadableWebhook(webhook.topic() + " has no object named customer.", null);
        }
        var id = customer.path("id");
        return new Person(
                id.isIntegralNumber() ? Optional.of(id.asLong()) : Optional.empty(),
                text(customer.path("email")),
                text(customer.path("phone")),
                webhook.payload()
                        .path(orders)
                        .valueStream()
                        .filter(JsonNode::isIntegralNumber)
                        .map(JsonNode::asLong)
                        .toList());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }
}
