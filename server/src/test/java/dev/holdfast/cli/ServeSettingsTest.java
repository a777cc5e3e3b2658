package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, started with settings that are wrong in the file, in the environment and on the command line. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServeSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_started() throws Exception {
        var home = Files.createDirectory(
                folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(home.resolve("holdfast.properties"), """
                http.prot = 8080
                database.connections = 1
                shopify.url = nowhere
                """);
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--role",
                "boss",
                "--port",
                "web");
        builder.environment().put("HOLDFAST_HOME", home.toString());
        builder.environment().put("HOLDFAST_LOG_FORMAT", "xml");
        var program = builder.redirectErrorStream(true).start();
        program.getOutputStream().close();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isEqualTo(2);
        for (var wrong : List.of(
                "holdfast.properties:1: http.prot",
                "holdfast.properties:2: database.connections",
                "holdfast.properties:3: shopify.url",
                "HOLDFAST_LOG_FORMAT: \"xml\"",
                "--role: \"boss\"",
                "--port: \"web\"")) {
            assertThat(said.lines()).as(said).anyMatch(line -> line.contains(wrong));
        }
        assertThat(said.lines()).as("each in a line, and no other").hasSize(6);
        try (var files = Files.list(home)) {
            assertThat(files).as("nothing was started").containsExactly(home.resolve("holdfast.properties"));
        }
    }
}
