package dev.holdfast.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.GlobalTables;
import dev.holdfast.platform.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SchemaRules rules = new SchemaRules(DATABASE.superuser());

    @Test
    void every_table_keeps_the_rules() {
        assertThat(rules.broken()).isEmpty();
    }

    @Test
    void the_rules_bite() {
        var bad = new TestDatabase();
        try {
            JdbcClient.create(bad.owner().plain()).sql("""
                            create table bare (id int primary key);
                            create table half (shop_id bigint not null, id int not null,
                                constraint half_pk primary key (shop_id, id), constraint half_u unique (id));
                            alter table half enable row level security;
                            create policy half_p on half using (true);
                            create table child (shop_id bigint not null, id int not null,
                                constraint child_pk primary key (shop_id, id),
                                constraint child_half foreign key (id) references half (id));
                            alter table child enable row level security;
                            alter table child force row level security;
                            create policy child_p on child using (shop_id = current_shop());
                            create rule child_r as on delete to child do instead nothing;
                            """).update();
            assertThat(new SchemaRules(bad.superuser()).broken())
                    .containsExactly(
                            "bare has no column shop_id bigint not null",
                            "bare does not enable and force row level security",
                            "half does not enable and force row level security",
                            "bare has not exactly one policy, (shop_id = current_shop())",
                            "half has not exactly one policy, (shop_id = current_shop())",
                            "bare has no primary key that begins with shop_id",
                            "bare bare_pkey has a unique index that does not begin with shop_id",
                            "half half_u has a unique index that does not begin with shop_id",
                            "child child_half has a foreign key that does not begin with shop_id",
                            "child has a trigger or a rule",
                            "bare bare_pkey has a constraint or an index without a name of its own");
        } finally {
            bad.close();
        }
    }

    @Test
    void every_global_table_exists() {
        assertThat(DATABASE.superuser()
                        .sql("select relname from pg_class where relname = any (?)")
                        .param(GlobalTables.NAMES.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(GlobalTables.NAMES);
    }

    @Test
    void nothing_goes_round_row_security() {
        assertThat(rules.waysRound()).isEmpty();
    }

    @Test
    void what_goes_round_row_security_is_found() {
        var bad = new TestDatabase();
        var superuser = bad.superuser();
        try {
            superuser.sql("""
                            create role planted_app createdb in role holdfast_owner;
                            create role planted_owner bypassrls;
                            create table half (shop_id bigint not null, id int generated always as identity);
                            alter table half owner to planted_owner;
                            grant truncate on half to planted_app;
                            grant update on half_id_seq to planted_app;
                            create view seen as select id from half;
                            create view shown with (security_invoker = on) as select id from half;
                            create materialized view kept as select id from half;
                            create function peek() returns bigint language sql security definer return 1;
                            """).update();
            assertThat(new SchemaRules(superuser, "planted_app").waysRound())
                    .contains(
                            "seen is a view that does not act as who asks",
                            "kept is materialised or foreign",
                            "peek acts as its owner",
                            "half_id_seq can be set by the app's role",
                            "half can be emptied, referred to or given a trigger by the app's role",
                            "the app's role may make things in public",
                            "the app's role can become holdfast_owner",
                            "the app's role has a right of its own that row security does not bind",
                            "forced row security does not bind planted_owner, who owns tables")
                    .doesNotContain("shown is a view that does not act as who asks");
        } finally {
            bad.close();
            var server = DATABASE.superuser();
            server.sql("drop role if exists planted_app").update();
            server.sql("drop role if exists planted_owner").update();
        }
    }

    @Test
    void every_migration_opens_with_why() throws IOException {
        List<Path> migrations;
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            migrations = files.sorted().toList();
        }
        assertThat(migrations).isNotEmpty();
        for (Path migration : migrations) {
            assertThat(migration.getFileName().toString()).matches("V\\d{3}__[a-z0-9_]+\\.sql");
            assertThat(Files.readString(migration)).as(migration.toString()).startsWith("-- Why: ");
        }
    }
}
