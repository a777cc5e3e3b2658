package dev.holdfast.bench.intake;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program's own PostgreSQL, asked by Debian's {@code psql} and {@code pgbench}. */
final class Postgres {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final int port;
    private final String password;

    Postgres(ServedProgram program) throws IOException {
        port = program.databasePort();
        password = program.databasePassword();
    }

    /** Whether the two programs are there. */
    static boolean canBeAsked() throws IOException, InterruptedException {
        return ProgramRun.of(List.of("sh", "-c", "command -v psql && command -v pgbench"), null)
                        .exitCode()
                == 0;
    }

    /** The row of one webhook, one commit each, so many connections at once; rows a second. */
    double insertRate(int connections, int seconds, SignedBody body) throws IOException, InterruptedException {
        Path script = Files.createTempFile("insert", ".sql");
        try {
            Files.writeString(
                    script,
                    """
                    insert into webhook_inbox
                        (shop_domain, webhook_id, topic, event_id, triggered_at, body, body_is_base64, received_at)
                    values ('toy-shop.myshopify.com', gen_random_uuid()::text, 'orders/create',
                        '98880550-7158-44d4-b7cd-2c97c8a091b5', '2026-07-01T12:00:00Z', '%s', false, now());
                    """.formatted(body.text().replace("'", "''"))
                                    .replace("\n", " ")
                                    .strip() + "\n");
            var said = run(
                    "pgbench",
                    "-n",
                    "-M",
                    "simple",
                    "-c",
                    String.valueOf(connections),
                    "-j",
                    "2",
                    "-T",
                    String.valueOf(seconds),
                    "-f",
                    script.toString(),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    String.valueOf(port),
                    "-U",
                    "holdfast",
                    "holdfast");
            var rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new IllegalStateException("pgbench tells no rate: " + said);
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(script);
        }
    }

    void empty() throws IOException, InterruptedException {
        sql("truncate webhook_inbox");
        // The next reading must not pay for the pages of the last one.
        sql("checkpoint");
    }

    Set<String> storedIds() throws IOException, InterruptedException {
        return sql("select webhook_id from webhook_inbox").lines().collect(Collectors.toSet());
    }

    String sql(String statement) throws IOException, InterruptedException {
        return run(
                "psql",
                "-qAt",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                "holdfast",
                "-c",
                statement,
                "holdfast");
    }

    private String run(String... command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("env", "PGPASSWORD=" + password));
        words.addAll(List.of(command));
        var ended = ProgramRun.of(words, null);
        if (ended.exitCode() != 0) {
            throw new IllegalStateException(command[0] + " ended with " + ended.exitCode() + ": " + ended.errors());
        }
        return ended.text();
    }
}
