package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryExportTest {

    private static final String OLDER =
            "Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Main,\"Shop, harbour\"";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void stock_is_what_is_on_hand_less_what_nobody_may_have() {
        var shop = shop().inventory(
                        "mug,Mug,Title,Default Title,MUG,Main,2,3,5,10",
                        "mug,Mug,Title,Default Title,MUG,Shop,0,0,1,1",
                        "tote,Tote,Title,Default Title,TOTE,Main,not stocked,not stocked,not stocked,not stocked");
        assertThat(shop.stock()).containsExactly("MUG Main 8", "MUG Shop 1");
        assertThat(shop.rows("inventory_export.csv").nothingToDo()).isEqualTo(Map.of("not stocked there", 1L));
    }

    @Test
    void states_may_be_named_as_shopify_ever_named_them_and_some_may_be_missing() {
        var shop = shop().file(
                        "inventory_export.csv",
                        "SKU,Location,Available (not editable),Committed (not editable)",
                        "MUG,Main,-2,5");
        assertThat(shop.stock()).containsExactly("MUG Main 3");
        shop.file("inventory_export.csv", "SKU,On hand", "MUG,4");
        assertThat(shop.stock()).containsExactly("MUG main 4");
    }

    @Test
    void a_shelf_cannot_hold_less_than_nothing() {
        var shop = shop().inventory("mug,Mug,Title,Default Title,MUG,Main,1,0,-3,-2");
        assertThat(shop.stock()).containsExactly("MUG Main 0");
        assertThat(shop.findings())
                .containsExactly(
                        "inventory_export.csv:2: on hand less unavailable is -3 at Main, which no shelf can hold; 0 was taken");
    }

    @Test
    void figures_that_do_not_add_up_are_said_and_on_hand_is_believed() {
        var shop = shop().inventory("mug,Mug,Title,Default Title,MUG,Main,1,0,3,9");
        assertThat(shop.stock()).containsExactly("MUG Main 8");
        assertThat(shop.findings())
                .containsExactly(
                        "inventory_export.csv:2: on hand is 9, but committed + unavailable + available make 4; on hand was"
                                + " believed");
    }

    @Test
    void a_bad_row_is_set_aside_by_its_line() {
        var shop = shop().inventory(
                        "mug,Mug,Title,Default Title,MUG,Main,0,0,5,5",
                        "mug,Mug,Title,Default Title,MUG,Main,0,0,5,5",
                        "tote,Tote,Title,Default Title,TOTE,Main,0,0,about ten,5",
                        "tote,Tote,Title,Default Title,TOTE,,0,0,5,5",
                        ",,,,,Main,0,0,5,5",
                        "cap,Cap,Title,Default Title,CAP,Main,,,,");
        assertThat(shop.stock()).containsExactly("MUG Main 5");
        assertThat(shop.findings())
                .containsExactly(
                        "inventory_export.csv:3: Mug at Main stood there before; the row was set aside",
                        "inventory_export.csv:4: \"Available\" is \"about ten\", no whole number; the row was set aside",
                        "inventory_export.csv:5: names no location; the row was set aside",
                        "inventory_export.csv:6: has neither handle nor SKU; the row was set aside",
                        "inventory_export.csv:7: has no figure for the stock; the row was set aside");
    }

    @Test
    void the_older_layout_has_a_column_for_each_location_with_what_may_still_be_sold() {
        var shop = shop().file(
                        "inventory_export.csv",
                        OLDER,
                        "mug,Mug,Title,Default Title,MUG,,,-2,3",
                        "tote,Tote,Title,Default Title,TOTE,,,4,not stocked")
                .orders(
                        "#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,5,Mug,MUG,pending,",
                        "#2,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Tote,TOTE,pending,");
        assertThat(shop.stock()).containsExactly("MUG Main 0", "MUG Shop, harbour 6", "TOTE Main 5");
        assertThat(shop.findings())
                .containsExactly(
                        "inventory_export.csv: has what may still be sold, not what is on hand; the open units of"
                                + " the orders were added back to it");
    }

    @Test
    void the_older_layout_below_zero_beyond_the_open_orders_is_said() {
        var shop = shop().file("inventory_export.csv", OLDER, "mug,Mug,Title,Default Title,MUG,,,-4,")
                .orders("#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,");
        assertThat(shop.stock()).containsExactly("MUG Main 0");
        assertThat(shop.findings()).anyMatch(finding -> finding.contains("MUG is 3 below zero at Main"));
    }

    @Test
    void the_older_layout_may_hold_counted_stock_where_a_setting_says_so() {
        var shop = shop().file("inventory_export.csv", OLDER, "mug,Mug,Title,Default Title,MUG,,,2,3")
                .settings("olderInventory = \"ON_HAND\"")
                .orders("#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,5,Mug,MUG,pending,");
        assertThat(shop.stock()).containsExactly("MUG Main 2", "MUG Shop, harbour 3");
    }

    @Test
    void a_bad_cell_of_the_older_layout_is_left_out() {
        var shop = shop().file(
                        "inventory_export.csv",
                        OLDER,
                        "mug,Mug,Title,Default Title,MUG,,,some,3",
                        "tote,Tote,Title,Default Title,TOTE,,,1.5,",
                        "cap,Cap,Title,Default Title,CAP,,,,");
        assertThat(shop.stock()).containsExactly("MUG Shop, harbour 3");
        assertThat(shop.findings())
                .contains("inventory_export.csv:2: \"Main\" is \"some\", no whole number; the cell was left out");
        assertThat(shop.rows("inventory_export.csv").setAside()).isEqualTo(Map.of("bad row", 1L));
        assertThat(shop.rows("inventory_export.csv").nothingToDo()).isEqualTo(Map.of("not stocked anywhere", 1L));
    }

    @Test
    void a_file_without_any_location_is_refused() {
        var shop = shop().file("inventory_export.csv", "Handle,Title,SKU");
        assertThatThrownBy(shop::read).hasMessageContaining("neither a column \"Location\"");
    }

    @Test
    void committed_units_that_the_orders_do_not_have_are_said() {
        var shop = shop().inventory("mug,Mug,Title,Default Title,MUG,Main,0,4,1,5")
                .orders("#1,paid,unfulfilled,2026-11-20 10:00:00 +0100,1,Mug,MUG,pending,");
        assertThat(shop.findings())
                .containsExactly(
                        "inventory_export.csv: Shopify has committed 4 units of MUG, the orders file has 1 open; the"
                                + " orders were believed; are all unfulfilled orders in the export?");
    }

    private ShopFolder shop() {
        return new ShopFolder(folder);
    }
}
