package dev.holdfast.supply;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.Pointer;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.inbox.WebhookHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class SupplyConfiguration {
    @Bean
    Mirror<?> stockMirror() {
        return new StockMirror();
    }

    @Bean
    Pointer inventoryTransferPointer() {
        return Inbound.TRANSFER;
    }

    @Bean
    Pointer inventoryShipmentPointer() {
        return Inbound.SHIPMENT;
    }

    @Bean
    WebhookHandler inboundWebhooks(Refreshes refreshes) {
        return new InboundWebhooks(refreshes);
    }

    @Bean
    WebhookHandler stockWebhooks(Refreshes refreshes) {
        return new StockWebhooks(refreshes);
    }
}
