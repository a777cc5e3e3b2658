package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes over what webhooks of some topics tell. Every topic has one handler at most.
 *
 * <p>Webhooks come in the order they arrived, which is not the order in which things happened, and a fact may come more than
 * once under different ids: compare {@link Webhook#version()} with what is stored, and move no counter by a delivery.
 */
public interface WebhookHandler {
    /** Such as {@code orders/create}. */
    Set<String> topics();

    /**
     * Takes over webhooks of one shop that followed each other, within that shop's open transaction; at least one. It must
     * not ask anything outside the database: what has to happen outside is put into the outbox.
     *
     * <p>What it throws undoes all of them; they are then taken one by one, and one that fails alone is set aside with its
     * reason while the shop goes on.
     */
    void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks);
}
