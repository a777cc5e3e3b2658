package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.operation;
import static dev.holdfast.simulator.ShopFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookSubscriptionsTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_subscription_is_kept_as_it_was_asked_for() {
        var made = create(
                        "ORDERS_CREATE",
                        Map.of(
                                "uri", "https://app.example/webhooks",
                                "filter", "test:false",
                                "includeFields", List.of("id", "updated_at"),
                                "name", "orders-1"))
                .path("webhookSubscription");
        assertThat(made.path("topic").asString()).isEqualTo("ORDERS_CREATE");
        assertThat(texts(made.path("includeFields"))).containsExactly("id", "updated_at");
        var kept = fixture.simulator.admin().subscriptions(ShopFixture.DOMAIN).all();
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.gid()).isEqualTo(made.path("id").asString());
            assertThat(one.uri()).isEqualTo("https://app.example/webhooks");
            assertThat(one.filter()).isEqualTo("test:false");
            assertThat(one.name()).isEqualTo("orders-1");
        });
    }

    @Test
    void an_address_that_could_not_be_delivered_to_is_refused() {
        assertThat(message(create("ORDERS_CREATE", Map.of("uri", "http://app.example/x"))))
                .isEqualTo("Address is invalid");
        assertThat(message(create("ORDERS_CREATE", Map.of("uri", "nonsense")))).isEqualTo("Address is invalid");
        assertThat(message(create("ORDERS_CREATE", Map.of("uri", "https://a.example", "name", "no spaces"))))
                .startsWith("Name can only contain");
        assertThat(create("ORDERS_CREATE", Map.of("uri", "http://127.0.0.1:8080/x"))
                        .path("userErrors"))
                .isEmpty();
        assertThat(create("ORDERS_UPDATED", Map.of("uri", "pubsub://project:topic"))
                        .path("userErrors"))
                .isEmpty();
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_with_its_place() {
        assertThat(message(create("ORDERS_CREATE", Map.of("uri", "https://a.example", "filter", "test:false AND ("))))
                .isEqualTo("Filter is invalid: from character 17 on it is not field:value joined by AND or OR:"
                        + " test:false AND (");
    }

    @Test
    void a_topic_whose_scope_was_not_granted_is_refused() {
        var document = "mutation { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription:"
                + " {uri: \"https://a.example\"}) { userErrors { message } } }";
        var reader = fixture.install("reader", "read_products");
        assertThat(fixture.ask(reader, document, Map.of()).findValuesAsString("message"))
                .containsExactly("You cannot create a webhook subscription with the specified topic");
        assertThat(fixture.simulator.admin().subscriptions(ShopFixture.DOMAIN).all())
                .isEmpty();
        var orders = fixture.install("orders", "read_orders");
        assertThat(fixture.ask(orders, document, Map.of()).findValuesAsString("message"))
                .isEmpty();
    }

    @Test
    void a_topic_the_simulator_does_not_know_is_named() {
        var answer = fixture.ask(
                "mutation { webhookSubscriptionCreate(topic: THEMES_PUBLISH, webhookSubscription:"
                        + " {uri: \"https://a.example\"}) { userErrors { message } } }",
                Map.of());
        assertThat(answer.path("errors").findValuesAsString("message"))
                .containsExactly("The simulator does not implement WebhookSubscriptionTopic.THEMES_PUBLISH");
    }

    @Test
    void the_same_topic_to_the_same_address_is_taken() {
        create("ORDERS_CREATE", Map.of("uri", "https://a.example"));
        assertThat(message(create("ORDERS_CREATE", Map.of("uri", "https://a.example"))))
                .isEqualTo("Address for this topic has already been taken");
        assertThat(create("ORDERS_CREATE", Map.of("uri", "https://a.example", "filter", "test:true"))
                        .path("userErrors"))
                .isEmpty();
    }

    @Test
    void an_app_sees_changes_and_deletes_only_its_own() {
        var other = fixture.install("other", "read_orders");
        var id = create("ORDERS_CREATE", Map.of("uri", "https://a.example"))
                .path("webhookSubscription")
                .path("id")
                .asString();
        var list = "{ webhookSubscriptions(first: 10) { nodes { uri } } }";
        assertThat(fixture.ask(other, list, Map.of()).findValuesAsString("uri")).isEmpty();
        var delete = "mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId"
                + " userErrors { message } } }";
        assertThat(fixture.ask(other, delete, Map.of("id", id)).findValuesAsString("message"))
                .containsExactly("Webhook subscription does not exist");
        fixture.data(
                "mutation($id: ID!) { webhookSubscriptionUpdate(id: $id, webhookSubscription:"
                        + " {uri: \"https://b.example\"}) { userErrors { message } } }",
                Map.of("id", id));
        assertThat(fixture.data(list, Map.of()).findValuesAsString("uri")).containsExactly("https://b.example");
        fixture.data(delete, Map.of("id", id));
        assertThat(fixture.data(list, Map.of()).findValuesAsString("uri")).isEmpty();
    }

    private JsonNode create(String topic, Map<String, Object> input) {
        return fixture.data(operation("Hook"), Map.of("t", topic, "w", input)).path("webhookSubscriptionCreate");
    }

    private static String message(JsonNode payload) {
        return payload.path("userErrors").path(0).path("message").asString();
    }
}
