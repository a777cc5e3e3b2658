package dev.holdfast.shopify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.subscription.Difference.Existing;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final URI HERE = URI.create("https://holdfast.example.com/webhooks");

    private static Existing at(Topic topic, String address) {
        return new Existing("gid://shopify/WebhookSubscription/" + topic, topic.name(), address);
    }

    @Test
    void on_a_new_shop_everything_the_scopes_allow_is_missing() {
        var none = Difference.between(List.of(), Scopes.parse("read_locations"), HERE);
        assertThat(none.missing())
                .contains(Topic.APP_UNINSTALLED, Topic.LOCATIONS_DELETE)
                .doesNotContain(Topic.ORDERS_CREATE);
        var all = Difference.between(List.of(), ShopifyApp.WANTED, HERE);
        assertThat(all.missing()).containsExactly(Topic.values());
    }

    @Test
    void what_is_there_is_left_and_what_was_dropped_is_missing() {
        var existing = Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.ORDERS_CREATE)
                .map(topic -> at(topic, HERE.toString()))
                .toList();
        var difference = Difference.between(existing, ShopifyApp.WANTED, HERE);
        assertThat(difference.missing()).containsExactly(Topic.ORDERS_CREATE);
        assertThat(difference.elsewhere()).isEmpty();
    }

    @Test
    void what_goes_to_an_old_address_is_moved() {
        var old = at(Topic.APP_UNINSTALLED, "https://old.example.com/webhooks");
        var difference = Difference.between(List.of(old), new Scopes(Set.of()), HERE);
        assertThat(difference.elsewhere()).containsExactly(old);
        var both = List.of(old, at(Topic.APP_UNINSTALLED, HERE.toString()));
        assertThat(Difference.between(both, new Scopes(Set.of()), HERE).elsewhere())
                .isEmpty();
    }

    @Test
    void one_of_several_scopes_suffices() {
        var difference = Difference.between(List.of(), Scopes.parse("write_third_party_fulfillment_orders"), HERE);
        assertThat(difference.missing()).contains(Topic.FULFILLMENT_HOLDS_ADDED);
    }

    @Test
    void a_subscription_that_means_nothing_to_us_is_left_alone() {
        var strange =
                new Existing("gid://shopify/WebhookSubscription/1", "MOONS_FULL", "https://elsewhere.example.com");
        assertThat(Difference.between(List.of(strange), ShopifyApp.WANTED, HERE).elsewhere())
                .isEmpty();
    }
}
