package dev.holdfast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SqlRulesTest {

    private final SqlRules rules = new SqlRules(Set.of("note", "line"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select said from note where id = 1",
                "update note set said = 'shop_id'",
                "delete from public.note -- shop_id",
                "insert into note (id) values (1) on conflict (id) do nothing",
                "select * from note n join line l on l.note = n.id where n.shop_id = 1",
                "select 1 from key_proof where exists (select from note)",
            })
    void a_place_without_shop_breaks_the_rule(String statement) {
        assertThat(rules.broken(List.of(statement))).containsExactly(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select said from note where shop_id = 1",
                "insert into note (shop_id, id) values (1, 1)",
                "select * from note n join line l on l.shop_id = n.shop_id where n.shop_id = 1",
                "select * from key_proof",
                "select 'from note'",
                "select * from notebook",
            })
    void a_statement_of_one_shop_keeps_it(String statement) {
        assertThat(rules.broken(List.of(statement))).isEmpty();
    }

    @Test
    void what_a_test_asked_is_read_from_the_servers_log() {
        var database = new TestDatabase();
        JdbcClient.create(database.owner().plain())
                .sql("create table note (shop_id bigint not null, id int not null, primary key (shop_id, id))")
                .update();
        database.checkStatements();
        database.database()
                .global(sql -> sql.sql("select count(*) from note where id = ?")
                        .param(1)
                        .query(Integer.class)
                        .single());
        assertThatThrownBy(database::close).hasMessageContaining("select count(*) from note where id = $1");
    }
}
