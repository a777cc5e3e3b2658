package dev.holdfast.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    private Path folder;

    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void the_command_line_comes_before_the_environment_and_that_before_the_file() throws IOException {
        file("a.one = file\na.two = file\na.three-x = file\n");
        var settings = reader(
                Map.of("HOLDFAST_A_ONE", "environment", "HOLDFAST_A_TWO", "environment", "OTHER", "x"),
                Map.of("a.one", "command line"));
        assertThat(settings.text("a.one")).hasValue("command line");
        assertThat(settings.text("a.two")).hasValue("environment");
        assertThat(settings.text("a.three-x")).hasValue("file");
        assertThat(settings.text("a.four", "default")).isEqualTo("default");
        assertThat(settings.finish())
                .extracting(Effective::place)
                .containsExactly(
                        "--one", "HOLDFAST_A_TWO", folder.resolve("holdfast.properties") + ":3: a.three-x", "default");
    }

    @Test
    void values_are_read_as_what_they_are() throws IOException {
        file("number=7\nflag=true\ntime=90s\ncolour=blue\npath=logs\nname=Grüße\nempty=\n");
        var settings = reader(Map.of(), Map.of());
        assertThat(settings.number("number", 1, 0, 9)).isEqualTo(7);
        assertThat(settings.flag("flag", false)).isTrue();
        assertThat(settings.duration("time", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.choice("colour", Colour.class, Colour.RED)).isEqualTo(Colour.BLUE);
        assertThat(settings.path("path", "x")).isEqualTo(folder.resolve("logs"));
        assertThat(settings.text("name")).hasValue("Grüße");
        assertThat(settings.text("empty")).isEmpty();
        settings.finish();
    }

    @Test
    void everything_wrong_is_said_at_once_with_its_place() throws IOException {
        file("number = many\nhttp.prot = 80\n");
        var settings = reader(Map.of("HOLDFAST_TIME", "5 minutes", "HOLDFAST_COLOR", "red"), Map.of("colour", "green"));
        assertThat(settings.number("number", 3, 1, 9)).isEqualTo(3);
        settings.duration("time", Duration.ofHours(1));
        settings.choice("colour", Colour.class, Colour.RED);
        settings.flag("flag", true);
        String file = folder.resolve("holdfast.properties").toString();
        assertThat(refusal(settings))
                .containsExactly(
                        file + ":1: number: \"many\" is not a whole number from 1 to 9",
                        "HOLDFAST_TIME: \"5 minutes\" is not a time such as 500ms, 30s, 5m, 2h or 7d",
                        "--colour: \"green\" is not one of red, blue",
                        "HOLDFAST_COLOR: no such setting is known; holdfast doctor lists them all",
                        file + ":2: http.prot: no such setting is known; holdfast doctor lists them all");
    }

    @Test
    void a_time_too_long_to_count_is_refused() {
        var settings = reader(
                Map.of("HOLDFAST_TIME", "999999999999999999999d", "HOLDFAST_LONG", "9999999999999999d"), Map.of());
        settings.duration("time", Duration.ZERO);
        settings.duration("long", Duration.ZERO);
        assertThat(refusal(settings)).hasSize(2);
    }

    @Test
    void a_secret_is_shown_nowhere() {
        var settings = reader(Map.of("HOLDFAST_KEY", "hush"), Map.of());
        assertThat(settings.secret("key")).hasValue("hush");
        settings.secret("other");
        settings.refuse("key", "is too short");
        assertThat(refusal(settings)).containsExactly("HOLDFAST_KEY: is too short");
        var fine = reader(Map.of("HOLDFAST_KEY", "hush"), Map.of());
        fine.secret("key");
        assertThat(fine.finish().toString()).contains("(secret)").doesNotContain("hush");
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws IOException {
        Files.createDirectory(folder.resolve("holdfast.properties"));
        assertThat(catchThrowableOfType(Refusal.class, () -> reader(Map.of(), Map.of())))
                .hasMessageContaining("holdfast.properties: cannot be read as settings");
    }

    private static List<String> refusal(SettingsReader settings) {
        Refusal refusal = catchThrowableOfType(Refusal.class, settings::finish);
        return refusal.problems().stream().map(Object::toString).toList();
    }

    private SettingsReader reader(Map<String, String> environment, Map<String, String> commandLine) {
        return new SettingsReader(SettingsSource.of(new Home(folder), environment, commandLine));
    }

    private void file(String content) throws IOException {
        Files.writeString(folder.resolve("holdfast.properties"), content);
    }
}
