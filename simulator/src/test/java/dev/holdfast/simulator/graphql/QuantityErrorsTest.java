package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.json;
import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the quantity mutations, refused with the schema's own code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuantityErrorsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 1);
    private final String item =
            fixture.shop.catalog().variantsOf(bear).getFirst().item().gid();
    private final String there = fixture.shop
            .locations()
            .add("Elsewhere", Address.inCountry("IE"), true)
            .value()
            .id()
            .gid();
    private int keys;

    @AfterAll
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID_QUANTITY_NEGATIVE | on_hand | "quantity": -1, "changeFromQuantity": null
            INVALID_QUANTITY_TOO_HIGH | available | "quantity": 1000000001, "changeFromQuantity": null
            INVALID_QUANTITY_TOO_LOW | available | "quantity": -1000000001, "changeFromQuantity": null
            CHANGE_FROM_QUANTITY_STALE | available | "quantity": 5, "changeFromQuantity": 9
            INVALID_NAME | reserved | "quantity": 5, "changeFromQuantity": null
            """)
    void a_quantity_that_cannot_be_set_is_refused(String code, String name, String row) {
        var input = """
                {"name": "%s", "reason": "correction", "quantities": [{%s, %s}]}""".formatted(name, place(), row);
        assertThat(sent("InventorySet", "inventorySetQuantities", input)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID_QUANTITY_DOCUMENT | reserved | correction | "delta": 1
            INVALID_AVAILABLE_DOCUMENT | available | correction | "delta": 1, "ledgerDocumentUri": "gid://holdfast/E/1"
            INTERNAL_LEDGER_DOCUMENT | reserved | correction | "delta": 1, "ledgerDocumentUri": "gid://shopify/E/1"
            INVALID_LEDGER_DOCUMENT | reserved | correction | "delta": 1, "ledgerDocumentUri": "no uri"
            INVALID_QUANTITY_NAME | on_hand | correction | "delta": 1
            INVALID_QUANTITY_NAME | borrowed | correction | "delta": 1
            INVALID_REASON | available | full_moon | "delta": 1
            INVALID_QUANTITY_TOO_HIGH | available | correction | "delta": 2000000000
            """)
    void a_quantity_that_cannot_be_adjusted_is_refused(String code, String name, String reason, String row) {
        assertThat(adjusted(name, reason, place() + ", \"changeFromQuantity\": null, " + row))
                .containsExactly(code);
    }

    @Test
    void the_next_version_sets_quantities_where_the_item_was_not_stocked() {
        var token = fixture.install("next", "write_inventory");
        var row = map("inventoryItemId", item, "locationId", there, "quantity", 3, "changeFromQuantity", null);
        var input = Map.of("name", "available", "reason", "correction", "quantities", List.of(row));
        var answer = fixture.post(
                        "/admin/api/2026-10/graphql.json",
                        Map.of("query", operation("InventorySet"), "variables", Map.of("key", "next", "input", input)),
                        "X-Shopify-Access-Token",
                        token)
                .json();
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.findValuesAsString("code")).isEmpty();
        assertThat(fixture.shop
                        .inventory()
                        .levels()
                        .all()
                        .filter(level -> level.location().gid().equals(there))
                        .mapToInt(Level::available)
                        .sum())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ITEM_NOT_STOCKED_AT_LOCATION | ITEM | THERE
            INVALID_INVENTORY_ITEM | gid://shopify/InventoryItem/1 | HERE
            INVALID_LOCATION | ITEM | gid://shopify/Location/1
            """)
    void an_item_is_changed_only_where_it_is_stocked(String code, String which, String where) {
        var row = "\"inventoryItemId\": \"%s\", \"locationId\": \"%s\", \"delta\": 1, \"changeFromQuantity\": null"
                .formatted(
                        which.equals("ITEM") ? item : which,
                        where.equals("HERE") ? here() : where.equals("THERE") ? there : where);
        assertThat(adjusted("available", "correction", row)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAME_QUANTITY_NAME | 1 | available | available
            INVALID_QUANTITY_NEGATIVE | -1 | available | reserved
            MOVE_QUANTITIES_FAILED | 3 | reserved | available
            INVALID_QUANTITY_NAME | 1 | available | committed
            """)
    void a_move_that_makes_no_sense_is_refused(String code, int units, String from, String to) {
        assertThat(moved(units, end(from, here()), end(to, here()))).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID_REFERENCE_DOCUMENT | "name": "available", "referenceDocumentUri": "no uri", "changes": [{AT, "delta": 1}]
            MAX_ONE_LEDGER_DOCUMENT | "name": "reserved", "changes": [{AT, "delta": 1, "ledgerDocumentUri": "gid://a/E/1"}, {AT, "delta": 1, "ledgerDocumentUri": "gid://a/E/2"}]
            """)
    void an_adjustment_names_its_documents_as_they_are(String code, String rest) {
        var rows = rest.replace("AT", place() + ", \"changeFromQuantity\": null");
        assertThat(sent("InventoryAdjust", "inventoryAdjustQuantities", "{\"reason\": \"correction\", " + rows + "}"))
                .contains(code);
    }

    @Test
    void a_level_is_set_once_in_a_call() {
        var row = "{" + place() + ", \"quantity\": 5, \"changeFromQuantity\": null}";
        var input = "{\"name\": \"available\", \"reason\": \"correction\", \"quantities\": [" + row + "," + row + "]}";
        assertThat(sent("InventorySet", "inventorySetQuantities", input))
                .contains("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    }

    @Test
    void a_move_stays_at_one_location() {
        assertThat(moved(1, end("available", here()), end("reserved", there))).contains("DIFFERENT_LOCATIONS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PRODUCT_VARIANT_DOES_NOT_EXIST | PRODUCT | "id": "gid://shopify/ProductVariant/1", "inventoryPolicy": "DENY"
            PRODUCT_VARIANT_ID_MISSING | PRODUCT | "inventoryPolicy": "DENY"
            PRODUCT_DOES_NOT_EXIST | gid://shopify/Product/1 | "id": "gid://shopify/ProductVariant/1", "inventoryPolicy": "DENY"
            NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE | PRODUCT | "id": "VARIANT", "inventoryQuantities": [{"availableQuantity": 5, "locationId": "HERE"}]
            """)
    void a_variant_that_cannot_be_changed_is_refused(String code, String product, String change) {
        var variant =
                change.replace("VARIANT", bear.variants().getFirst().gid()).replace("HERE", here());
        var answer = fixture.data(
                operation("VariantsPolicy"),
                json("{\"productId\": \"%s\", \"variants\": [{%s}]}"
                        .formatted(product.equals("PRODUCT") ? bear.id().gid() : product, variant)));
        assertThat(answer.findValuesAsString("code")).containsExactly(code);
    }

    private List<String> adjusted(String name, String reason, String row) {
        var input = """
                {"name": "%s", "reason": "%s", "changes": [{%s}]}""".formatted(name, reason, row);
        return sent("InventoryAdjust", "inventoryAdjustQuantities", input);
    }

    private List<String> moved(int units, String from, String to) {
        var input = """
                {"reason": "other", "referenceDocumentUri": "gid://holdfast/E/1",
                 "changes": [{"inventoryItemId": "%s", "quantity": %d, "from": %s, "to": %s}]}""".formatted(item, units, from, to);
        return sent("InventoryMove", "inventoryMoveQuantities", input);
    }

    private static String end(String state, String location) {
        var document = state.equals("available") ? "null" : "\"gid://holdfast/E/1\"";
        return "{\"locationId\": \"%s\", \"name\": \"%s\", \"ledgerDocumentUri\": %s, \"changeFromQuantity\": null}"
                .formatted(location, state, document);
    }

    /** The codes; a refused mutation changes nothing. */
    private List<String> sent(String operation, String field, String input) {
        var answer =
                fixture.data(operation(operation), json("{\"key\": \"k%d\", \"input\": %s}".formatted(keys++, input)));
        assertThat(answer.path(field).path("inventoryAdjustmentGroup").isNull()).isTrue();
        return answer.path(field).path("userErrors").findValuesAsString("code");
    }

    private String place() {
        return "\"inventoryItemId\": \"%s\", \"locationId\": \"%s\"".formatted(item, here());
    }

    private String here() {
        return fixture.location().id().gid();
    }
}
