package dev.holdfast.platform.web;

import dev.holdfast.platform.work.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Opens two ports: one for the world, and one on the loopback address for the operator, where alone the health page and the
 * figures are. A process that only works has the operator's alone.
 */
final class TwoPorts implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final Set<String> OPERATOR_PAGES = Set.of("/health", "/metrics");

    private static final String LOOPBACK = "127.0.0.1";

    private final WebSettings settings;
    private final Role role;
    private final AtomicReference<Connector> operator = new AtomicReference<>();

    TwoPorts(WebSettings settings, Role role) {
        this.settings = settings;
        this.role = role;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        if (role.answers()) {
            tomcat.setAddress(address(settings.address()));
            tomcat.setPort(settings.port());
            var connector = new Connector();
            connector.setPort(settings.operatorPort());
            connector.setProperty("address", LOOPBACK);
            operator.set(connector);
            tomcat.addAdditionalConnectors(connector);
        } else {
            tomcat.setAddress(address(LOOPBACK));
            tomcat.setPort(settings.operatorPort());
            tomcat.addConnectorCustomizers(operator::set);
        }
        tomcat.addEngineValves(new PortValve(operator::get));
    }

    /** The port that was opened for the operator. */
    int operatorPort() {
        Connector connector = operator.get();
        return connector == null ? -1 : connector.getLocalPort();
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("checked when it was read: " + name, e);
        }
    }
}
