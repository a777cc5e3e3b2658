package dev.holdfast;

import dev.holdfast.platform.database.DatabaseSettings;
import dev.holdfast.platform.settings.Effective;
import dev.holdfast.platform.settings.SettingsReader;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.WebSettings;
import java.util.List;
import org.springframework.beans.factory.BeanRegistry;

/** The settings of all modules, read together so that all that is wrong is said at once. */
record Settings(DatabaseSettings database, WebSettings web, List<Effective> effective) {

    /** Throws {@link dev.holdfast.platform.Refusal} with everything that is wrong. */
    static Settings read(SettingsSource source) {
        var reader = new SettingsReader(source);
        var database = DatabaseSettings.read(reader);
        var web = WebSettings.read(reader);
        return new Settings(database, web, reader.finish());
    }

    /** Hands each module its own. */
    void register(BeanRegistry beans) {
        beans.registerBean(DatabaseSettings.class, spec -> spec.supplier(context -> database));
        beans.registerBean(WebSettings.class, spec -> spec.supplier(context -> web));
    }
}
