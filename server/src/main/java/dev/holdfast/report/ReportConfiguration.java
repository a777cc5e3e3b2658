package dev.holdfast.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shop.refresh.ObjectReader;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.ShopAccess;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
    /** By UTC, which has no night of 23 or 25 hours. */
    static final Schedule EVERY_NIGHT = new Daily(ZoneOffset.UTC, LocalTime.of(3, 17));

    @Bean
    ReconcileRuns reconcileRuns(Database database) {
        return new ReconcileRuns(database);
    }

    @Bean
    Rereading rereading(
            Database database,
            Refreshes refreshes,
            @Qualifier("refreshWorker") Worker refreshWorker,
            InstantSource clock) {
        return new Rereading(database, refreshes, refreshWorker, clock);
    }

    @Bean
    Reconciler.Parts reconcilerParts(
            Rereading rereading, ObjectReader reader, ReconcileRuns runs, InstantSource clock) {
        return new Reconciler.Parts(rereading, new SecondLook(reader), runs, clock);
    }

    @Bean
    Reconciler reconciler(
            Database database, Mirrors mirrors, ShopAccess access, BulkQueries bulk, Reconciler.Parts parts) {
        return new Reconciler(database, mirrors, access, bulk, parts);
    }

    @Bean
    NightlyReconcile nightlyReconcile(
            ShopRegistry shops, Reconciler reconciler, ReconcileRuns runs, InstantSource clock) {
        return new NightlyReconcile(shops, reconciler, runs, clock);
    }

    @Bean
    RecurringTask<Void> reconcileAtNight(NightlyReconcile nightly) {
        return Tasks.recurring("reconcile", EVERY_NIGHT).execute((_, _) -> nightly.run());
    }

    @Bean
    ReconcileFigures reconcileFigures(
            ReconcileRuns runs, ShopRegistry shops, InstantSource clock, MeterRegistry metrics) {
        var figures = new ReconcileFigures(runs, shops, clock);
        figures.register(metrics);
        return figures;
    }

    @Bean
    HealthCheck reconcileHealth(NightlyReconcile nightly) {
        return HealthCheck.of("reconcile", nightly::health);
    }
}
