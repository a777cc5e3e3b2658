package dev.holdfast.platform.database;

import dev.holdfast.platform.settings.SettingsReader;
import java.util.Optional;

/**
 * Which database the program works on.
 *
 * @param given the login of a server of the operator's own; empty for the embedded one
 * @param connections kept open at most
 */
public record DatabaseSettings(Optional<DatabaseLogin> given, int connections) {

    private static final String URL = "database.url";

    public static DatabaseSettings read(SettingsReader settings) {
        Optional<String> url = settings.text(URL);
        Optional<String> user = settings.text("database.user");
        Optional<String> password = settings.secret("database.password");
        int connections = settings.number("database.connections", 20, 2, 90);
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql://")) {
            settings.refuse(URL, "is not an address such as jdbc:postgresql://HOST:5432/DATABASE");
        }
        if (url.filter(text -> text.contains("password=")).isPresent()) {
            settings.refuse(URL, "must not hold the password; set database.password");
        }
        if (url.isPresent() && user.isEmpty()) {
            settings.refuse("database.user", "is missing; name the user that owns the database of " + URL);
        }
        if (url.isEmpty() && (user.isPresent() || password.isPresent())) {
            settings.refuse(URL, "is missing; database.user and database.password are for a server named there");
        }
        return new DatabaseSettings(
                url.map(address -> new DatabaseLogin(address, user.orElse(""), password.orElse(""), "")), connections);
    }
}
