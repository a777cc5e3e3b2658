package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.json;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Catalog;
import dev.holdfast.simulator.shop.Shipments;
import dev.holdfast.simulator.shop.Transfers;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Shopify refuses of transfers and shipments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferErrorsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final String item = fixture.shop
            .catalog()
            .variantsOf(fixture.product("Bear", 1))
            .getFirst()
            .item()
            .gid();
    private int keys;

    @AfterAll
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOCATION_REQUIRED | | "lineItems": [{"inventoryItemId": "ITEM", "quantity": 1}]
            LOCATION_NOT_FOUND | gid://shopify/Location/1 | "lineItems": [{"inventoryItemId": "ITEM", "quantity": 1}]
            ITEMS_EMPTY | HERE | "lineItems": []
            ITEM_NOT_FOUND | HERE | "lineItems": [{"inventoryItemId": "gid://shopify/InventoryItem/1", "quantity": 1}]
            DUPLICATE_ITEM | HERE | "lineItems": [{"inventoryItemId": "ITEM", "quantity": 1}, {"inventoryItemId": "ITEM", "quantity": 2}]
            INVALID_QUANTITY | HERE | "lineItems": [{"inventoryItemId": "ITEM", "quantity": -1}]
            TRANSFER_ORIGIN_CANNOT_BE_THE_SAME_AS_DESTINATION | HERE | "originLocationId": "HERE", "lineItems": [{"inventoryItemId": "ITEM", "quantity": 1}]
            """)
    void a_transfer_has_a_place_and_goods_each_named_once(String code, String to, String rest) {
        var destination = to == null ? "" : "\"destinationLocationId\": \"" + to + "\", ";
        var payload = transfer(destination + rest);
        assertThat(codes(payload)).containsExactly(code);
        assertThat(payload.path("inventoryTransfer").isNull()).isTrue();
    }

    @Test
    void a_transfer_goes_to_an_open_place_with_goods_that_are_counted() {
        var closed = fixture.shop
                .locations()
                .add("Closed", Address.inCountry("IE"), true)
                .value()
                .id();
        fixture.shop.locations().deactivate(closed, null).value();
        assertThat(codes(transfer(
                        "\"destinationLocationId\": \"%s\", \"lineItems\": [%s]".formatted(closed.gid(), line(1)))))
                .containsExactly("LOCATION_NOT_ACTIVE");
        var uncounted = fixture.shop
                .catalog()
                .create(Catalog.NewProduct.of(
                        "Song", new Catalog.NewVariant("Song", "S", 100, InventoryPolicy.DENY, false, Map.of())));
        var song =
                fixture.shop.catalog().variantsOf(uncounted).getFirst().item().gid();
        assertThat(codes(transfer(
                        "\"destinationLocationId\": \"HERE\", \"lineItems\": [{\"inventoryItemId\": \"%s\", \"quantity\": 1}]"
                                .formatted(song))))
                .containsExactly("UNTRACKED_ITEM");
    }

    @Test
    void a_transfer_that_has_left_is_not_cancelled() {
        var transfer = ready(5);
        shipment(transfer, line(5));
        var refused = fixture.data(
                        "mutation($id: ID!) { inventoryTransferCancel(id: $id) { userErrors { code } } }",
                        Map.of("id", transfer))
                .path("inventoryTransferCancel");
        assertThat(codes(refused)).containsExactly("INVALID_TRANSFER_STATUS", "SHIPMENT_EXISTS");
    }

    @Test
    void a_shipment_that_is_not_there_is_neither_recounted_nor_sent_nor_deleted() {
        var none = "gid://shopify/InventoryShipment/1";
        assertThat(codes(recount(none, "gid://shopify/InventoryShipmentLineItem/1", 1)))
                .containsExactly("SHIPMENT_NOT_FOUND");
        for (var mutation : List.of(
                "inventoryShipmentMarkInTransit(id: \"%s\")",
                "inventoryShipmentDelete(id: \"%s\")", "inventoryShipmentSetTracking(id: \"%s\", tracking: {})")) {
            var answer = fixture.data(
                    "mutation { %s { userErrors { code } } }".formatted(mutation.formatted(none)), Map.of());
            assertThat(answer.findValuesAsString("code")).as(mutation).containsExactly("SHIPMENT_NOT_FOUND");
        }
    }

    @Test
    void a_shipment_belongs_to_a_transfer_and_carries_what_is_left_of_it() {
        var transfer = ready(5);
        assertThat(codes(shipment("gid://shopify/InventoryTransfer/1", line(1))))
                .containsExactly("TRANSFER_NOT_FOUND");
        assertThat(codes(shipment(transfer, ""))).containsExactly("ITEMS_EMPTY");
        assertThat(codes(shipment(transfer, line(0)))).containsExactly("INVALID_QUANTITY");
        assertThat(codes(shipment(transfer, line(6)))).containsExactly("INVALID_QUANTITY");
        assertThat(codes(shipment(transfer, line(1) + "," + line(1)))).containsExactly("DUPLICATE_ITEM");
        assertThat(codes(shipment(transfer, line(5)))).isEmpty();
    }

    @Test
    void no_more_is_received_than_was_sent_and_nothing_twice() {
        var shipment =
                shipment(ready(5), line(5)).path("inventoryShipment").path("id").asString();
        var row = fixture.shop
                .shipments()
                .all()
                .all()
                .filter(each -> each.id().gid().equals(shipment))
                .findFirst()
                .orElseThrow()
                .lines()
                .getFirst()
                .id()
                .gid();
        assertThat(codes(receive("gid://shopify/InventoryShipment/1", row, 1))).containsExactly("SHIPMENT_NOT_FOUND");
        assertThat(codes(receive(shipment, "gid://shopify/InventoryShipmentLineItem/1", 1)))
                .containsExactly("ITEM_NOT_FOUND");
        assertThat(codes(receive(shipment, row, 6))).containsExactly("INVALID_QUANTITY");
        assertThat(codes(receive(shipment, row, 5))).isEmpty();
        assertThat(codes(receive(shipment, row, 1))).containsExactly("INVALID_SHIPMENT_STATUS");
    }

    @Test
    void a_draft_shipment_gets_other_units_as_far_as_the_transfer_goes() {
        var transfer = fixture.shop.transfers().all().find(number(ready(5))).orElseThrow();
        var draft = fixture.shop
                .shipments()
                .create(Shipments.NewShipment.of(
                        transfer.id(),
                        new Transfers.Line(transfer.lines().getFirst().item(), 2)))
                .value();
        var row = draft.lines().getFirst().id().gid();
        assertThat(codes(recount(draft.id().gid(), "gid://shopify/InventoryShipmentLineItem/1", 1)))
                .containsExactly("ITEM_NOT_FOUND");
        assertThat(codes(recount(draft.id().gid(), row, 6))).containsExactly("INVALID_QUANTITY");
        assertThat(codes(recount(draft.id().gid(), row, 0))).containsExactly("INVALID_QUANTITY");
        var recounted = recount(draft.id().gid(), row, 5);
        assertThat(codes(recounted)).isEmpty();
        assertThat(recounted.path("updatedLineItems").path(0).path("quantity").asInt())
                .isEqualTo(5);
        fixture.shop.shipments().markInTransit(draft.id(), null).value();
        assertThat(codes(recount(draft.id().gid(), row, 4))).containsExactly("INVALID_SHIPMENT_STATUS");
    }

    private static long number(String gid) {
        return Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1));
    }

    private JsonNode recount(String shipment, String line, int units) {
        return fixture.data(
                        """
                        mutation($id: ID!, $items: [InventoryShipmentUpdateItemQuantitiesInput!]) {
                          inventoryShipmentUpdateItemQuantities(id: $id, items: $items) {
                            updatedLineItems { id quantity }
                            userErrors { code field message }
                          }
                        }""",
                        Map.of("id", shipment, "items", List.of(Map.of("shipmentLineItemId", line, "quantity", units))))
                .path("inventoryShipmentUpdateItemQuantities");
    }

    private String ready(int units) {
        return transfer("\"destinationLocationId\": \"HERE\", \"lineItems\": [%s]".formatted(line(units)))
                .path("inventoryTransfer")
                .path("id")
                .asString();
    }

    private String line(int units) {
        return "{\"inventoryItemId\": \"%s\", \"quantity\": %d}".formatted(item, units);
    }

    private JsonNode transfer(String input) {
        return sent("TransferCreateReady", "inventoryTransferCreateAsReadyToShip", "\"input\": {" + input + "}");
    }

    private JsonNode shipment(String transfer, String lines) {
        return sent(
                "ShipmentCreateInTransit",
                "inventoryShipmentCreateInTransit",
                "\"input\": {\"movementId\": \"%s\", \"lineItems\": [%s]}".formatted(transfer, lines));
    }

    private JsonNode receive(String shipment, String line, int units) {
        return sent("ShipmentReceive", "inventoryShipmentReceive", """
                "id": "%s", "lines": [{"shipmentLineItemId": "%s", "quantity": %d, "reason": "ACCEPTED"}]""".formatted(shipment, line, units));
    }

    private JsonNode sent(String operation, String field, String variables) {
        var text = variables.replace("HERE", fixture.location().id().gid()).replace("ITEM", item);
        return fixture.data(operation(operation), json("{\"key\": \"k%d\", %s}".formatted(keys++, text)))
                .path(field);
    }

    private static List<String> codes(JsonNode payload) {
        return payload.path("userErrors").findValuesAsString("code");
    }
}
