package dev.holdfast.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.database.DatabaseLogin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data that a PostgreSQL of another release made, with that release's own programs. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresUpgradeTest {
    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("none"));
    private Path postgresql = Path.of("none");

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("home"));
        postgresql = home.privateFolder("postgresql");
    }

    /** Laid there by the build, by what it calls them. */
    private static URL archive(String name) {
        try {
            var jar = Path.of("target", "other-postgres", name + ".jar").toAbsolutePath();
            return URI.create("jar:" + jar.toUri() + "!" + Programs.archiveName())
                    .toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void on(JdbcClient sql);
    }

    /** Starts the server of these programs on the data, as an earlier or later release does. */
    private void with(Programs programs, Work work) throws IOException {
        var data = DataFolder.in(postgresql);
        data.prepare(programs);
        var server = new Server(programs, data, postgresql.resolve("log"), FreePorts::any);
        server.startOnFreePort();
        try {
            var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
            work.on(JdbcClient.create(new DatabaseLogin(url, EmbeddedPostgres.SUPERUSER, data.password(), "").plain()));
        } finally {
            server.stop();
        }
    }

    private static void plant(JdbcClient sql) {
        sql.sql("create table kept as select 'told before' as words").update();
    }

    private static String words(JdbcClient sql) {
        return sql.sql("select words from kept").query(String.class).single();
    }

    private static String version(JdbcClient sql) {
        return sql.sql("select current_setting('server_version')")
                .query(String.class)
                .single();
    }

    @Test
    void data_of_an_older_minor_version_go_on_and_its_programs_are_removed() throws IOException {
        var older = Programs.in(postgresql, archive("older-minor"));
        assertThat(older.version()).isEqualTo("18.0");
        with(older, PostgresUpgradeTest::plant);
        try (var server = EmbeddedPostgres.start(home)) {
            var sql = JdbcClient.create(
                    new DatabaseLogin(server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.password(), "")
                            .plain());
            assertThat(version(sql)).startsWith("18.").isNotEqualTo("18.0");
            assertThat(words(sql)).isEqualTo("told before");
        }
        assertThat(older.folder()).doesNotExist();

        // Back to the older release: PostgreSQL keeps the format of its data within a major version.
        with(Programs.in(postgresql, archive("older-minor")), sql -> {
            assertThat(version(sql)).isEqualTo("18.0");
            assertThat(words(sql)).isEqualTo("told before");
        });
    }

    @Test
    void data_of_an_older_major_version_are_refused_with_the_way_out_and_left_alone() throws IOException {
        with(Programs.in(postgresql, archive("older-major")), PostgresUpgradeTest::plant);
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds data of PostgreSQL 17, and this Holdfast brings 18.")
                .hasMessageContaining("holdfast backup FILE")
                .hasMessageContaining("holdfast restore FILE");
        with(
                Programs.in(postgresql, archive("older-major")),
                sql -> assertThat(words(sql)).isEqualTo("told before"));
    }
}
