package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.Health.Level;
import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import dev.holdfast.platform.settings.Effective;
import dev.holdfast.platform.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Consumer;

/** Looks at everything a start needs, and says what it finds and what to do. */
final class Doctor {

    private static final long GIBIBYTE = 1L << 30;

    private final SettingsSource source;
    private final Consumer<String> says;
    private boolean well = true;

    Doctor(SettingsSource source, Consumer<String> says) {
        this.source = source;
        this.says = says;
    }

    /** Whether all is well. */
    boolean look() {
        says.accept("Home: " + source.home().folder());
        says.accept("Settings file: " + source.file() + (Files.exists(source.file()) ? "" : " (none)"));
        Settings.Examined examined = Settings.examine(source);
        examined.effective().forEach(this::tell);
        examined.problems().forEach(problem -> tell(Health.bad(problem.reason()), problem.place()));
        if (examined.problems().isEmpty()) {
            try {
                lookAtParts(Settings.read(source));
            } catch (Refusal refusal) {
                refusal.problems().forEach(problem -> tell(Health.bad(problem.reason()), problem.place()));
            }
        }
        says.accept(well ? "All is well." : "Something is not well; see above.");
        return well;
    }

    private void lookAtParts(Settings settings) {
        boolean own = settings.database().given().isEmpty();
        Home home = source.home();
        if (own && !EmbeddedPostgres.hasData(home)) {
            tell(Health.good("none yet; the first start makes them"), "data");
            return;
        }
        tell(space(home), "disk");
        if (own) {
            boolean runs = EmbeddedPostgres.isInUse(home);
            tell(Health.good(runs ? "runs in this home" : "does not run in this home"), "holdfast serve");
        }
        try (var server = DatabaseServer.join(home, settings.database())) {
            int pending = Schema.pending(server.owner().plain());
            if (pending > 0) {
                tell(Health.warning("%d migrations are to come at the next start".formatted(pending)), "tables");
                return;
            }
            tell(Health.good("are of this version"), "tables");
            // The checks of all modules, which need tables of this version; they enter the same server.
            try (var parts = Holdfast.startForCommand(source)) {
                parts.getBean(HealthReport.class).look().forEach((name, health) -> tell(health, name));
            }
        }
    }

    private static Health space(Home home) {
        try {
            long free = Files.getFileStore(home.folder()).getUsableSpace() / GIBIBYTE;
            return free >= 2
                    ? Health.good("%d GiB free".formatted(free))
                    : Health.warning("%d GiB free; a full disk stops everything".formatted(free));
        } catch (IOException e) {
            return Health.bad("cannot be read: " + e);
        }
    }

    private void tell(Effective setting) {
        says.accept("  %s = %s (%s)".formatted(setting.name(), setting.shown(), setting.place()));
    }

    private void tell(Health health, String name) {
        well &= health.level() != Level.BAD;
        says.accept("%-7s %s: %s".formatted(health.level().name().toLowerCase(Locale.ROOT), name, health.sentence()));
    }
}
