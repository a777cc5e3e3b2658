package dev.holdfast.offer;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.inbox.WebhookHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class OfferConfiguration {
    @Bean
    Mirror<?> planGroupMirror() {
        return new PlanGroupMirror();
    }

    @Bean
    WebhookHandler planGroupWebhooks(Refreshes refreshes) {
        return new PlanGroupWebhooks(refreshes);
    }
}
