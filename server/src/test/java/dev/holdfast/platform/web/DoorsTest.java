package dev.holdfast.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DoorsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(DATABASE, home.resolve("home"), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The database's secrets were sealed by the first server; another process on it needs the same key. */
    private static String key() {
        return home.resolve("home/secret.key").toString();
    }

    @Test
    void the_operator_sees_how_everything_is() throws Exception {
        var page = server.get(server.operatorUri("/health"), "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("database", "PostgreSQL 18", "timers", "All is well.");
        assertThat(page.body()).containsPattern("As of 20[0-9-]+T[0-9:]+Z;");

        var json = server.get(server.operatorUri("/health"));
        assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(json.body()).startsWith("{\"state\":\"good\"").contains("\"timers\":{");
    }

    @Test
    void the_operator_reads_figures() throws Exception {
        var figures = server.get(server.operatorUri("/metrics"));
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body()).contains("jvm_memory_used_bytes", "hikaricp_connections", "logback_events_total");
    }

    @Test
    void the_world_sees_nothing_of_it() throws Exception {
        for (String page : new String[] {"/health", "/metrics", "/%68ealth"}) {
            assertThat(server.get(server.uri(page)).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(server.get(server.uri("/up")).body()).isEqualTo("up\n");
        assertThat(server.get(server.operatorUri("/up")).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_is_told_as_a_problem() throws Exception {
        var answer = server.get(server.uri("/nothing"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404").doesNotContain("Exception");
        assertThat(server.get(server.uri("/error")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_is_told_in_a_page_what_is_wrong_and_what_to_do() throws Exception {
        var nothing = server.get(server.uri("/nothing"), "Accept", "text/html,*/*;q=0.8");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(nothing.body()).contains("There is nothing at this address.").doesNotContain("nothing\"");
    }

    @Test
    void a_port_in_use_is_named() {
        int taken = server.uri("/").getPort();
        assertThatThrownBy(() -> RunningServer.start(
                        DATABASE,
                        home.resolve("other"),
                        Map.of("http.port", Integer.toString(taken), "secrets.key-file", key())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("port " + taken)
                .hasMessageContaining("http.port");
    }

    @Test
    void a_process_that_only_works_opens_the_operators_port_alone() throws Exception {
        try (var worker = RunningServer.start(
                DATABASE, home.resolve("worker"), Map.of("role", "worker", "secrets.key-file", key()))) {
            assertThat(worker.uri("/").getPort())
                    .isEqualTo(worker.operatorUri("/").getPort());
            assertThat(worker.get(worker.uri("/health")).statusCode()).isEqualTo(200);
            assertThat(worker.get(worker.uri("/up")).statusCode()).isEqualTo(404);
        }
    }
}
