package dev.holdfast.shop.leave;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.ShopRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the way out together. */
@Configuration(proxyBeanMethods = false)
class LeaveConfiguration {
    @Bean
    Leave leave(Database database, ShopRegistry shops, ObjectProvider<Footprint> footprints, InstantSource clock) {
        return new Leave(database, shops, footprints.orderedStream().toList(), clock);
    }

    @Bean
    RecurringTask<Void> goOnLeaving(Leave leave) {
        return Tasks.recurring("leave", FixedDelay.ofSeconds(5)).execute((_, _) -> leave.goOn());
    }

    @Bean
    HealthCheck leaveHealth(ShopRegistry shops, Leave leave) {
        return new LeaveHealth(shops, leave);
    }
}
