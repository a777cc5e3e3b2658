package dev.holdfast.simulator.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrencyTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    private final WindowFixture window = new WindowFixture();
    private final Shop shop = window.fixture.simulator.open(
            ShopSettings.of("world.myshopify.com", 2)
                    .numbered(2)
                    .withCurrencies(EURO, Map.of(YEN, new BigDecimal("163.5"))),
            Switches.usual(),
            window.fixture.clock);
    private final Buyer buyer =
            new Buyer(new Caller(window.fixture.simulator.address().toString()));

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void prices_are_shown_and_paid_in_the_currency_the_buyer_chose() throws IOException {
        Product kite = shop.catalog()
                .create(NewProduct.of(
                        "Kite",
                        new NewVariant(
                                "Small",
                                "KITE",
                                1999,
                                InventoryPolicy.DENY,
                                true,
                                Map.of(
                                        shop.locations()
                                                .all()
                                                .all()
                                                .findFirst()
                                                .orElseThrow()
                                                .id(),
                                        5))));
        assertThat(buyer.get("/shops/world/products/kite").body()).contains("€19.99", "<option value=\"JPY\">");
        String page = buyer.send(
                        "/shops/world/localization", "currency_code", "JPY", "return_to", "/shops/world/products/kite")
                .body();
        assertThat(page).contains("¥3,268").doesNotContain("€").contains("<option value=\"JPY\" selected>");
        buyer.send("/shops/world/cart/add", "id", kite.variants().getFirst().number());
        assertThat(buyer.get("/shops/world/checkout").body()).contains("¥4,086 JPY", "Pay ¥4,086");
        buyer.send(
                "/shops/world/checkout",
                "email",
                "a@example.com",
                "name",
                "Aki",
                "address1",
                "1 Toy Street",
                "zip",
                "1",
                "city",
                "Dublin",
                "payment",
                "card",
                "card",
                "1");
        Order order = shop.orders().all().all().findFirst().orElseThrow();
        assertThat(order.placement().presentment()).isEqualTo(YEN);
        assertThat(order.accounts().received()).isEqualTo(2499);
    }

    @Test
    void a_currency_the_shop_does_not_take_is_refused() throws IOException {
        assertThat(buyer.send("/shops/world/localization", "currency_code", "XYZ")
                        .status())
                .isEqualTo(422);
    }
}
