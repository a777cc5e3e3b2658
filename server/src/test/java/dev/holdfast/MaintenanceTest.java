package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.database.DatabaseServer;
import dev.holdfast.platform.database.DatabaseSettings;
import dev.holdfast.platform.privacy.ForgottenFile;
import dev.holdfast.platform.privacy.Person;
import dev.holdfast.platform.secrets.TestSecrets;
import dev.holdfast.platform.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands beside a server that runs in its own home. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MaintenanceTest {

    private static final DatabaseSettings OWN = new DatabaseSettings(Optional.empty(), 2);

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void a_server_with_rows() {
        server = Holdfast.start(source("home"));
        try (var joined = DatabaseServer.join(home("home"), OWN)) {
            JdbcClient.create(joined.everything().plain()).sql("""
                            insert into scheduled_tasks (task_name, task_instance, last_success, execution_time, picked, version)
                            select 'tab\tnew\nline \\ ü ' || n, gen_random_uuid(), timestamptz '2026-10-25 01:30:00.123456Z',
                                   'infinity', false, n
                              from generate_series(1, 1000) n;
                            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                            values ('x', '', '\\x00ff0a', 'infinity', false, 1), ('y', 'NULL', null, now(), true, 2);
                            """).update();
        }
        plant("home");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_was_backed_up_comes_back_row_for_row_and_who_was_forgotten_since_goes_at_the_next_start()
            throws IOException {
        Path file = folder.resolve("whole.backup");
        String said = new Maintenance(source("home")).backup(file, () -> NOW);
        assertThat(said).contains("whole.backup", "rows");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        withKey("restored");
        List<String> told = new ArrayList<>();
        new Maintenance(source("restored")).restore(file, told::add);
        assertThat(told.getFirst()).contains("of 2026-11-22T10:00:00Z", "PostgreSQL 18");

        assertThat(rows("restored")).isEqualTo(rows("home")).hasSizeGreaterThan(1000);
        assertThatThrownBy(() -> new Maintenance(source("restored")).restore(file, told::add))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds data already");
        assertThat(folder.resolve("restored/restoring")).doesNotExist();

        List<String> findings = new ArrayList<>();
        assertThat(new Maintenance(source("restored")).doctor(findings::add))
                .as("%s", findings)
                .isTrue();
        assertThat(String.join("\n", findings)).contains("http.port = 0 (--port)", "good    database:");

        assertThat(told).last().asString().contains("copy it from the old home before the server starts");
        assertThat(edeltrauds("restored")).as("the backup holds all").isEqualTo(4);
        forget("restored");
        Holdfast.start(source("restored")).close();
        assertThat(edeltrauds("restored")).isZero();
    }

    /** A home with the key of the other, and nothing else. */
    private static void withKey(String name) throws IOException {
        Files.createDirectory(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(folder.resolve("home/secret.key"), folder.resolve(name).resolve("secret.key"));
    }

    /** All, by number, by address and by telephone number, outside the database alone. */
    private static void forget(String name) {
        var forgotten =
                new ForgottenFile(folder.resolve(name).resolve("forgotten.txt"), TestSecrets.in(folder.resolve(name)));
        forgotten.add(
                NOW,
                "toys.myshopify.com",
                new Person(Optional.of(4711L), Optional.empty(), Optional.empty(), List.of()));
        forgotten.add(
                NOW,
                "toys.myshopify.com",
                new Person(Optional.empty(), Optional.of("Wunibald.O'Hara@example.com"), Optional.empty(), List.of()));
        forgotten.add(NOW, "toys.myshopify.com", Person.of("+49301234567"));
    }

    private static void plant(String name) {
        try (var joined = DatabaseServer.join(home(name), OWN)) {
            JdbcClient.create(joined.everything().plain()).sql("""
                            insert into shop (domain, installed_at) values ('toys.myshopify.com', now());
                            insert into webhook_set_aside
                                (shop_id, webhook_id, topic, body, body_is_base64, received_at, set_aside_at, cause, reason)
                            select shop_id, 'a', 'moons/full', '{"customer":{"id":4711,"first_name":"Edeltraud"}}', false,
                                   now(), now(), 'unknown_topic', 'nobody handles it'
                              from shop;
                            insert into webhook_set_aside
                                (shop_id, webhook_id, topic, body, body_is_base64, received_at, set_aside_at, cause, reason)
                            select shop_id, 'b', 'moons/full', '{"note":"wunibald.o''hara@example.com called Edeltraud"}', false,
                                   now(), now(), 'unknown_topic', 'nobody handles it'
                              from shop;
                            insert into webhook_set_aside
                                (shop_id, webhook_id, topic, body, body_is_base64, received_at, set_aside_at, cause, reason)
                            select shop_id, 'c' || n, 'moons/full',
                                   format('{"id":4,"phone":"%s","note":"Edeltraud"}',
                                          (array['+49301234567', '+49 (30) 123 45 67'])[n]), false,
                                   now(), now(), 'unknown_topic', 'nobody handles it'
                              from shop, generate_series(1, 2) n;
                            """).update();
        }
    }

    private static long edeltrauds(String name) {
        try (var joined = DatabaseServer.join(home(name), OWN)) {
            return JdbcClient.create(joined.everything().plain())
                    .sql("select count(*) from webhook_set_aside where body like '%Edeltraud%'")
                    .query((row, _) -> row.getLong(1))
                    .single();
        }
    }

    @Test
    void who_was_forgotten_after_a_backup_does_not_come_back_with_it() throws IOException {
        Path file = folder.resolve("before.backup");
        new Maintenance(source("home")).backup(file, () -> NOW);
        withKey("knows");
        forget("knows");
        List<String> told = new ArrayList<>();
        new Maintenance(source("knows")).restore(file, told::add);
        assertThat(told).last().asString().contains("forgotten.txt who asked to be forgotten is forgotten again");
        assertThat(edeltrauds("knows")).isZero();
    }

    @Test
    void a_file_is_never_overwritten_and_a_bad_one_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("there"), "mine");
        assertThatThrownBy(() -> new Maintenance(source("home")).backup(file, () -> NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is there already");
        assertThat(file).hasContent("mine");
        assertThatThrownBy(() -> new Maintenance(source("other")).restore(file, said -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not a backup");
        assertThatThrownBy(() -> new Maintenance(source("other")).restore(folder, said -> {}))
                .hasMessageContaining("is not a file");
        assertThatThrownBy(() -> new Maintenance(source("other")).backup(folder.resolve("x"), () -> NOW))
                .hasMessageContaining("holds no data");
        assertThatThrownBy(() -> new Maintenance(source("home")).backup(folder.resolve("no/such/x"), () -> NOW))
                .hasMessageContaining("cannot be written: there is no folder");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void a_mistyped_home_is_named_and_not_filled() {
        var mistyped = new Maintenance(source("mistyped"));
        assertThatThrownBy(mistyped::rotateKey)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds no data; name the right folder in HOLDFAST_HOME");
        assertThat(folder.resolve("mistyped")).doesNotExist();
    }

    @Test
    void a_key_is_rotated_beside_a_running_server() {
        assertThat(new Maintenance(source("home")).rotateKey()).isEqualTo(1);
        assertThat(new Maintenance(source("home")).sealAgain()).isZero();
    }

    @Test
    void the_doctor_tells_every_setting_that_is_wrong() {
        List<String> findings = new ArrayList<>();
        var wrong = SettingsSource.of(home("home"), Map.of("HOLDFAST_HTTP_PORT", "web"), Map.of("http.prot", "1"));
        assertThat(new Maintenance(wrong).doctor(findings::add)).isFalse();
        assertThat(findings)
                .anyMatch(line -> line.startsWith("bad     HOLDFAST_HTTP_PORT: \"web\" is not a whole number"))
                .anyMatch(line -> line.startsWith("bad     --prot: no such setting"));
    }

    private static List<String> rows(String name) {
        try (var joined = DatabaseServer.join(home(name), OWN)) {
            var sql = JdbcClient.create(joined.everything().plain());
            // Without what the running server itself writes.
            return sql.sql("""
                            select t::text as row from scheduled_tasks t
                             where task_name not like '%worker%' and task_instance <> 'recurring' order by 1
                            """).query((row, number) -> row.getString("row")).list();
        }
    }

    private static Home home(String name) {
        return new Home(folder.resolve(name));
    }

    private static SettingsSource source(String name) {
        return SettingsSource.of(home(name), Map.of(), Map.of("http.port", "0", "operator.port", "0"));
    }
}
