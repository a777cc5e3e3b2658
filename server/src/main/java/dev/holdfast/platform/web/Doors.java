package dev.holdfast.platform.web;

import dev.holdfast.platform.work.Role;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** Where the program can be reached, once it is ready. */
public final class Doors implements ApplicationListener<ApplicationEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final WebSettings settings;
    private final Role role;
    private final TwoPorts ports;
    private volatile int mainPort = -1;

    Doors(WebSettings settings, Role role, TwoPorts ports) {
        this.settings = settings;
        this.role = role;
        this.ports = ports;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ServletWebServerInitializedEvent opened) {
            mainPort = opened.getWebServer().getPort();
        } else if (event instanceof ApplicationReadyEvent ready) {
            Duration taken = ready.getTimeTaken();
            LOG.info(
                    "Ready after {} ms{}, health on http://127.0.0.1:{}/health",
                    taken == null ? "?" : taken.toMillis(),
                    role.answers() ? " on http://" + settings.address() + ":" + mainPort : "",
                    ports.operatorPort());
        }
    }

    /** For the world; the operator's when this process only works. */
    public int port() {
        return mainPort;
    }

    /** For health and metrics, on the loopback address. */
    public int operatorPort() {
        return ports.operatorPort();
    }
}
