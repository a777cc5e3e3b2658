package dev.holdfast.simulator.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.shop.Discount;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuyingTest {

    private final WindowFixture window = new WindowFixture();
    private final Buyer buyer = window.buyer;

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void the_front_page_shows_what_is_for_sale_and_what_is_sold_out() throws IOException {
        window.kite(3);
        window.product("Stilts", 0, InventoryPolicy.DENY);
        String page = buyer.get("/").body();
        assertThat(page).contains("Kite", "€20.00", "href=\"/products/kite\"", "Stilts");
        assertThat(page.split("Sold out", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, There is nothing at /nowhere",
        "/shops/nobody/cart, 404, There is no shop nobody.myshopify.com",
        "/cdn/nothing.css, 404, There is no asset nothing.css",
        "/cart/add, 405, GET is not answered at /cart/add",
        "/pro%zzducts, 400, cannot be read",
        "/products/%C3%28, 400, cannot be read"
    })
    void what_cannot_be_shown_is_a_page_that_says_what_to_do(String path, int status, String words) throws IOException {
        String answer = raw(path);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).containsIgnoringCase("content-type: text/html").contains(words);
        assertThat(answer).containsPattern("<a class=\"more\" href=\"[^\"]+\">To ");
    }

    @Test
    void programs_are_told_in_json() throws IOException {
        for (String path : new String[] {"/admin/nowhere", "/simulator/nowhere", "/simulator/shops/nobody"}) {
            assertThat(window.fixture.caller.get(path).json().path("errors").asString())
                    .as(path)
                    .isNotBlank();
        }
    }

    /** As a browser sends it: the JDK's client would not take such an address. */
    private String raw(String path) throws IOException {
        var address = window.fixture.simulator.server().address();
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_buyer_pays_and_the_order_takes_stock() throws IOException {
        Variant kite = window.kite(3);
        buyer.send("/cart/add", "id", kite.id().number(), "quantity", 2, "properties[Ribbon]", "red");
        Caller.Got paid = buyer.pay("card", "1");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.body()).contains("Order #1001", "Ribbon: red", "€45.00 EUR", "ada@example.com", "1 Toy Street");
        assertThat(paid.body()).as("with the time zone").containsPattern("As of [^<]* [0-9:]{5} [A-Z][A-Za-z ]+<");
        Order order = window.orders().getFirst();
        assertThat(order.accounts().received()).isEqualTo(4500);
        assertThat(window.shop.catalog().inventoryQuantity(kite)).isEqualTo(1);
        assertThat(window.shop.customers().all().all().map(each -> each.lastName()))
                .containsExactly("Amber");
        assertThat(buyer.get("/cart").body()).contains("Your cart is empty");
    }

    @Test
    void a_deposit_is_paid_now_and_the_rest_when_it_is_shipped() throws IOException {
        Variant train = window.train();
        SellingPlanId plan = window.deposit("Pre-order with deposit", train);
        assertThat(buyer.get("/products/train").body()).contains("€4.00 now, €16.00 later");
        buyer.send("/cart/add", "id", train.id().number(), "quantity", 1, "selling_plan", plan.number());
        assertThat(buyer.get("/checkout").body())
                .contains("Due today", "Pay €9.00", "when your order is shipped")
                .doesNotContain("Bank transfer");
        String order = buyer.pay("card", "1").body();
        assertThat(order).contains("Pre-order with deposit", "To be paid", "charged €16.00 when your order is shipped");
        assertThat(window.orders().getFirst().accounts().outstanding()).isEqualTo(1600);
        assertThat(window.orders().getFirst().mandates()).hasSize(1);
    }

    @Test
    void a_deferred_payment_needs_a_card_that_can_be_kept() throws IOException {
        Variant train = window.train();
        SellingPlanId plan = window.deposit("Deposit", train);
        buyer.send("/cart/add", "id", train.id().number(), "selling_plan", plan.number());
        Caller.Got answer = buyer.pay("bank_transfer", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose one of the payments offered.");
        assertThat(window.orders()).isEmpty();
    }

    @Test
    void what_sold_out_between_cart_and_payment_is_told_by_name() throws IOException {
        Variant kite = window.kite(3);
        buyer.send("/cart/add", "id", kite.id().number(), "quantity", 3);
        Buyer faster = new Buyer(window.fixture.caller);
        faster.send("/cart/add", "id", kite.id().number(), "quantity", 2);
        faster.pay("card", "1");
        Caller.Got late = buyer.pay("card", "1");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Only 1 of Kite (Small) left; you asked for 3.", "Your cart");
        assertThat(window.orders()).hasSize(1);
    }

    @Test
    void more_than_there_is_does_not_go_into_the_cart() throws IOException {
        Variant kite = window.kite(3);
        Caller.Got answer = buyer.send("/cart/add", "id", kite.id().number(), "quantity", 4);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Only 3 of Kite (Small) left; you asked for 4.");
        assertThat(buyer.send("/cart/add", "id", kite.id().number(), "quantity", "-1")
                        .body())
                .contains("The quantity is a whole number");
        assertThat(buyer.send("/cart/add", "id", kite.id().number(), "quantity", "99999999999999999999")
                        .status())
                .isEqualTo(422);
        assertThat(buyer.get("/cart").body()).contains("Your cart is empty");
    }

    @Test
    void an_unknown_variant_product_or_order_is_not_found() throws IOException {
        window.kite(3);
        assertThat(buyer.send("/cart/add", "id", "123").status()).isEqualTo(404);
        assertThat(buyer.send("/cart/add", "id", "kite").status()).isEqualTo(404);
        assertThat(buyer.get("/products/nothing").status()).isEqualTo(404);
        assertThat(buyer.get("/products/kite?variant=1").status()).isEqualTo(404);
        assertThat(buyer.get("/orders/0123").body()).contains("There is nothing here");
    }

    @Test
    void a_declined_card_makes_no_order_and_no_customer() throws IOException {
        buyer.send("/cart/add", "id", window.kite(3).id().number());
        Caller.Got answer = buyer.pay("card", "2");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Your card was declined", "value=\"1 Toy Street\"");
        assertThat(window.orders()).isEmpty();
        assertThat(window.shop.customers().all().size()).isZero();
    }

    @Test
    void each_field_that_is_missing_says_so() throws IOException {
        buyer.send("/cart/add", "id", window.kite(3).id().number());
        Caller.Got answer = buyer.send("/checkout", "email", "nobody", "city", "Dublin", "payment", "card", "pay", "1");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "This is no e-mail address",
                        "Enter the name",
                        "Enter the street",
                        "Enter one of the test cards")
                .contains("value=\"Dublin\"")
                .doesNotContain("Enter the city");
    }

    @Test
    void whoever_pays_at_the_bank_gets_the_order_when_the_payment_comes_back() throws IOException {
        buyer.send("/cart/add", "id", window.kite(3).id().number());
        Caller.Got waiting = buyer.pay("redirect", "");
        assertThat(waiting.body()).contains("Waiting for your payment");
        String path = waiting.body().replaceAll("(?s).*href=\"(/checkout/away/[^\"]+)\".*", "$1");
        assertThat(window.orders()).isEmpty();
        window.fixture.clock.advance(Duration.ofMinutes(3));
        assertThat(buyer.get(path).body()).contains("Order #1001");
    }

    @Test
    void a_bank_transfer_is_owed_until_it_comes() throws IOException {
        buyer.send("/cart/add", "id", window.kite(3).id().number());
        assertThat(buyer.pay("bank_transfer", "").body()).contains("On its way");
        assertThat(window.orders().getFirst().accounts().pending()).isEqualTo(2500);
    }

    @Test
    void a_discount_is_taken_off_and_an_unknown_one_is_named() throws IOException {
        window.shop.checkouts().offer(Discount.percent("TENTH", 10));
        buyer.send("/cart/add", "id", window.kite(3).id().number());
        assertThat(buyer.send("/checkout", "discount", "NONE", "apply", "1").body())
                .contains("This discount code is not valid.");
        assertThat(buyer.send("/checkout", "discount", "TENTH", "apply", "1").body())
                .contains("−€2.00", "Pay €23.00");
        buyer.pay("card", "1");
        assertThat(window.orders().getFirst().accounts().received()).isEqualTo(2300);
    }

    @Test
    void lines_of_the_cart_are_resized_and_removed() throws IOException {
        Variant kite = window.kite(5);
        buyer.send("/cart/add", "id", kite.id().number());
        buyer.send("/cart/add", "id", kite.id().number(), "quantity", 2);
        assertThat(buyer.get("/cart").body()).contains("value=\"3\"", "€60.00 EUR");
        assertThat(buyer.send("/cart", "updates[0]", "many").status()).isEqualTo(422);
        assertThat(buyer.send("/cart", "updates[0]", 1, "checkout", 1).body()).contains("Pay €25.00");
        assertThat(buyer.send("/cart", "updates[0]", 1, "remove", 0).body()).contains("Your cart is empty");
    }

    @Test
    void the_links_of_a_shop_named_in_the_path_stay_with_it() throws IOException {
        window.kite(3);
        String page = new Buyer(
                        new Caller(window.fixture.simulator.address("toys").toString()))
                .get("/products/kite")
                .body();
        assertThat(page).contains("href=\"/shops/toys/cart\"", "action=\"/shops/toys/cart/add\"");
        assertThat(page).doesNotContain("href=\"/cart\"");
    }

    @Test
    void of_several_shops_the_front_page_lists_all() throws IOException {
        window.fixture.simulator.open(
                ShopSettings.of("kites.myshopify.com", 2).numbered(2), Switches.usual(), window.fixture.clock);
        assertThat(buyer.get("/").body())
                .contains("href=\"/shops/kites.myshopify.com/\"", "href=\"/shops/toys.myshopify.com/\"");
        assertThat(window.fixture.caller.get("/shops/kites").headers().get("Location"))
                .isEqualTo("/shops/kites/");
        assertThat(buyer.get("/shops/kites/").body()).contains("There is nothing for sale yet.");
    }

    @Test
    void a_form_that_is_none_is_refused_with_the_reason() throws IOException {
        Caller.Got answer = window.fixture.caller.postForm("/cart/add", "id=%zz");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("not URL-encoded");
    }
}
