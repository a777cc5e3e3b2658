package dev.holdfast.simulator.webhook;

import static dev.holdfast.simulator.ShopFixture.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.control.Tour;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.Customers.NewCustomer;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is let subscribe to a topic hears of it: there is none that is taken and never raised. */
class EveryTopicTest {

    private static final String SCOPES = "write_products,write_purchase_options,write_orders,write_draft_orders,"
            + "read_customers,write_inventory,write_inventory_transfers,write_inventory_shipments,"
            + "write_inventory_shipments_received_items,write_merchant_managed_fulfillment_orders,write_fulfillments,"
            + "write_returns,write_payment_terms,write_locations,write_shipping";

    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE), SCOPES);
    private final App app = fixture.simulator.apps().find("holdfast").orElseThrow();
    private Receiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        fixture.close();
        receiver.close();
    }

    @Test
    void every_topic_that_is_taken_is_raised_and_every_other_one_is_refused_by_name() throws InterruptedException {
        Set<String> taken = new TreeSet<>(WebhookTopics.COMPLIANCE);
        for (String topic : topics()) {
            var answer = subscribe(topic);
            if (answer.has("errors")) {
                assertThat(answer.path("errors").toString()).contains("WebhookSubscriptionTopic." + topic);
            } else {
                assertThat(answer.path("data").findValuesAsString("message"))
                        .as(topic)
                        .isEmpty();
                taken.add(WebhookTopics.wire(topic).orElseThrow());
            }
        }
        assertThat(taken).hasSizeGreaterThan(70);

        live();

        Set<String> raised = new TreeSet<>();
        receiver.got().forEach(got -> raised.add(String.valueOf(got.header("X-Shopify-Topic"))));
        assertThat(raised).isEqualTo(taken);
    }

    private List<String> topics() {
        return fixture.data("{ __type(name: \"WebhookSubscriptionTopic\") { enumValues { name } } }", Map.of())
                .path("__type")
                .path("enumValues")
                .findValuesAsString("name");
    }

    private JsonNode subscribe(String topic) {
        return fixture.ask(
                """
                mutation($topic: WebhookSubscriptionTopic!, $uri: String!) {
                  webhookSubscriptionCreate(topic: $topic, webhookSubscription: {uri: $uri}) {
                    userErrors { field message }
                  }
                }""", Map.of("topic", topic, "uri", receiver.uri("/hooks").toString()));
    }

    /** Everything happens at least once, and at last the app goes. */
    private void live() throws InterruptedException {
        var webhooks = fixture.simulator.webhooks();
        webhooks.subscriptions()
                .configure(
                        app,
                        WebhookTopics.COMPLIANCE.stream()
                                .map(topic -> Wanted.of(topic, receiver.uri("/hooks")))
                                .toList());
        Tour.run(fixture.shop, fixture.simulator.clocks());
        var news = webhooks.announcements(fixture.shop);
        var buyer = fixture.shop.customers().create(NewCustomer.named("Bo", "Bear", "bo@example.com"));
        news.shopUpdated();
        news.customerAsksForData(buyer);
        news.customerIsRedacted(buyer);
        news.bulkOperationFinished(app, "gid://shopify/BulkOperation/1", "QUERY", "COMPLETED", null);
        var installed = fixture.simulator.apps().on(DOMAIN);
        installed.install(app, Scopes.parse(SCOPES + ",read_themes"));
        fixture.simulator.clocks().advance(fixture.clock, Duration.ofMinutes(1));
        installed.uninstall(app);
        fixture.simulator.clocks().advance(fixture.clock, Duration.ofDays(2));
    }
}
