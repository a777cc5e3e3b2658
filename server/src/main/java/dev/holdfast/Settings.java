package dev.holdfast;

import dev.holdfast.platform.LogSettings;
import dev.holdfast.platform.Problem;
import dev.holdfast.platform.database.DatabaseSettings;
import dev.holdfast.platform.privacy.PrivacySettings;
import dev.holdfast.platform.secrets.SecretSettings;
import dev.holdfast.platform.settings.Effective;
import dev.holdfast.platform.settings.SettingsReader;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.WebSettings;
import dev.holdfast.platform.work.Role;
import dev.holdfast.shopify.ShopifySettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanRegistrar;

/**
 * The settings of all modules, read together so that all that is wrong is said at once.
 *
 * @param beans hand each module its own
 */
record Settings(Role role, LogSettings log, DatabaseSettings database, BeanRegistrar beans) {

    /** What was given, in force or wrong. */
    record Examined(List<Effective> effective, List<Problem> problems) {}

    /** Throws {@link dev.holdfast.platform.Refusal} with everything that is wrong. */
    static Settings read(SettingsSource source) {
        var reader = new SettingsReader(source);
        Settings settings = read(reader);
        reader.finish();
        return settings;
    }

    static Examined examine(SettingsSource source) {
        var reader = new SettingsReader(source);
        read(reader);
        return new Examined(reader.effective(), reader.problems());
    }

    private static Settings read(SettingsReader reader) {
        var parts = new Parts();
        var role = Role.read(reader);
        var log = LogSettings.read(reader);
        parts.add(WebSettings.class, WebSettings.read(reader));
        parts.add(PrivacySettings.class, PrivacySettings.read(reader));
        parts.add(SecretSettings.class, SecretSettings.read(reader));
        parts.add(ShopifySettings.class, ShopifySettings.read(reader));
        var database = parts.add(DatabaseSettings.class, DatabaseSettings.read(reader));
        return new Settings(role, log, database, parts.registrar());
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
