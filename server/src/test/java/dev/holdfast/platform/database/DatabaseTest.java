package dev.holdfast.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ShopId FIRST = new ShopId(1);
    private static final ShopId SECOND = new ShopId(2);

    private final Database database = DATABASE.database();

    @BeforeAll
    static void a_tenant_table() {
        var owner = JdbcClient.create(DATABASE.owner().plain());
        owner.sql("""
                create table note (shop_id bigint not null, id int not null, said text, primary key (shop_id, id));
                alter table note enable row level security;
                alter table note force row level security;
                create policy note_of_shop on note using (shop_id = current_shop());
                """).update();
    }

    @BeforeEach
    void a_row_for_each_shop() {
        DATABASE.superuser().sql("truncate note").update();
        DATABASE.superuser()
                .sql("insert into note (shop_id, id, said) values (1, 1, 'mine'), (2, 1, 'theirs')")
                .update();
    }

    @Test
    void a_shop_sees_its_own_rows_alone() {
        assertThat(database.inShop(FIRST, DatabaseTest::said)).isEqualTo("mine");
        assertThat(database.inShop(SECOND, DatabaseTest::said)).isEqualTo("theirs");
    }

    @Test
    void the_message_of_an_error_quotes_no_row() {
        assertThatThrownBy(() -> database.inShop(
                        FIRST,
                        sql -> sql.sql("insert into note (shop_id, id, said) values (1, null, ?)")
                                .param("Kunigunde")
                                .update()))
                .hasStackTraceContaining("null value in column \"id\"")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("Kunigunde"))
                .rootCause()
                .hasMessageNotContaining("Kunigunde");
    }

    @Test
    void without_a_shop_there_are_no_rows() {
        assertThat(rowsWithoutShop()).isZero();
    }

    @Test
    void the_shop_is_forgotten_when_its_transaction_ends() {
        database.inShop(FIRST, DatabaseTest::said);
        assertThat(rowsWithoutShop()).isZero();
    }

    @Test
    void a_row_of_another_shop_cannot_be_written() {
        assertThatThrownBy(() -> database.inShop(
                        FIRST,
                        sql -> sql.sql("insert into note (shop_id, id) values (2, 9)")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void the_app_cannot_lift_row_security() {
        assertThatThrownBy(() -> database.global(sql ->
                        sql.sql("alter table note disable row level security").update()))
                .hasStackTraceContaining("must be owner of table note");
    }

    @Test
    void a_failing_transaction_leaves_nothing() {
        assertThatThrownBy(() -> database.inShop(FIRST, sql -> {
                    sql.sql("update note set said = 'changed' where shop_id = 1")
                            .update();
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
        assertThat(database.inShop(FIRST, DatabaseTest::said)).isEqualTo("mine");
    }

    @Test
    void a_transaction_inside_another_is_refused() {
        assertThatThrownBy(() -> database.inShop(FIRST, sql -> database.inShop(SECOND, DatabaseTest::said)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already open");
    }

    @Test
    void a_transaction_that_lost_its_connection_is_done_again() {
        var tries = new AtomicInteger();
        String said = database.inShop(FIRST, sql -> {
            if (tries.incrementAndGet() == 1) {
                int own =
                        sql.sql("select pg_backend_pid()").query(Integer.class).single();
                DATABASE.superuser()
                        .sql("select pg_terminate_backend(?, 5000)")
                        .param(own)
                        .query(Boolean.class)
                        .single();
            }
            return said(sql);
        });
        assertThat(said).isEqualTo("mine");
        assertThat(tries).hasValue(2);
    }

    @Test
    void a_commit_that_lost_its_connection_is_unknown() {
        assertThatThrownBy(() -> database.inShop(FIRST, sql -> {
                    int own = sql.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    return DATABASE.superuser()
                            .sql("select pg_terminate_backend(?, 5000)")
                            .param(own)
                            .query(Boolean.class)
                            .single();
                }))
                .isInstanceOf(CommitUnknown.class);
    }

    private int rowsWithoutShop() {
        return database.global(sql ->
                sql.sql("select count(shop_id) from note").query(Integer.class).single());
    }

    private static String said(JdbcClient sql) {
        return sql.sql("select said from note where shop_id = current_shop()")
                .query(String.class)
                .single();
    }
}
