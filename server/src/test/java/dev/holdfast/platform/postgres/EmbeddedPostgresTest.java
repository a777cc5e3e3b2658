package dev.holdfast.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    @TempDir
    private Path folder;

    @Test
    void data_outlive_the_server_and_a_killed_one_is_taken_over() throws IOException {
        Home home = new Home(folder);
        try (var first = EmbeddedPostgres.start(home)) {
            sql(first).sql("create table kept (id int)").update();
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("in use by another Holdfast");
            assertThat(sql(first).sql("show fsync").query(String.class).single())
                    .isEqualTo("on");
            assertThat(first.version()).startsWith("18.");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgresql"))))
                .isEqualTo("rwx------");
        try (var second = EmbeddedPostgres.start(home)) {
            assertThat(sql(second)
                            .sql("select count(*) from kept")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        Files.writeString(folder.resolve("postgresql/data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("holdfast backup");
    }

    private static JdbcClient sql(EmbeddedPostgres server) {
        return JdbcClient.create(
                new DriverManagerDataSource(server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.password()));
    }
}
