package dev.holdfast;

import dev.holdfast.platform.LogSettings;
import dev.holdfast.platform.database.DatabaseSettings;
import dev.holdfast.platform.settings.Effective;
import dev.holdfast.platform.settings.SettingsReader;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.WebSettings;
import dev.holdfast.platform.work.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanRegistrar;

/**
 * The settings of all modules, read together so that all that is wrong is said at once.
 *
 * @param beans hand each module its own
 */
record Settings(LogSettings log, DatabaseSettings database, BeanRegistrar beans, List<Effective> effective) {

    /** Throws {@link dev.holdfast.platform.Refusal} with everything that is wrong. */
    static Settings read(SettingsSource source) {
        var reader = new SettingsReader(source);
        var parts = new Parts();
        parts.add(Role.class, Role.read(reader));
        var log = LogSettings.read(reader);
        parts.add(WebSettings.class, WebSettings.read(reader));
        var database = parts.add(DatabaseSettings.class, DatabaseSettings.read(reader));
        return new Settings(log, database, parts.registrar(), reader.finish());
    }

    /** What was read, each part a bean of its type. */
    private static final class Parts {

        private final List<BeanRegistrar> registrars = new ArrayList<>();

        <T> T add(Class<T> type, T part) {
            registrars.add((beans, environment) -> beans.registerBean(type, spec -> spec.supplier(context -> part)));
            return part;
        }

        BeanRegistrar registrar() {
            return (beans, environment) -> registrars.forEach(one -> one.register(beans, environment));
        }
    }
}
