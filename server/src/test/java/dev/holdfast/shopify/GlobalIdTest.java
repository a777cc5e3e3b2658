package dev.holdfast.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalIdTest {
    @Test
    void an_id_of_shopify_is_its_type_and_its_number() {
        assertThat(GlobalId.parse("gid://shopify/Order/9007199254741000"))
                .isEqualTo(new GlobalId("Order", 9_007_199_254_741_000L))
                .hasToString("gid://shopify/Order/9007199254741000");
    }

    @Test
    void what_follows_the_number_is_left_out() {
        assertThat(GlobalId.parse("gid://shopify/InventoryLevel/523463154?inventory_item_id=43729076"))
                .isEqualTo(new GlobalId("InventoryLevel", 523_463_154));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Order/1",
                "gid://shopify/",
                "gid://shopify/Order",
                "gid://shopify/Order/",
                "gid://shopify//1",
                "gid://shopify/Order/x",
                "gid://shopify/Order/1x",
                "gid://shopify/Order/-1",
                "gid://shopify/Order/+1",
                "gid://shopify/Order/١",
                "gid://shopify/Order 2/1",
                "gid://shopify/Order/1/2",
                "gid://shopify/Order/1?a=b c",
                "gid://shopify/Order/12345678901234567890",
                "gid://other/Order/1"
            })
    void no_other_text_is_one(String text) {
        assertThat(GlobalId.isOne(text)).isFalse();
        assertThatThrownBy(() -> GlobalId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gid://shopify/Order/0", "gid://shopify/Order/9999999999999999999"})
    void a_number_that_shopify_never_gives_is_refused(String text) {
        assertThatThrownBy(() -> GlobalId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
