package dev.holdfast.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app's configuration asks for and a merchant grants, over the control API. */
class AppCallsTest {

    private static final String SHOP = "/simulator/shops/toys";
    private static final String APP = "/simulator/apps/holdfast";
    // Nobody listens there: every delivery fails and is logged.
    private static final String NOWHERE = "http://127.0.0.1:9/hooks";
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.start(SimulatorSettings.usual());
        caller = new Caller(simulator.address().toString());
        simulator
                .apps()
                .register(AppSettings.custom(
                        "holdfast", "hush", URI.create("http://127.0.0.1:9"), Scopes.parse("read_orders")));
        var shop = Map.of("domain", "toys.myshopify.com", "install", "holdfast", "start", "2026-11-22T10:00:00Z");
        assertThat(caller.postJson("/simulator/shops", shop).status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void an_app_is_told_what_its_configuration_asks_for_and_no_event_tells() throws IOException, InterruptedException {
        var subscriptions = List.of(
                Map.of(
                        "topic",
                        "app/scopes_update",
                        "uri",
                        NOWHERE,
                        "include_fields",
                        List.of("current", "updated_at")),
                Map.of("topic", "shop/update", "uri", NOWHERE));
        assertThat(caller.putJson(APP + "/subscriptions", Map.of("subscriptions", subscriptions))
                        .status())
                .isEqualTo(200);
        caller.postJson(SHOP + "/apps/holdfast", Map.of("scopes", "read_orders,write_products"));
        caller.postJson(SHOP + "/apps/holdfast", Map.of("scopes", "write_products,read_orders"));
        caller.postJson(SHOP + "/staff", Map.of("do", "save_settings"));
        simulator.webhooks().settle(Duration.ofSeconds(20));
        assertThat(simulator.webhooks().log().all())
                .extracting(attempt -> attempt.topic())
                .containsExactlyInAnyOrder("app/scopes_update", "shop/update");
        assertThat(simulator.webhooks().log().all())
                .extracting(attempt -> attempt.body().text())
                .anyMatch(body -> body.startsWith("{\"current\":[\"read_orders\",\"write_products\"],\"updated_at\":"));
    }

    @Test
    void a_configuration_the_shopify_cli_would_not_deploy_is_refused_by_name() throws IOException {
        assertThat(configured(Map.of("topic", "orders/explode", "uri", NOWHERE)))
                .contains("orders/explode");
        assertThat(configured(Map.of("topic", "orders/create", "uri", "no address")))
                .startsWith("uri: write it as");
        assertThat(configured(Map.of("topic", "orders/create", "uri", NOWHERE, "filter", "a AND")))
                .contains("from character");
        assertThat(configured(Map.of("topic", "orders/create", "uri", NOWHERE, "include_fields", "id")))
                .isEqualTo("include_fields: give a list of texts in quotes");
        assertThat(configured(Map.of("topic", "orders/create", "url", NOWHERE))).startsWith("url: not known here");
    }

    private String configured(Map<String, Object> subscription) throws IOException {
        var answer = caller.putJson(APP + "/subscriptions", Map.of("subscriptions", List.of(subscription)));
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("errors").asString();
    }
}
