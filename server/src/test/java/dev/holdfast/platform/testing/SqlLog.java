package dev.holdfast.platform.testing;

import dev.holdfast.platform.database.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the app's role asked the server, as the server wrote it down. */
final class SqlLog {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STATEMENT = "statement: ";

    private final Path folder;

    SqlLog(Path folder) {
        this.folder = folder;
    }

    /** Makes the server write down every statement, as JSON. */
    static void open(JdbcClient superuser) {
        superuser.sql("alter system set log_destination = 'jsonlog'").update();
        superuser.sql("alter system set log_parameter_max_length = 0").update();
        superuser.sql("alter system set log_statement = 'all'").update();
        superuser.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    /** All different statements of the app's role in a database, up to now. */
    Set<String> statements(JdbcClient app, String database) {
        // The server writes its log beside the answer: wait for a statement that we know.
        String mark = "mark " + UUID.randomUUID();
        app.sql("select '" + mark + "'").query(String.class).single();
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Set<String> found = read(database);
            if (found.stream().anyMatch(statement -> statement.contains(mark))) {
                return found;
            }
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the server's log in " + folder + " does not show " + mark);
            }
            Thread.onSpinWait();
        }
    }

    private Set<String> read(String database) {
        Set<String> statements = new HashSet<>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                try (var lines = Files.lines(file)) {
                    lines.filter(line -> line.contains("\"" + database + "\""))
                            .map(SqlLog::parse)
                            .filter(entry -> entry.path("dbname").asString("").equals(database)
                                    && entry.path("user").asString("").equals(Schema.APP_ROLE))
                            .map(entry -> statement(entry.path("message").asString("")))
                            .filter(statement -> !statement.isEmpty())
                            .forEach(statements::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statements;
    }

    // The last line may be half-written.
    private static JsonNode parse(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    // "statement: …" or "execute NAME: …"
    private static String statement(String message) {
        if (message.startsWith(STATEMENT)) {
            return message.substring(STATEMENT.length());
        }
        return message.startsWith("execute ") ? message.substring(message.indexOf(": ") + 2) : "";
    }
}
