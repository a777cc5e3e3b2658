package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.privacy.PersonalData;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifySettings;
import dev.holdfast.shopify.Signatures;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turnstile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the inbox together. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    private static final InboxLimits LIMITS = InboxLimits.DEFAULT;
    // A batch keeps its turn by its own transaction, so this is only how long a crash holds its shop up.
    private static final Duration TURN = Duration.ofSeconds(10);

    private static final int THREADS = 2;

    @Bean
    Signatures signatures(ShopifySettings settings, InstantSource clock) {
        return new Signatures(settings.app().secrets(), clock);
    }

    /** Closed before the database is, and after the doors are. */
    @Bean(destroyMethod = "close")
    InboxWriter inboxWriter(Database database, InstantSource clock, Wakes wakes, MeterRegistry metrics) {
        var writer = new InboxWriter(
                new InboxTable(database.source(), clock), LIMITS, () -> wakes.wake(Duty.INBOX.worker()));
        Gauge.builder("holdfast.inbox.queue", writer, InboxWriter::waiting)
                .description("Webhooks that wait to be stored")
                .register(metrics);
        return writer;
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> webhooks(Signatures signatures, InboxWriter writer) {
        var servlet = new WebhookServlet(new Authenticity(signatures), writer, LIMITS);
        return new ServletRegistrationBean<>(servlet, "/webhooks");
    }

    @Bean
    Worker inboxWorker(
            Database database,
            Turnstile turnstile,
            ShopRegistry shops,
            ObjectProvider<WebhookHandler> handlers,
            InstantSource clock) {
        var turns = turnstile.turns(TURN);
        var byTopic = new InboxHandlers(handlers.orderedStream().toList());
        var processor = new InboxProcessor(database, turns, byTopic, clock);
        var sweep = new InboxSweep(database, turns, shops, processor, clock);
        return Worker.of(Duty.INBOX.worker(), THREADS, sweep::run);
    }

    @Bean
    InboxFigures inboxFigures(Database database, ShopRegistry shops, InstantSource clock, MeterRegistry metrics) {
        var figures = new InboxFigures(database, shops, clock);
        figures.register(metrics);
        return figures;
    }

    @Bean
    HealthCheck inboxHealth(Database database, InboxFigures figures, InstantSource clock) {
        return new InboxHealth(new InboxRows(database), figures, clock);
    }

    @Bean
    InboxDesk inboxDesk(Database database) {
        return new InboxDesk(database);
    }

    @Bean
    HealthCheck intakeHealth(InboxWriter writer) {
        return HealthCheck.of(
                "intake",
                () -> writer.trouble()
                        .map(why -> Health.bad("webhooks cannot be stored, because " + why
                                + "; Shopify is asked to send them again, which it does for four hours"))
                        .orElse(Health.good("webhooks are stored before they are answered")));
    }

    @Bean
    InboxKeeping inboxKeeping(Database database, ShopRegistry shops, InstantSource clock) {
        return new InboxKeeping(database, shops, clock);
    }

    @Bean
    PersonalData setAsidePersonalData() {
        return new SetAsidePersonalData();
    }
}
