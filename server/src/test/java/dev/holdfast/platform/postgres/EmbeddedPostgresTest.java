package dev.holdfast.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Home home = new Home(Path.of("unset"));

    private final Path data = folder.resolve("postgresql/data");

    /** Unpacking takes seconds: one home for all tests, each of which leaves it stopped. */
    @BeforeAll
    static void make() {
        home = new Home(folder);
        try (var first = EmbeddedPostgres.start(home)) {
            sql(first).sql("create table kept (id int)").update();
        }
    }

    @AfterAll
    static void nothing_runs_any_more() {
        assertThat(EmbeddedPostgres.isInUse(home)).isFalse();
    }

    @Test
    void data_outlive_the_server_and_are_its_owners_alone() throws IOException {
        try (var again = EmbeddedPostgres.start(home)) {
            assertThat(count(again)).isZero();
            assertThat(List.of(
                            show(again, "fsync"), show(again, "synchronous_commit"), show(again, "full_page_writes")))
                    .containsOnly("on");
            assertThat(show(again, "data_checksums")).isEqualTo("on");
            assertThat(show(again, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(again, "unix_socket_directories")).isEmpty();
            assertThat(Integer.parseInt(show(again, "port")))
                    .as("not one that an outgoing connection may be given")
                    .isBetween(20_000, 32_000);
        }
        assertThat(mode(folder.resolve("postgresql"))).isEqualTo("rwx------");
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("postgresql/password"))).isEqualTo("rw-------");
    }

    @Test
    void nobody_enters_without_the_password() {
        try (var server = EmbeddedPostgres.start(home)) {
            var stranger = JdbcClient.create(
                    new DriverManagerDataSource(server.url("postgres"), EmbeddedPostgres.SUPERUSER, "guess"));
            assertThatThrownBy(
                            () -> stranger.sql("select 1").query(Integer.class).single())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("password authentication failed");
        }
    }

    @Test
    void a_folder_in_use_is_refused_at_once_and_a_command_joins() {
        try (var running = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("in use by another Holdfast");
            try (var joined = EmbeddedPostgres.joinOrStart(home)) {
                assertThat(joined.url("x")).isEqualTo(running.url("x"));
            }
            assertThat(count(running)).isZero();
        }
    }

    @Test
    void data_of_another_major_version_are_refused_with_the_way_out() throws IOException {
        Path version = data.resolve("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("PostgreSQL 17")
                    .hasMessageContaining("holdfast backup FILE")
                    .hasMessageContaining("holdfast restore FILE");
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void programs_of_another_version_make_room_under_kept_data() throws IOException {
        Path old = Files.createDirectory(folder.resolve("postgresql/programs-0"));
        Files.writeString(old.resolve("VERSION"), "18.0");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(count(server)).isZero();
        }
        assertThat(old).doesNotExist();
    }

    @Test
    void a_server_that_a_killed_program_left_is_taken_over() throws IOException {
        startOutside();
        Postmaster orphan = Postmaster.of(data);
        assertThat(orphan.isAlive()).isTrue();
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(count(server)).isZero();
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void the_mark_of_a_dead_server_is_removed_even_when_its_number_lives_again() throws IOException {
        // Our own number: a process that lives and is no server.
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n1\n1\n\n\n\nready\n");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(count(server)).isZero();
        }
    }

    @Test
    void a_server_that_is_killed_comes_back_on_its_port() throws Exception {
        try (var server = EmbeddedPostgres.start(home)) {
            sql(server).sql("create table committed as select 1 as id").update();
            long killed = process();
            new ProcessBuilder("kill", "-9", Long.toString(killed)).start().waitFor();
            assertThat(awaitCount(server, "committed")).isEqualTo(1);
            assertThat(process()).isNotEqualTo(killed);
            sql(server).sql("drop table committed").update();
        }
    }

    @Test
    void a_port_that_another_program_took_meanwhile_is_left_to_it() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int free = FreePorts.any();
            var ports =
                    List.of(other.getLocalPort(), other.getLocalPort(), free).iterator();
            var server = server(ports::next);
            server.startOnFreePort();
            server.stop();
            assertThat(server.port()).isEqualTo(free);
        }
    }

    @Test
    void a_home_that_others_may_read_is_refused() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> new Home(open).prepared())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chmod 700");
    }

    /** As a program does that is killed right after. */
    private void startOutside() throws IOException {
        server(FreePorts::any).startOnFreePort();
    }

    private static Server server(IntSupplier ports) throws IOException {
        Path postgresql = folder.resolve("postgresql");
        return new Server(Programs.in(postgresql), DataFolder.in(postgresql), postgresql.resolve("log"), ports);
    }

    private long process() throws IOException {
        return Postmaster.of(data).process();
    }

    private static int awaitCount(EmbeddedPostgres server, String table) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return sql(server)
                        .sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single();
            } catch (DataAccessException e) {
                assertThat(System.nanoTime()).as("back within %s", PATIENCE).isLessThan(limit);
                Thread.onSpinWait();
            }
        }
    }

    private static int count(EmbeddedPostgres server) {
        return sql(server).sql("select count(*) from kept").query(Integer.class).single();
    }

    private static String show(EmbeddedPostgres server, String setting) {
        return sql(server).sql("show " + setting).query(String.class).single();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static JdbcClient sql(EmbeddedPostgres server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.password()));
    }
}
