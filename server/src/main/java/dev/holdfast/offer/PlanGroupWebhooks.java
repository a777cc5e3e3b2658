package dev.holdfast.offer;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups of selling plans that changed; those of other apps are not found when they are read. */
final class PlanGroupWebhooks implements WebhookHandler {
    private final Refreshes refreshes;

    PlanGroupWebhooks(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Set<String> topics() {
        return Set.of("selling_plan_groups/create", "selling_plan_groups/update", "selling_plan_groups/delete");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        for (var webhook : webhooks) {
            refreshes.mark(sql, shop, new Hint(PlanGroupMirror.NAME, List.of(webhook.number("id")), webhook.topic()));
        }
    }
}
