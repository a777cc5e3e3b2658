package dev.holdfast.release;

import dev.holdfast.order.OpenOrders;
import dev.holdfast.platform.Ids;
import dev.holdfast.shop.leave.Footprint;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.Granted;
import dev.holdfast.shopify.outbox.EffectKind;
import dev.holdfast.shopify.outbox.Outbox;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {
    @Bean
    EffectKind holdKind(Refreshes refreshes) {
        return new HoldKind(refreshes);
    }

    @Bean
    EffectKind releaseKind(Refreshes refreshes) {
        return new ReleaseKind(refreshes);
    }

    @Bean
    Footprint holdFootprint(OpenOrders orders, Holds holds, Outbox outbox, Refreshes refreshes, Ids ids) {
        return new HoldFootprint(orders, holds, outbox, refreshes, ids);
    }

    @Bean
    Holds holds(OpenOrders orders, Outbox outbox, Ids ids, InstantSource clock, Granted granted) {
        return new Holds(orders, outbox, ids, clock, granted);
    }
}
