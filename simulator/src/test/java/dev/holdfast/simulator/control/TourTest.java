package dev.holdfast.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.event.Topic;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The tour raises every topic, and each has a body. */
class TourTest {

    private Simulator simulator;
    private Shop shop;

    @BeforeEach
    void open() throws InterruptedException {
        simulator = Simulator.start(SimulatorSettings.usual());
        var clock = SimulatedClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
        shop = simulator.open(ShopSettings.of("toys.myshopify.com", 1), Switches.usual(), clock);
        DemoCatalog.fill(shop, 1);
        Tour.run(shop, simulator.clocks());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void every_topic_of_the_shop_is_raised() {
        Set<Topic> missing = EnumSet.allOf(Topic.class);
        shop.events().after(0, Integer.MAX_VALUE).forEach(event -> missing.remove(event.topic()));
        assertThat(missing).isEmpty();
        assertThat(shop.truth().contradictions()).isEmpty();
    }

    @Test
    void no_body_tells_of_a_selling_plan_but_those_of_the_plans_themselves() {
        JsonNode payloads = TruthAnswers.payloads(shop, 0, Integer.MAX_VALUE).path("payloads");
        assertThat(payloads.valueStream()
                        .filter(each -> !each.path("topic").asString().startsWith("selling_plan_groups/"))
                        .map(each -> each.path("body").toString()))
                .isNotEmpty()
                .noneMatch(body -> body.contains("selling_plan"));
    }

    @Test
    void a_deleted_order_is_a_number_and_a_recounted_shipment_says_what_it_had() {
        assertThat(body("orders/delete").propertyNames()).containsExactly("id");
        var item = body("inventory_shipments/update_item_quantities")
                .path("items_updated")
                .path(0);
        assertThat(item.path("old_quantity").asInt()).isEqualTo(1);
        assertThat(item.path("new_quantity").asInt()).isEqualTo(2);
    }

    private JsonNode body(String topic) {
        return TruthAnswers.payloads(shop, 0, Integer.MAX_VALUE)
                .path("payloads")
                .valueStream()
                .filter(each -> each.path("topic").asString().equals(topic))
                .findFirst()
                .orElseThrow()
                .path("body");
    }

    @Test
    void an_order_with_a_deposit_shows_its_terms_and_what_is_outstanding() {
        var order = TruthAnswers.payloads(shop, 0, Integer.MAX_VALUE)
                .path("payloads")
                .valueStream()
                .filter(each -> each.path("topic").asString().equals("orders/create"))
                .map(each -> each.path("body"))
                .filter(body -> !body.path("payment_terms").isNull())
                .findFirst()
                .orElseThrow();
        assertThat(order.path("financial_status").asString()).isEqualTo("partially_paid");
        assertThat(order.path("payment_terms")
                        .path("payment_schedules")
                        .get(0)
                        .path("balance_due")
                        .asString())
                .isEqualTo(order.path("total_outstanding").asString());
    }
}
