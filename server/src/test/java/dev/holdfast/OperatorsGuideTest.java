package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The operator's guide names what there is: settings with their defaults, health lines, figures. */
class OperatorsGuideTest {
    private static final Path GUIDE = Path.of("../docs/operate.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (?:`([^`]*)`)? ?\\| ");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private static String part(String title) throws IOException {
        var guide = Files.readString(GUIDE);
        int start = guide.indexOf("\n## " + title + "\n");
        assertThat(start).as("the part %s", title).isPositive();
        int end = guide.indexOf("\n## ", start + 1);
        return guide.substring(start, end < 0 ? guide.length() : end);
    }

    @Test
    void every_setting_is_there_with_its_default_and_no_other() throws IOException {
        var home = new Home(folder);
        var known = Settings.examine(SettingsSource.of(home, Map.of(), Map.of())).effective().stream()
                .map(one -> one.name() + "=" + one.shown().replace(folder + "/", ""))
                .toList();
        var told = ROW.matcher(part("Settings"))
                .results()
                .map(row -> row.group(1) + "=" + (row.group(2) == null ? "" : row.group(2)))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void every_health_line_and_every_figure_of_ours_is_there() throws IOException, InterruptedException {
        try (var server = RunningServer.start(DATABASE, folder.resolve("home"), Map.of())) {
            var lines = server.part(HealthReport.class).look().keySet().stream()
                    .map(name -> name.replaceFirst("^worker .*", "worker \u2026"))
                    .distinct()
                    .toList();
            assertThat(names("Health")).containsExactlyInAnyOrderElementsOf(lines);
            var figures = server.get(server.operatorUri("/metrics"))
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("# HELP "))
                    .map(line -> line.split(" ", -1)[2])
                    .toList();
            var told = names("Figures").stream()
                    .flatMap(name -> Pattern.compile(", ").splitAsStream(name))
                    .map(name -> name.replace("*", ""))
                    .toList();
            assertThat(told)
                    .containsAll(figures.stream()
                            .filter(figure -> figure.startsWith("holdfast_"))
                            .toList());
            assertThat(figures).allMatch(figure -> told.stream().anyMatch(figure::startsWith));
            assertThat(told).allMatch(name -> figures.stream().anyMatch(figure -> figure.startsWith(name)));
        }
    }

    private static List<String> names(String part) throws IOException {
        return Pattern.compile("(?m)^\\| (`[^|]*`) \\|")
                .matcher(part(part))
                .results()
                .map(row -> row.group(1).replace("`", ""))
                .toList();
    }
}
