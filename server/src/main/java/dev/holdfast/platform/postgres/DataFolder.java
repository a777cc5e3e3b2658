package dev.holdfast.platform.postgres;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The server's own folder of data: made once, of one major version. */
record DataFolder(Path folder, Path passwordFile) {

    static DataFolder in(Path folder) {
        return new DataFolder(folder.resolve("data"), folder.resolve("password"));
    }

    /** Makes the data when there are none; a killed first start leaves nothing half-made. */
    void prepare(Programs programs) throws IOException {
        if (!Files.exists(folder)) {
            make(programs);
            return;
        }
        String made = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!made.equals(programs.major())) {
            throw new Refusal(
                    folder.toString(),
                    ("holds data of PostgreSQL %s, and this Holdfast brings %s. Go back to the Holdfast that made them and"
                                    + " run: holdfast backup FILE; then with this one: holdfast restore FILE, with"
                                    + " HOLDFAST_HOME naming an empty folder")
                            .formatted(made, programs.version()));
        }
    }

    private void make(Programs programs) throws IOException {
        if (!Files.exists(passwordFile)) {
            Home.writePrivate(passwordFile, newPassword().getBytes(StandardCharsets.UTF_8));
        }
        Path half = folder.resolveSibling("data.new");
        Folders.delete(half);
        new Command(
                        programs.program("initdb").toString(),
                        "--pgdata=" + half,
                        "--username=" + EmbeddedPostgres.SUPERUSER,
                        "--encoding=UTF8",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        // The ICU and C libraries of another machine may sort otherwise, and indexes would lie.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions")
                .run()
                .orThrow();
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Settings of each start; they replace what an earlier version wrote. */
    void configure(int port) throws IOException {
        Home.writePrivate(folder.resolve("postgresql.auto.conf"), settings(port).getBytes(StandardCharsets.UTF_8));
    }

    private static String settings(int port) {
        return """
                # Written by Holdfast at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 100
                shared_buffers = '128MB'
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_truncate_on_rotation = on
                # Rows and parameters hold personal data: none of them in the log.
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length_on_error = 0
                """.formatted(port);
    }
}
