package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Policy;
import dev.holdfast.planner.VariantId;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingTest {

    private static final String PAID = ",paid,unfulfilled,2026-11-20 10:00:00 +0100,";
    private static final String PRODUCTS =
            "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Policy";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_line_is_matched_by_its_sku_whatever_its_name() {
        assertThat(shop().orders("#1" + PAID + "1,Old name,MUG,pending,").queue())
                .containsExactly("#1-1 MUG 1");
    }

    @Test
    void a_shared_sku_is_told_apart_by_the_name() {
        var shop = shop().inventory(
                        "basket,Basket,Size,Small,BASKET,Main,0,,,5", "basket,Basket,Size,Large,BASKET,Main,0,,,5")
                .orders(
                        "#1" + PAID + "1,Basket - Large,BASKET,pending,",
                        "#2" + PAID + "2,basket - small,BASKET,pending,",
                        "#3" + PAID + "1,Basket - Huge,BASKET,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 basket:Large 1", "#2-1 basket:Small 2");
        assertThat(shop.findings())
                .containsExactly(
                        "orders_export.csv:4: #3, \"Basket - Huge\": 2 variants share its SKU \"BASKET\", and its"
                                + " name fits none of them; the row was set aside");
        assertThat(shop.rows("orders_export.csv").setAside()).isEqualTo(Map.of("shared SKU", 1L));
    }

    @Test
    void without_a_sku_the_name_decides() {
        var shop = shop().inventory(
                        "mug,Mug,Colour,Red,,Main,0,,,5",
                        "cup,Cup,Title,Default Title,,Main,0,,,5",
                        "cup-2,Cup,Title,Default Title,,Main,0,,,5")
                .orders(
                        "#1" + PAID + "1,Mug - Red,,pending,",
                        "#2" + PAID + "1,Cup,,pending,",
                        "#3" + PAID + "1,Engraving,,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 mug:Red 1");
        assertThat(shop.rows("orders_export.csv").setAside()).isEqualTo(Map.of("unknown variant", 2L));
        assertThat(shop.findings())
                .containsExactly(
                        "orders_export.csv:3: #2, \"Cup\": it has no SKU, and 2 variants have its name; the row was set aside",
                        "orders_export.csv:4: #3, \"Engraving\": it has no SKU, and no variant has its name; the row was set"
                                + " aside");
    }

    @Test
    void a_sku_that_changed_since_is_matched_by_the_name_and_said() {
        var shop = shop().orders("#1" + PAID + "1,Mug,MUG-OLD,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1");
        assertThat(shop.findings())
                .containsExactly(
                        "orders_export.csv:2: no variant has the SKU \"MUG-OLD\"; the line was matched by its name to MUG");
    }

    @Test
    void products_are_matched_by_handle_and_options_and_bring_policy_and_tracking() {
        var shop = shop().inventory("mug,,Colour,Red,,Main,0,,,5", "mug,,Colour,Blue,,Main,0,,,5")
                .file(
                        "products_export.csv",
                        PRODUCTS,
                        "mug,Mug,Colour,Red,,shopify,continue",
                        "mug,,,Blue,,shopify,deny",
                        "mug,,,,,,",
                        "gift,Gift Card,Title,Default Title,GIFT,,deny")
                .orders("#1" + PAID + "1,Mug - Blue,,pending,", "#2" + PAID + "1,Gift Card,GIFT,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 mug:Blue 1");
        assertThat(shop.read().facts().policies())
                .containsEntry(new VariantId("mug:Red"), new Policy.Backorder(null))
                .containsEntry(new VariantId("mug:Blue"), Policy.DENY);
        assertThat(shop.rows("orders_export.csv").nothingToDo()).isEqualTo(Map.of("stock not tracked", 1L));
        assertThat(shop.rows("products_export.csv").nothingToDo()).isEqualTo(Map.of("picture", 1L));
    }

    @Test
    void the_newer_names_of_product_columns_are_read_too() {
        var shop = shop().file(
                        "products_export.csv",
                        "Title,URL handle,SKU,Option1 name,Option1 value,Inventory tracker,Continue selling when out of stock",
                        "Mug,mug,MUG,Title,Default Title,shopify,CONTINUE",
                        "Tote,tote,TOTE,Title,Default Title,shopify,maybe");
        assertThat(shop.read().facts().policies())
                .containsEntry(new VariantId("MUG"), new Policy.Backorder(null))
                .containsEntry(new VariantId("TOTE"), Policy.INCOMING);
        assertThat(shop.findings())
                .containsExactly(
                        "products_export.csv:3: the inventory policy \"maybe\" is neither deny nor continue; the"
                                + " variant was read without one");
    }

    @Test
    void an_inventory_file_without_handles_is_matched_to_products_by_sku() {
        var shop = shop().file("inventory_export.csv", "SKU,Location,On hand", "MUG,Main,5")
                .file("products_export.csv", PRODUCTS, "mug,Mug,Title,Default Title,MUG,shopify,continue")
                .orders("#1" + PAID + "1,Mug,,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 MUG 1");
    }

    @Test
    void what_is_on_order_without_a_stock_figure_is_planned_and_said() {
        var shop = shop().file("products_export.csv", PRODUCTS, "tote,Tote,Title,Default Title,TOTE,shopify,deny")
                .orders("#1" + PAID + "1,Tote,TOTE,pending,");
        assertThat(shop.queue()).containsExactly("#1-1 TOTE 1");
        assertThat(shop.findings())
                .containsExactly(
                        "inventory_export.csv: has no stock figure for TOTE, which is on order; it was planned without stock");
    }

    private ShopFolder shop() {
        return new ShopFolder(folder);
    }
}
