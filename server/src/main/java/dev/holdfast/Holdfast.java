package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.settings.SettingsSource;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/** The server: checks its settings, starts its database, and opens its doors. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class Holdfast {

    /**
     * Starts everything; what it returns runs until it is closed or the process is asked to end.
     *
     * @throws Refusal with everything that keeps it from starting
     */
    public static ConfigurableApplicationContext start(SettingsSource source) {
        Settings settings = Settings.read(source);
        Home home = source.home().prepared();
        var application = new SpringApplication(Holdfast.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(settings.log().frame());
        var opening = new Opening(settings, home);
        // From here on the log has its format.
        application.addInitializers(opening::open);
        try {
            return application.run();
        } catch (RuntimeException e) {
            opening.undo();
            throw refusal(e).orElseThrow(() -> e);
        }
    }

    private static Optional<Refusal> refusal(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of(new Refusal(
                        "port " + taken.getPort(),
                        "another program listens there; stop it, or set http.port or operator.port to a free one",
                        taken));
            }
        }
        return Optional.empty();
    }

    /** The database, opened before the frame makes its first part. */
    private static final class Opening {

        private final Settings settings;
        private final Home home;
        private Optional<DatabaseServer> opened = Optional.empty();

        Opening(Settings settings, Home home) {
            this.settings = settings;
            this.home = home;
        }

        void open(ConfigurableApplicationContext context) {
            DatabaseServer server = settings.database()
                    .given()
                    .map(DatabaseServer::given)
                    .orElseGet(() -> DatabaseServer.embedded(home));
            opened = Optional.of(server);
            Schema.migrate(server.owner().plain());
            if (context instanceof GenericApplicationContext generic) {
                generic.register(settings.beans());
                generic.registerBean(DatabaseServer.class, () -> server);
            }
        }

        void undo() {
            opened.ifPresent(DatabaseServer::close);
        }
    }
}
