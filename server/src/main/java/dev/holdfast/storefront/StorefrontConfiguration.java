package dev.holdfast.storefront;

import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.SignedQuery;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class StorefrontConfiguration {
    @Bean
    ServletRegistrationBean<AvailabilityServlet> availability(
            Database database, ShopRegistry shops, SignedQuery signed) {
        return new ServletRegistrationBean<>(
                new AvailabilityServlet(signed, shops, new AvailabilityReader(database)), "/proxy/availability");
    }
}
