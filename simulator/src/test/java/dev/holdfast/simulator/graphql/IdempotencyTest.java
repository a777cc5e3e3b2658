package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IdempotencyTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final String item = fixture.shop
            .catalog()
            .variantsOf(fixture.product("Bear", 1))
            .getFirst()
            .item()
            .gid();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void an_inventory_mutation_without_a_key_is_refused() {
        var answer = fixture.ask(
                operation("InventoryAdjust")
                        .replace("@idempotent(key: $key)", "")
                        .replace(", $key: String!", ""),
                Map.of("input", adjustment(1)));
        var error = answer.path("errors").path(0);
        assertThat(error.path("message").asString())
                .isEqualTo("The @idempotent directive is required for this mutation but was not provided.");
        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_REQUEST");
        assertThat(available()).isEqualTo(10);
    }

    /** Each mutation that needs a key, with as little as the schema lets it be asked with. */
    private static final String KEYED = """
            inventoryActivate(inventoryItemId: "gid://shopify/InventoryItem/1", locationId: "gid://shopify/Location/1")
            inventoryAdjustQuantities(input: {name: "available", reason: "correction", changes: []})
            inventoryMoveQuantities(input: {reason: "correction", referenceDocumentUri: "a:b", changes: []})
            inventorySetOnHandQuantities(input: {reason: "correction", setQuantities: []})
            inventorySetQuantities(input: {name: "available", reason: "correction", quantities: []})
            inventoryShipmentAddItems(id: "gid://shopify/InventoryShipment/1", lineItems: [])
            inventoryShipmentCreate(input: {movementId: "gid://shopify/InventoryTransfer/1", lineItems: []})
            inventoryShipmentCreateInTransit(input: {movementId: "gid://shopify/InventoryTransfer/1", lineItems: []})
            inventoryShipmentReceive(id: "gid://shopify/InventoryShipment/1")
            inventoryTransferCreate(input: {lineItems: []})
            inventoryTransferCreateAsReadyToShip(input: {lineItems: []})
            inventoryTransferDuplicate(id: "gid://shopify/InventoryTransfer/1")
            inventoryTransferSetItems(input: {id: "gid://shopify/InventoryTransfer/1", lineItems: []})
            locationActivate(locationId: "gid://shopify/Location/1")
            locationDeactivate(locationId: "gid://shopify/Location/1")
            refundCreate(input: {orderId: "gid://shopify/Order/1"})
            """;

    @Test
    void every_mutation_that_needs_a_key_is_refused_without_one_or_is_not_simulated_and_says_so() {
        var asked = new TreeSet<String>();
        for (var mutation : KEYED.lines().toList()) {
            var name = mutation.substring(0, mutation.indexOf('('));
            asked.add(name);
            var error = fixture.ask("mutation { %s { __typename } }".formatted(mutation), Map.of())
                    .path("errors")
                    .path(0);
            boolean simulated = AllFields.table().find("Mutation", name) != null;
            assertThat(error.path("extensions").path("code").asString())
                    .as(name)
                    .isEqualTo(simulated ? "BAD_REQUEST" : "NOT_IMPLEMENTED_BY_SIMULATOR");
            assertThat(error.path("message").asString()).contains(simulated ? "@idempotent" : name);
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(Idempotency.REQUIRED);
    }

    @Test
    void a_key_used_again_gives_the_first_result_and_changes_nothing() {
        var first = adjust(adjustment(3), "k1");
        assertThat(adjust(adjustment(3), "k1")).isEqualTo(first);
        assertThat(first.path("inventoryAdjustmentGroup")
                        .path("changes")
                        .path(0)
                        .path("delta")
                        .asInt())
                .isEqualTo(3);
        assertThat(available()).isEqualTo(13);
    }

    @Test
    void a_key_used_for_something_else_is_refused() {
        adjust(adjustment(3), "k1");
        assertThat(code(adjust(adjustment(4), "k1"))).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(available()).isEqualTo(13);
    }

    @Test
    void a_key_belongs_to_the_app_that_used_it() {
        var other = fixture.install("other", "write_inventory");
        adjust(adjustment(3), "k1");
        fixture.ask(other, operation("InventoryAdjust"), Map.of("input", adjustment(3), "key", "k1"));
        assertThat(available()).isEqualTo(16);
    }

    @Test
    void a_key_may_be_written_into_the_document() {
        var document =
                operation("InventoryAdjust").replace(", $key: String!", "").replace("key: $key", "key: \"k9\"");
        fixture.data(document, Map.of("input", adjustment(3)));
        fixture.data(document, Map.of("input", adjustment(3)));
        assertThat(available()).isEqualTo(13);
    }

    @Test
    void a_key_in_use_at_this_moment_is_refused() throws Exception {
        var idempotency = new Idempotency();
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> once(idempotency, () -> {
            started.countDown();
            await(finish);
            return Payload.of("done", true);
        }));
        started.await();
        assertThat(once(idempotency, () -> Payload.of("done", true))
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("IDEMPOTENCY_CONCURRENT_REQUEST");
        finish.countDown();
        assertThat(first.get().errors()).isEmpty();
    }

    @Test
    void a_key_whose_first_attempt_broke_is_refused() {
        var idempotency = new Idempotency();
        try {
            once(idempotency, () -> {
                throw new FieldError("broken", "X");
            });
        } catch (FieldError expected) {
            assertThat(expected).hasMessage("broken");
        }
        assertThat(once(idempotency, () -> Payload.of("done", true))
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
    }

    @Test
    void an_adjustment_must_say_what_it_expects_to_find() {
        var row = Map.of("delta", 1, "inventoryItemId", item, "locationId", location());
        var input = Map.of("name", "available", "reason", "correction", "changes", List.of(row));
        var answer = fixture.ask(operation("InventoryAdjust"), Map.of("input", input, "key", "k2"));
        assertThat(answer.path("errors").path(0).path("message").asString())
                .isEqualTo("InventoryChangeInput must include the following argument: changeFromQuantity.");
    }

    @Test
    void an_expectation_that_is_stale_is_refused_with_its_code() {
        var row = Map.of("delta", 1, "inventoryItemId", item, "locationId", location(), "changeFromQuantity", 7);
        var input = Map.<String, Object>of("name", "available", "reason", "correction", "changes", List.of(row));
        assertThat(code(adjust(input, "k3"))).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(available()).isEqualTo(10);
    }

    private static Payload once(Idempotency idempotency, Supplier<Payload> work) {
        return idempotency.once("inventoryActivate", Optional.of("k"), Map.of(), work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> adjustment(int delta) {
        var row = map("delta", delta, "inventoryItemId", item, "locationId", location(), "changeFromQuantity", null);
        return Map.of("name", "available", "reason", "correction", "changes", List.of(row));
    }

    private String location() {
        return fixture.location().id().gid();
    }

    private JsonNode adjust(Map<String, Object> input, String key) {
        return fixture.data(operation("InventoryAdjust"), Map.of("input", input, "key", key))
                .path("inventoryAdjustQuantities");
    }

    private int available() {
        var first = fixture.shop.catalog().items().all().findFirst().orElseThrow();
        return fixture.shop.inventory().levels().of(first.id()).getFirst().available();
    }

    private static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString();
    }
}
