package dev.holdfast.simulator.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EscapingTest {

    private static final String EVIL = "\"'><script>alert(1)</script>";
    private static final Pattern PRINTED = Pattern.compile("\\{\\{-?(.*?)-?}}");

    @Test
    void nothing_a_merchant_or_a_buyer_writes_becomes_markup() throws IOException {
        try (WindowFixture window = new WindowFixture()) {
            Variant train = window.product(EVIL, 0, InventoryPolicy.CONTINUE);
            SellingPlanId plan = window.deposit(EVIL, train);
            Buyer buyer = window.buyer;
            List<String> pages = new ArrayList<>();
            pages.add(buyer.get("/").body());
            pages.add(buyer.get("/products/" + handle(window, train)).body());
            pages.add(buyer.send(
                            "/cart/add",
                            "id",
                            train.id().number(),
                            "selling_plan",
                            plan.number(),
                            "properties[" + EVIL + "]",
                            EVIL)
                    .body());
            pages.add(buyer.send("/checkout", "email", EVIL, "name", EVIL, "discount", EVIL, "apply", "1")
                    .body());
            pages.add(buyer.send("/localization", "currency_code", EVIL, "return_to", EVIL)
                    .body());
            pages.add(buyer.send(
                            "/checkout",
                            "email",
                            "a@b.ie",
                            "name",
                            EVIL,
                            "address1",
                            EVIL,
                            "zip",
                            EVIL,
                            "city",
                            EVIL,
                            "payment",
                            "card",
                            "card",
                            "1")
                    .body());
            assertThat(window.orders()).hasSize(1);
            assertThat(pages)
                    .allSatisfy(page -> assertThat(page).contains("<title>").doesNotContain("<script", "'>"));
            assertThat(pages.getLast()).contains("&quot;&#39;&gt;&lt;script&gt;");
        }
    }

    private static String handle(WindowFixture window, Variant variant) {
        return window.shop
                .catalog()
                .products()
                .find(variant.product())
                .orElseThrow()
                .handle();
    }

    @Test
    void every_value_that_a_template_prints_is_escaped() {
        for (String name : Pages.names()) {
            String template = Pages.resource(name + ".liquid");
            assertThat(PRINTED.matcher(template)
                            .results()
                            .map(found -> found.group(1).strip()))
                    .as(name)
                    .allMatch(printed -> printed.endsWith("| escape")
                            || printed.matches("content_for_layout|content_for_header|app_blocks"));
        }
    }

    @Test
    void a_form_leads_back_into_the_shop_only() throws IOException {
        try (WindowFixture window = new WindowFixture()) {
            for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
                var answer =
                        window.fixture.caller.postForm("/localization", "currency_code=EUR&return_to=" + elsewhere);
                assertThat(answer.headers().get("Location")).isEqualTo("/");
            }
        }
    }
}
