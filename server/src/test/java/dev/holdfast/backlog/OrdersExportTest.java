package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.backlog.csv.BadInput;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersExportTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void order_fields_stand_on_the_first_row_of_an_order_only() {
        var shop = shop().orders(
                        "#2,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,",
                        "#2,,,,2,Mug,MUG,pending,",
                        "#1,paid,partial,2026-11-19 10:00:00 +0100,3,Mug,MUG,pending,",
                        "#1,,,,4,Mug,MUG,fulfilled,");
        assertThat(shop.queue()).containsExactly("#2-1 MUG 1", "#2-2 MUG 2", "#1-1 MUG 3");
        assertThat(shop.rows("orders_export.csv").used()).isEqualTo(3);
        assertThat(shop.rows("orders_export.csv").nothingToDo()).isEqualTo(Map.of("fulfilled", 1L));
    }

    @Test
    void order_fields_repeated_on_every_row_do_no_harm() {
        var shop = shop().orders(
                        "#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,",
                        "#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,2,Mug,MUG,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1", "#1-2 MUG 2");
    }

    @Test
    void several_files_are_one_export_and_an_order_in_two_of_them_counts_once() {
        var shop = shop().orders("#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,")
                .file(
                        "orders_export_2.csv",
                        ShopFolder.ORDERS,
                        "#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,",
                        "#3,paid,unfulfilled,2026-11-20 10:00:00 +0100,2,Mug,MUG,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1", "#3-1 MUG 2");
        assertThat(shop.rows("orders_export_2.csv").setAside()).isEqualTo(Map.of("order read before", 1L));
    }

    @Test
    void two_orders_of_one_name_are_told_apart_by_their_ids() {
        var shop = shop().file(
                        "orders_export.csv",
                        "Id,Name,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Lineitem fulfillment status",
                        "7,#1,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending",
                        "8,#1,2026-11-20 10:00:00 +0100,2,Mug,MUG,pending",
                        ",#1,,3,Mug,MUG,pending");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1", "#1 (8)-1 MUG 2", "#1 (8)-2 MUG 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20 10:00:00 +0100 | 2026-11-20T09:00:00Z
            2026-11-20 10:00:00 -0500 | 2026-11-20T15:00:00Z
            2026-11-20T10:00:00Z      | 2026-11-20T10:00:00Z
            2026-11-20T10:00:00+01:00 | 2026-11-20T09:00:00Z
            2026-11-20 10:00          | 2026-11-20T09:00:00Z
            """)
    void an_order_is_placed_at_an_instant_without_an_offset_in_the_shops_zone(String createdAt, String instant) {
        var shop = shop().settings("timeZone = \"Europe/Berlin\"")
                .orders("#1,paid,unfulfilled," + createdAt + ",1,Mug,MUG,pending,");
        assertThat(shop.read().facts().demand().getFirst().placedAt()).isEqualTo(instant);
    }

    @Test
    void a_bad_row_is_set_aside_by_its_line_and_the_rest_is_used() {
        var shop = shop().orders(
                        "#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,\"a,\nb\"",
                        "#1,,,,many,Mug,MUG,pending,",
                        "#2,paid,unfulfilled,20/11/2026,1,Mug,MUG,pending,",
                        "#2,,,,1,Mug,MUG,pending,",
                        "#9,,,,1,Mug,MUG,pending,",
                        ",paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,",
                        "#3,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,,shifted",
                        "#4,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,shipped,",
                        "#5,paid,unfulfilled,2026-11-20 10:00:00 +0100,-1,Mug,MUG,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1");
        assertThat(shop.findings())
                .containsExactly(
                        "orders_export.csv:4: \"Lineitem quantity\" is \"many\", no number of units; the row was set aside",
                        "orders_export.csv:5: \"Created at\" is \"20/11/2026\"; an instant like 2026-11-20 10:00:00 +0100"
                                + " was expected; the row was set aside",
                        "orders_export.csv:6: \"Created at\" is \"20/11/2026\"; an instant like 2026-11-20 10:00:00 +0100"
                                + " was expected; the row was set aside",
                        "orders_export.csv:7: is a further line of #9, whose first row is not before it; the row was set aside",
                        "orders_export.csv:8: has no order name; the row was set aside",
                        "orders_export.csv:9: has more cells than the header has columns; the row was set aside",
                        "orders_export.csv:10: its fulfillment status \"shipped\" is not known; the row was set aside",
                        "orders_export.csv:11: \"Lineitem quantity\" is \"-1\", no number of units; the row was set aside");
        assertThat(shop.rows("orders_export.csv").read()).isEqualTo(9);
        assertThat(shop.rows("orders_export.csv").setAside()).isEqualTo(Map.of("bad row", 8L));
    }

    @Test
    void strictly_a_bad_row_ends_the_reading() {
        var shop = shop().strict().orders("#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,x,Mug,MUG,pending,");
        assertThatThrownBy(shop::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("orders_export.csv:2: \"Lineitem quantity\" is \"x\"");
    }

    @Test
    void only_the_columns_nothing_goes_without_are_required() {
        var shop = shop().file(
                        "orders_export.csv",
                        "Lineitem name,Fulfillment Status,Lineitem quantity,Name,Created at",
                        "Mug,unfulfilled,2,#1,2026-11-20 10:00:00 +0100");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 2");
        shop.file("orders_export.csv", "Name,Created at,Lineitem name,Lineitem quantity");
        assertThatThrownBy(shop::read).hasMessageContaining("there is no column \"Fulfillment Status\"");
        shop.file("orders_export.csv", "Name,Created at,Lineitem name,Lineitem fulfillment status");
        assertThatThrownBy(shop::read).hasMessageContaining("there is no column \"Lineitem quantity\"");
    }

    @Test
    void an_order_says_what_is_still_to_be_paid() {
        var shop = shop().file(
                        "orders_export.csv",
                        "Name,Financial Status,Outstanding Balance,Created at,Lineitem quantity,Lineitem name,"
                                + "Lineitem fulfillment status",
                        "#1,paid,0.00,2026-11-20 10:00:00 +0100,1,Mug,pending",
                        "#2,pending,18.00,2026-11-20 10:00:00 +0100,1,Mug,pending",
                        "#3,partially_paid,12.60,2026-11-20 10:00:00 +0100,1,Mug,pending",
                        "#4,authorized,0.00,2026-11-20 10:00:00 +0100,1,Mug,pending");
        assertThat(shop.read().orders().values().stream().map(PlacedOrder::payment))
                .containsExactlyInAnyOrder(
                        "",
                        "pending, 18.00 outstanding",
                        "deposit paid, 12.60 outstanding",
                        "authorized, not captured");
    }

    private ShopFolder shop() {
        return new ShopFolder(folder);
    }
}
