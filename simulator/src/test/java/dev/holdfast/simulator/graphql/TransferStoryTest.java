package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.state.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods on their way by way of the operations the product sends. */
class TransferStoryTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 1);
    private final String item =
            fixture.shop.catalog().variantsOf(bear).getFirst().item().gid();
    private final String here = fixture.location().id().gid();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void goods_from_a_supplier_are_announced_by_transfer_and_shipment() {
        var transfer = transfer(40);
        assertThat(transfer.path("status").asString()).isEqualTo("READY_TO_SHIP");
        var shipment = shipment(transfer, 40);
        assertThat(shipment.path("tracking").path("arrivesAt").asString()).isEqualTo("2026-12-01T00:00:00Z");
        var read = read(transfer);
        assertThat(read.path("referenceName").asString()).isEqualTo("PO-7");
        assertThat(read.path("origin").isNull()).isTrue();
        assertThat(firstLine(read).path("unreceivedQuantity").asInt()).isEqualTo(40);
    }

    @Test
    void what_arrives_well_is_available_and_what_is_rejected_is_not() {
        var transfer = transfer(40);
        var shipment = shipment(transfer, 40);
        var line = firstLine(read(transfer)).path("id").asString();
        var received = fixture.data(
                        operation("ShipmentReceive"),
                        map(
                                "id",
                                shipment.path("id").asString(),
                                "key",
                                "t3",
                                "lines",
                                List.of(received(line, 38, "ACCEPTED"), received(line, 2, "REJECTED"))))
                .path("inventoryShipmentReceive")
                .path("inventoryShipment");
        assertThat(received.path("totalAcceptedQuantity").asInt()).isEqualTo(38);
        assertThat(received.path("totalRejectedQuantity").asInt()).isEqualTo(2);
        assertThat(fixture.shop
                        .inventory()
                        .levels()
                        .all()
                        .mapToInt(level -> level.available())
                        .sum())
                .isEqualTo(10 + 38);
    }

    private JsonNode transfer(int units) {
        return fixture.data(
                        operation("TransferCreateReady"),
                        Map.of(
                                "key",
                                "t1",
                                "input",
                                Map.of(
                                        "destinationLocationId",
                                        here,
                                        "lineItems",
                                        lines(units),
                                        "referenceName",
                                        "PO-7")))
                .path("inventoryTransferCreateAsReadyToShip")
                .path("inventoryTransfer");
    }

    private JsonNode shipment(JsonNode transfer, int units) {
        return fixture.data(
                        operation("ShipmentCreateInTransit"),
                        Map.of(
                                "key",
                                "t2",
                                "input",
                                Map.of(
                                        "movementId", transfer.path("id").asString(),
                                        "lineItems", lines(units),
                                        "trackingInput", Map.of("arrivesAt", "2026-12-01T00:00:00Z"))))
                .path("inventoryShipmentCreateInTransit")
                .path("inventoryShipment");
    }

    private JsonNode read(JsonNode transfer) {
        return fixture.data(
                        operation("Transfer"), Map.of("id", transfer.path("id").asString()))
                .path("inventoryTransfer");
    }

    private static JsonNode firstLine(JsonNode transfer) {
        return transfer.path("shipments")
                .path("nodes")
                .path(0)
                .path("lineItems")
                .path("nodes")
                .path(0);
    }

    private List<Map<String, Object>> lines(int units) {
        return List.of(Map.of("inventoryItemId", item, "quantity", units));
    }

    private static Map<String, Object> received(String line, int units, String reason) {
        return Map.of("shipmentLineItemId", line, "quantity", units, "reason", reason);
    }
}
