package dev.holdfast.platform;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ids, made by the clock that the program was started with. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    Ids ids(InstantSource clock) {
        return new Ids(clock);
    }
}
