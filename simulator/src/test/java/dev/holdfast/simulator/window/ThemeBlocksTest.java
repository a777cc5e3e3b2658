package dev.holdfast.simulator.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Metafields;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.MetafieldDefinition;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.window.theme.ThemeExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeBlocksTest {

    private static final Path STOREFRONT = Path.of("../storefront");
    private static final Caller APP = new Caller(new AppId(7), ApiVersion.V2026_07);

    private final WindowFixture window = new WindowFixture();
    private final Buyer buyer = window.buyer;

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_pre_order_says_when_it_ships_and_what_is_paid_when() throws IOException {
        show(STOREFRONT);
        Variant train = window.train();
        window.deposit("Deposit", train);
        assertThat(notice("/products/train"))
                .contains("Pre-order", "The shipping date is not known yet.", "€4.00 now, €16.00 later.");
        define("PUBLIC_READ");
        shipsBy(train, "2027-01-09");
        assertThat(notice("/products/train")).contains("Ships by 9 January 2027.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_date_the_storefront_may_not_read_is_shown_to_the_apps_own_block_or_not(boolean shown) throws IOException {
        window.shop.switches(Switches.usual().with(Switch.BLOCKS_ARE_SHOWN_PRIVATE_METAFIELDS, shown));
        show(STOREFRONT);
        Variant train = window.train();
        window.deposit("Deposit", train);
        define("NONE");
        shipsBy(train, "2027-01-09");
        assertThat(notice("/products/train")).contains(shown ? "Ships by 9 January 2027." : "not known yet");
    }

    @Test
    void a_backorder_is_called_one_and_stock_is_not() throws IOException {
        show(STOREFRONT);
        window.product("Top", -2, InventoryPolicy.CONTINUE);
        window.kite(3);
        assertThat(notice("/products/top")).contains("Backorder").doesNotContain("Pre-order");
        assertThat(notice("/products/kite")).doesNotContain("data-variant");
    }

    @Test
    void the_page_of_an_order_says_what_is_still_to_come() throws IOException {
        show(STOREFRONT);
        Variant train = window.train();
        SellingPlanId plan = window.deposit("Deposit", train);
        buyer.send("/cart/add", "id", train.id().number(), "selling_plan", plan.number());
        assertThat(buyer.pay("card", "1").body())
                .contains("One item of this order was sold ahead", "1 × Train - Small: Deposit");
    }

    @Test
    void the_script_and_the_style_of_a_block_are_loaded_once_and_served() throws IOException {
        show(STOREFRONT);
        window.kite(3);
        String page = buyer.get("/products/kite").body();
        assertThat(page.split("preorder-notice.js", -1)).hasSize(2);
        assertThat(buyer.get("/cdn/preorder-notice.js").headers().get("Content-Type"))
                .startsWith("text/javascript");
        assertThat(buyer.get("/cdn/preorder-notice.css").status()).isEqualTo(200);
        assertThat(buyer.get("/cdn/en.default.json").status()).isEqualTo(404);
    }

    @Test
    void a_block_speaks_the_language_of_the_browser() throws IOException {
        show(STOREFRONT);
        window.deposit("Deposit", window.train());
        assertThat(window.fixture
                        .caller
                        .get("/products/train", "Accept-Language", "de-AT,en;q=0.5")
                        .body())
                .contains("Vorbestellung");
    }

    @Test
    void what_the_simulator_does_not_have_is_an_error_that_names_it() throws IOException {
        window.kite(3);
        assertThat(liquid("{{ product.description }}")).contains("blocks/x.liquid", "product.description");
        assertThat(liquid("{{ collections.all }}")).contains("no object collections");
        assertThat(liquid("{{ product.title | weight_with_unit }}")).contains("weight_with_unit");
        assertThat(liquid("{% render 'snippet' %}")).contains("render");
        assertThat(liquid("{{ 'notice.unknown' | t }}")).contains("no translation notice.unknown");
        assertThat(liquid("{% include 'snippet' %}")).contains("include");
        assertThat(liquid("{% if product.metafields.my.own %}set{% else %}not set{% endif %}"))
                .contains("not set");
    }

    @Test
    void a_folder_that_is_no_extension_is_refused_with_the_reason() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThemeExtension.read(folder))
                .withMessageContaining("no shopify.extension.toml");
        Files.writeString(folder.resolve("shopify.extension.toml"), "");
        Files.createDirectories(folder.resolve("blocks"));
        Files.writeString(folder.resolve("blocks/x.liquid"), "{% schema %}{ name {% endschema %}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThemeExtension.read(folder))
                .withMessageContaining("schema is not JSON");
    }

    private void show(Path extension) {
        window.fixture.simulator.window().show(ThemeExtension.read(extension), 7);
    }

    private String notice(String page) throws IOException {
        var got = buyer.get(page);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.body().replaceAll("(?s).*(<div id=\"shopify-block-preorder-notice.*?)<form.*", "$1");
    }

    /** What a page with a block of this Liquid answers. */
    private String liquid(String source) throws IOException {
        Files.writeString(folder.resolve("shopify.extension.toml"), "");
        Files.createDirectories(folder.resolve("blocks"));
        Files.writeString(
                folder.resolve("blocks/x.liquid"),
                source + "{% schema %}{\"name\": \"X\", \"target\": \"section\"}{% endschema %}");
        try {
            show(folder);
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
        return buyer.get("/products/kite").body();
    }

    private void define(String storefront) {
        window.shop
                .metafields()
                .define(
                        APP,
                        new Metafields.NewDefinition(
                                "PRODUCTVARIANT",
                                null,
                                "ships_by",
                                "Ships by",
                                null,
                                "date",
                                new MetafieldDefinition.Access("MERCHANT_READ", storefront, null)))
                .value();
    }

    private void shipsBy(Variant variant, String day) {
        window.shop
                .metafields()
                .set(APP, List.of(Metafields.Write.of(Gid.of(variant.id().gid()), "$app", "ships_by", "date", day)))
                .value();
    }
}
