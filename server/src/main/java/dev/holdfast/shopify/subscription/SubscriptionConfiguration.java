package dev.holdfast.shopify.subscription;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifySettings;
import dev.holdfast.shopify.client.PatientReader;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.inbox.InboxKeeping;
import dev.holdfast.shopify.outbox.EffectKind;
import dev.holdfast.shopify.outbox.Outbox;
import dev.holdfast.shopify.outbox.OutboxKeeping;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the subscriptions together, and what runs by the hour and the day. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {
    @Bean
    EffectKind subscriptionKind() {
        return new SubscriptionKind();
    }

    @Bean
    Subscriptions subscriptions(
            PatientReader reader, Database database, Outbox outbox, InstantSource clock, ShopifySettings settings) {
        return new Subscriptions(reader, database, outbox, clock, settings.app().webhooks());
    }

    @Bean
    SubscriptionRound subscriptionRound(ShopRegistry shops, ShopAccess access, Subscriptions subscriptions) {
        return new SubscriptionRound(shops, access, subscriptions);
    }

    @Bean
    RecurringTask<Void> mendSubscriptions(SubscriptionRound round) {
        return Tasks.recurring("shopify-subscriptions", FixedDelay.ofMinutes(10))
                .execute((_, _) -> round.run());
    }

    @Bean
    RecurringTask<Void> keepShopifyTables(InboxKeeping inbox, OutboxKeeping outbox) {
        return Tasks.recurring("shopify-keeping", FixedDelay.ofHours(24)).execute((_, _) -> {
            inbox.run();
            outbox.run();
        });
    }
}
