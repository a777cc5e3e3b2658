package dev.holdfast.backlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.backlog.report.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void one_column_gives_way_where_the_terminal_is_narrow() {
        var table = new Table(Column.text("sku"), Column.givingWay("title"), Column.figure("units"));
        table.row("MUG", "Harbour Mug - Sea Green", 12);
        assertThat(table.print(80))
                .isEqualTo("  sku  title                    units\n  MUG  Harbour Mug - Sea Green     12\n");
        assertThat(table.print(30)).isEqualTo("  sku  title             units\n  MUG  Harbour Mug - S…     12\n");
    }

    @Test
    void control_characters_of_a_title_do_not_reach_the_terminal() {
        var table = new Table(Column.text("title"));
        table.row("a\u001B[31mb\nc");
        assertThat(table.print(80)).isEqualTo("  title\n  a [31mb c\n");
    }
}
