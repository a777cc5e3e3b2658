package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
    @Test
    void any_of_the_named_scopes_suffices() {
        var rule = rule("`read_orders` access scope, `read_x` access scope or `read_quick_sale` access scope.", false);
        assertThat(rule.allows(Set.of("read_quick_sale"))).isTrue();
        assertThat(rule.allows(Set.of("read_products"))).isFalse();
    }

    @Test
    void as_well_as_asks_for_both_sides() {
        var rule = rule(
                "`write_products` access scope as well as any of `write_own_subscription_contracts`,"
                        + " `write_purchase_options` access scopes. Also: The user must have"
                        + " `manage_orders_information` permissions.",
                true);
        assertThat(rule.allows(Set.of("write_products"))).isFalse();
        assertThat(rule.allows(Set.of("write_products", "write_purchase_options")))
                .isTrue();
    }

    @Test
    void a_scope_without_its_prefix_is_written_by_mutations_and_read_by_queries() {
        var orders = rule("`orders` access scope, `marketplace_orders` access scope", true);
        assertThat(orders.allows(Set.of("write_orders"))).isTrue();
        var shipping = rule(
                "Any of `assigned_shipping` or `shipping` access scopes or `manage_delivery_settings` user permission.",
                false);
        assertThat(shipping.allOf()).containsExactly(Set.of("read_shipping", "read_assigned_shipping"));
    }

    @Test
    void what_names_no_scope_is_no_rule() {
        assertThat(AccessRule.parse("Only accessible by supported access tokens.", false))
                .isNull();
        assertThat(AccessRule.parse(null, false)).isNull();
    }

    private static AccessRule rule(String text, boolean mutation) {
        return Objects.requireNonNull(AccessRule.parse(text, mutation));
    }
}
