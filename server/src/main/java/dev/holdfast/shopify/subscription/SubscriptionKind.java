package dev.holdfast.shopify.subscription;

import dev.holdfast.shopify.UserError;
import dev.holdfast.shopify.outbox.Effect;
import dev.holdfast.shopify.outbox.EffectKind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A webhook subscription of the app's own: nothing of the merchant's changes. */
final class SubscriptionKind implements EffectKind {
    static final String NAME = "shopify.subscription";

    private static final Logger log = LoggerFactory.getLogger(SubscriptionKind.class);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean changesShop() {
        return false;
    }

    @Override
    public void done(JdbcClient sql, Effect effect, JsonNode data) {
        log.debug("{} sends {}", effect.shop(), effect.subject());
    }

    // Most often it is there already. Whether it is shows at the next check, which asks again if need be.
    @Override
    public OnRefusal refused(JdbcClient sql, Effect effect, List<UserError> errors) {
        log.warn("{} refuses {}: {}", effect.shop(), effect.subject(), errors);
        return OnRefusal.ACCEPTED;
    }
}
