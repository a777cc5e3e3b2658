package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndecidedLinesTest {

    private static final String PARTIAL = ",paid,partial,2026-11-20 10:00:00 +0100,";

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # committed | the partly sent line of 5, beside a certain one of 2
            3           | 1
            5           | 3
            6           | 4
            2           | ''
            7           | ''
            ''          | ''
            """)
    void committed_units_decide_the_only_uncertain_line_where_they_fit(String committed, String open) {
        var shop = shop(committed).orders("#1" + PARTIAL + "5,Mug,MUG,partial,", "#1,,,,2,Mug,MUG,pending,");
        assertThat(shop.queue().contains("#1-1 MUG " + open)).isEqualTo(!open.isEmpty());
        assertThat(shop.queue()).contains("#1-2 MUG 2");
        assertThat(shop.rows("orders_export.csv").read()).isEqualTo(2);
        assertThat(shop.rows("orders_export.csv").setAside())
                .isEqualTo(open.isEmpty() ? Map.of("undecidable", 1L) : Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # committed | two partly sent lines of 5
            2           | 1 | 1
            8           | 4 | 4
            5           |   |
            """)
    void committed_units_decide_several_lines_only_at_their_least_or_most(String committed, Long first, Long second) {
        var shop = shop(committed).orders("#1" + PARTIAL + "5,Mug,MUG,partial,", "#1,,,,5,Mug,MUG,partial,");
        if (first == null) {
            assertThat(shop.queue()).isEmpty();
        } else {
            assertThat(shop.queue()).containsExactly("#1-1 MUG " + first, "#1-2 MUG " + second);
        }
    }

    @Test
    void what_was_derived_and_what_was_not_is_said() {
        var shop = shop("3").orders("#1" + PARTIAL + "5,Mug,MUG,partial,");
        assertThat(shop.findings())
                .containsExactly(
                        "orders_export.csv:2: #1, Mug: 1 to 4 units are open: partly fulfilled, and the file does not"
                                + " say how far; 3 open, by the units that Shopify has committed of MUG");
        shop.inventory("mug,Mug,Title,Default Title,MUG,Main,0,,,5");
        assertThat(shop.findings())
                .containsExactly(
                        "orders_export.csv:2: #1, Mug: 1 to 4 units are open: partly fulfilled, and the file does not"
                                + " say how far; the row was set aside");
    }

    @Test
    void a_refund_that_took_all_units_leaves_nothing_open() {
        var shop = shop("0")
                .file(
                        "orders_export.csv",
                        ShopFolder.ORDERS + ",Refunded Amount",
                        "#1,partially_refunded,unfulfilled,2026-11-20 10:00:00 +0100,2,Mug,MUG,pending,,10.00");
        assertThat(shop.queue()).isEmpty();
        assertThat(shop.rows("orders_export.csv").nothingToDo()).isEqualTo(Map.of("no unit left open", 1L));
    }

    @ParameterizedTest
    @CsvSource({"LEAST, 1", "MOST, 4"})
    void the_shop_may_decide_what_nothing_else_does(String setting, long open) {
        var shop = shop("").settings("undecided = \"" + setting + "\"").orders("#1" + PARTIAL + "5,Mug,MUG,partial,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG " + open);
        assertThat(shop.findings()).singleElement().asString().endsWith(open + " open, by the setting \"undecided\"");
    }

    @Test
    void committed_units_of_a_preordered_variant_decide_nothing() {
        var shop = shop("3")
                .settings("[[offer]]\nid = \"drop\"\nskus = [\"MUG\"]\ntag = \"drop\"")
                .orders("#1" + PARTIAL + "5,Mug,MUG,partial,drop");
        assertThat(shop.queue()).isEmpty();
    }

    private ShopFolder shop(String committed) {
        return new ShopFolder(folder).inventory("mug,Mug,Title,Default Title,MUG,Main,0," + committed + ",,5");
    }
}
