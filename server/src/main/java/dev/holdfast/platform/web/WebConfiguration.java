package dev.holdfast.platform.web;

import dev.holdfast.platform.work.Role;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ports. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    TwoPorts twoPorts(WebSettings settings, Role role) {
        return new TwoPorts(settings, role);
    }

    @Bean
    Doors doors(WebSettings settings, Role role, TwoPorts ports) {
        return new Doors(settings, role, ports);
    }

    @Bean
    ServletRegistrationBean<UpServlet> up() {
        return new ServletRegistrationBean<>(new UpServlet(), "/up");
    }
}
