package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.work.Role;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

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
        return start(source, InstantSource.system());
    }

    /** The same by a clock of the caller's, for tests in which time goes by otherwise. Throws as above. */
    public static ConfigurableApplicationContext start(SettingsSource source, InstantSource clock) {
        Settings settings = Settings.read(source);
        return start(source, settings, settings.role(), clock);
    }

    /** The same parts without doors and workers, for a command beside a server that may run. Throws as above. */
    static ConfigurableApplicationContext startForCommand(SettingsSource source) {
        Settings settings = Settings.read(source);
        requireData(source.home(), settings);
        return start(source, settings, Role.COMMAND, InstantSource.system());
    }

    /** A mistyped folder would be filled with an empty database otherwise. */
    static void requireData(Home home, Settings settings) {
        if (settings.database().given().isEmpty() && !EmbeddedPostgres.hasData(home)) {
            throw new Refusal(
                    home.folder().toString(),
                    "holds no data; name the right folder in HOLDFAST_HOME, or start holdfast serve there first");
        }
    }

    private static ConfigurableApplicationContext start(
            SettingsSource source, Settings settings, Role role, InstantSource clock) {
        Home home = source.home().prepared();
        var application = new SpringApplication(Holdfast.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setAddCommandLineProperties(false);
        Map<String, Object> frame = new HashMap<>(settings.log().frame());
        if (role == Role.COMMAND) {
            application.setWebApplicationType(WebApplicationType.NONE);
            frame.put("logging.level.dev.holdfast", "warn");
        }
        application.setDefaultProperties(frame);
        var opening = new Opening(settings, role, home, clock);
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
                        "another program listens there; stop it, or name a free one (--port, or http.port and operator.port in the settings)",
                        taken));
            }
        }
        return Optional.empty();
    }
}
