package dev.holdfast.order;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.Pointer;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.Granted;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {
    @Bean
    Mirror<?> orderMirror(
            ObjectProvider<OrdersChanged> listeners, Refreshes refreshes, Granted granted, InstantSource clock) {
        return new OrderMirror(() -> listeners.orderedStream().toList(), refreshes, granted, clock);
    }

    @Bean
    Pointer fulfillmentOrderPointer() {
        return new FulfillmentOrderPointer();
    }

    @Bean
    WebhookHandler orderWebhooks(Refreshes refreshes) {
        return new OrderWebhooks(refreshes);
    }

    @Bean
    WebhookHandler fulfillmentOrderWebhooks(Refreshes refreshes) {
        return new FulfillmentOrderWebhooks(refreshes);
    }

    @Bean
    OpenOrders openOrders() {
        return new OpenOrders();
    }
}
