package dev.holdfast.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void a_write_scope_implies_its_read() {
        var scopes = Scopes.parse("write_orders, read_products");
        assertThat(scopes.cover("read_orders")).isTrue();
        assertThat(scopes.cover("write_products")).isFalse();
        assertThat(scopes.lacking(Set.of("write_products", "read_orders"))).containsExactly("write_products");
    }

    @Test
    void everything_granted_switches_nothing_off() {
        assertThat(OptionalFeature.switchedOff(ShopifyApp.WANTED)).isEmpty();
        assertThat(OptionalFeature.lackingForAll(ShopifyApp.WANTED, ShopifyApp.WANTED))
                .isEmpty();
    }

    @Test
    void a_refused_scope_switches_its_feature_off_with_a_sentence() {
        var granted = new Scopes(ShopifyApp.WANTED.names().stream()
                .filter(name -> !name.endsWith("payment_mandate"))
                .collect(Collectors.toSet()));
        assertThat(OptionalFeature.switchedOff(granted))
                .singleElement()
                .asString()
                .startsWith("Deposits cannot be followed")
                .contains("write_payment_mandate");
        assertThat(OptionalFeature.DEFERRED_PAYMENTS.isOn(granted)).isFalse();
        assertThat(OptionalFeature.lackingForAll(granted, ShopifyApp.WANTED))
                .as("Holdfast works without")
                .isEmpty();
    }

    @Test
    void what_nothing_works_without_is_named() {
        assertThat(OptionalFeature.lackingForAll(Scopes.parse("write_products"), ShopifyApp.WANTED))
                .contains("read_orders", "write_inventory")
                .doesNotContain("read_all_orders", "write_returns", "read_returns");
    }
}
