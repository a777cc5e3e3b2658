package dev.holdfast.platform;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the ids made by it. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }
}
