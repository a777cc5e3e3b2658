package dev.holdfast.catalog;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.inbox.WebhookHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Mirror<?> locationMirror() {
        return new LocationMirror();
    }

    @Bean
    Mirror<?> productMirror() {
        return new ProductMirror();
    }

    @Bean
    WebhookHandler catalogWebhooks(Refreshes refreshes) {
        return new CatalogWebhooks(refreshes);
    }
}
