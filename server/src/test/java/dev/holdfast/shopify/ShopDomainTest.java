package dev.holdfast.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopDomainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"toy-shop.myshopify.com", "9.myshopify.com", "Toy-Shop.MyShopify.com", "a--b-.myshopify.com"})
    void a_whole_shop_address_is_taken_in_lower_case(String text) {
        assertThat(ShopDomain.parse(text).orElseThrow().value()).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "myshopify.com",
                ".myshopify.com",
                "-toy.myshopify.com",
                "toy_shop.myshopify.com",
                "toy.shop.myshopify.com",
                "toy.myshopify.com.evil.example",
                "evil.example/toy.myshopify.com",
                "evil.example#toy.myshopify.com",
                "toy.myshopify.com\n",
                "toy.myshopify.com/",
                "toy.myshopify.com:443",
                "user@toy.myshopify.com",
                "toy.myshopify.io",
                "toy.myshopifyXcom",
                " toy.myshopify.com",
                "toy.myshopi\u017fy.com",
                "to\u212a.myshopify.com",
                "tоy.myshopify.com"
            })
    void anything_else_is_no_shop(String text) {
        assertThat(ShopDomain.parse(text)).isEmpty();
    }

    @Test
    void an_endless_name_is_no_shop() {
        assertThat(ShopDomain.parse("a".repeat(250) + ".myshopify.com")).isEmpty();
    }
}
