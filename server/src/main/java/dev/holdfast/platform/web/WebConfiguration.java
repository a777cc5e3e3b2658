package dev.holdfast.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the two ports. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ports(WebSettings settings) {
        return tomcat -> {
            tomcat.setAddress(address(settings.address()));
            tomcat.setPort(settings.port());
            tomcat.addAdditionalConnectors(operatorConnector(settings.operatorPort()));
        };
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("checked when it was read: " + name, e);
        }
    }

    private static Connector operatorConnector(int port) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        return connector;
    }
}
