package dev.holdfast.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Who may subscribe to what, and what a filter and included fields leave. */
class SubscriptionsTest {

    private HookFixture hooks;

    @BeforeEach
    void open() throws IOException {
        hooks = new HookFixture();
    }

    @AfterEach
    void close() {
        hooks.close();
    }

    @Test
    void a_topic_whose_scope_was_not_granted_is_not_told() throws InterruptedException {
        hooks.subscribe("products/create");
        hooks.apps.on(HookFixture.DOMAIN).install(hooks.app, Set.of("read_orders"));
        hooks.product("Train");
        hooks.settle();
        assertThat(hooks.receiver.got()).isEmpty();
    }

    @Test
    void a_configured_address_no_webhook_can_reach_is_refused() {
        var wanted = Wanted.of("products/create", URI.create("pubsub://a:b"));
        assertThatThrownBy(() -> hooks.webhooks.subscriptions().configure(hooks.app, List.of(wanted)))
                .hasMessageContaining("pubsub://a:b");
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_with_its_place_or_lets_nothing_through() throws InterruptedException {
        var wanted = hooks.wanted("products/create").withFilter("title:a AND (b");
        assertThatThrownBy(() -> hooks.webhooks.subscriptions().configure(hooks.app, List.of(wanted)))
                .hasMessageContaining("from character 14 on");
        hooks.subscribe(wanted);
        hooks.product("a");
        hooks.settle();
        assertThat(hooks.receiver.got()).isEmpty();
    }

    @Test
    void a_filter_lets_through_what_matches_and_nothing_when_it_names_a_field_the_body_lacks()
            throws InterruptedException {
        hooks.subscribe(hooks.wanted("products/create").withFilter("title:Train"));
        hooks.subscribe(
                Wanted.of("products/create", hooks.receiver.uri("/bad")).withFilter("titel:Train OR title:Train"));
        hooks.product("Train");
        hooks.product("train");
        hooks.settle();
        assertThat(hooks.webhooks.log().all())
                .extracting(each -> each.uri().getPath())
                .containsExactly("/hooks");
    }

    @Test
    void a_filter_reads_nested_fields_lists_and_comparisons() {
        var body = JsonMapper.shared()
                .readTree("{\"a\":{\"b\":\"x y\"},\"tags\":\"one, two\",\"lines\":[{\"sku\":\"A\",\"n\":2},"
                        + "{\"sku\":\"B\",\"n\":9007199254740993}],\"none\":null}");
        assertThat(List.of(
                        "a.b:\"x y\"",
                        "lines.sku:B",
                        "lines.n:9007199254740993",
                        "lines.n:>=9007199254740993",
                        "(lines.sku:C OR lines.sku:A) AND a.b:*",
                        "-lines.sku:C a.b:\"x y\"",
                        "NOT (lines.sku:C)"))
                .allMatch(text -> PayloadFilter.of(text).lets(body, true));
        assertThat(List.of("a.b:x", "lines.sku:b", "tags:one", "lines.n:>9007199254740993", "none:*", "-absent:1"))
                .noneMatch(text -> PayloadFilter.of(text).lets(body, true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_negated_term_on_a_field_the_body_lacks_is_silent_or_lets_it_through(boolean silent)
            throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.NEGATED_TERMS_NEED_THEIR_FIELD, silent));
        hooks.subscribe(hooks.wanted("products/create").withFilter("title:Train AND NOT (titel:Boat)"));
        hooks.subscribe(
                Wanted.of("products/create", hooks.receiver.uri("/bad")).withFilter("titel:Train AND -title:Boat"));
        hooks.product("Train");
        hooks.settle();
        assertThat(hooks.receiver.got()).hasSize(silent ? 0 : 1);
        assertThat(hooks.webhooks.log().all())
                .extracting(each -> each.uri().getPath())
                .doesNotContain("/bad");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void included_fields_are_all_a_body_has_and_the_same_body_is_sent_once_or_each_time(boolean once)
            throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.SAME_BODIES_ARE_KEPT_BACK, once));
        hooks.subscribe(hooks.wanted("inventory_levels/update").withFields("inventory_item_id", "location_id"));
        var train = hooks.product("Train");
        hooks.adjust(train, 1);
        hooks.adjust(train, 1);
        hooks.settle();
        assertThat(hooks.receiver.got()).hasSize(once ? 1 : 3);
        assertThat(hooks.receiver.got().getFirst().json().propertyNames())
                .containsExactly("inventory_item_id", "location_id");
    }

    @Test
    void a_configuration_with_an_unknown_topic_is_refused() {
        assertThatThrownBy(() ->
                        hooks.webhooks.subscriptions().configure(hooks.app, List.of(hooks.wanted("orders/explode"))))
                .hasMessageContaining("orders/explode");
    }
}
