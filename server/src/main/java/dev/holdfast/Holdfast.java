package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.settings.SettingsSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
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
     * @throws dev.holdfast.platform.Refusal with everything that keeps it from starting
     */
    public static ConfigurableApplicationContext start(SettingsSource source) {
        Settings settings = Settings.read(source);
        Home home = source.home().prepared();
        DatabaseServer server =
                settings.database().given().map(DatabaseServer::given).orElseGet(() -> DatabaseServer.embedded(home));
        try {
            Schema.migrate(server.owner().plain());
            return application(settings, server).run();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static SpringApplication application(Settings settings, DatabaseServer server) {
        var application = new SpringApplication(Holdfast.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAddCommandLineProperties(false);
        BeanRegistrar registrar = (beans, environment) -> {
            settings.register(beans);
            beans.registerBean(DatabaseServer.class, spec -> spec.supplier(context -> server));
        };
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext generic) {
                generic.register(registrar);
            }
        });
        return application;
    }
}
