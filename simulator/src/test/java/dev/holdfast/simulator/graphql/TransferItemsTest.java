package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods put on a transfer or a shipment, and taken off, after either was made. */
class TransferItemsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final String bear = item("Bear");
    private final String train = item("Train");
    private final String here = fixture.location().id().gid();
    private final String there = fixture.shop
            .locations()
            .add("Elsewhere", Address.inCountry("IE"), true)
            .value()
            .id()
            .gid();
    private final Transfer transfer = transfer("inventoryTransferCreateAsReadyToShip");
    private int keys;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void units_are_set_on_top_of_what_shipments_carry_and_new_items_are_added() {
        shipment("{inventoryItemId: \"%s\", quantity: 2}".formatted(bear));
        var set = set(line(bear, 5) + "," + line(train, 1));
        assertThat(codes(set)).isEmpty();
        assertThat(set.path("updatedLineItems").toString())
                .isEqualTo("[{\"inventoryItemId\":\"%s\",\"newQuantity\":7,\"deltaQuantity\":3},".formatted(bear)
                        + "{\"inventoryItemId\":\"%s\",\"newQuantity\":1,\"deltaQuantity\":1}]".formatted(train));
        assertThat(reserved(bear)).isEqualTo(7);
        assertThat(reserved(train)).isEqualTo(1);
        assertThat(topics())
                .contains(
                        Topic.INVENTORY_TRANSFERS_ADD_ITEMS,
                        Topic.INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES,
                        Topic.INVENTORY_TRANSFERS_UPDATED)
                .doesNotContain(Topic.INVENTORY_TRANSFERS_REMOVE_ITEMS);
    }

    @Test
    void what_cannot_be_set_is_refused_and_nothing_changes() {
        assertThat(codes(set(line(bear, 0)))).containsExactly("INVALID_QUANTITY");
        assertThat(codes(set(line(bear, 1) + "," + line(bear, 2)))).containsExactly("DUPLICATE_ITEM");
        assertThat(codes(set(line("gid://shopify/InventoryItem/1", 1)))).containsExactly("ITEM_NOT_FOUND");
        assertThat(codes(asked("""
                inventoryTransferSetItems(input: {id: "gid://shopify/InventoryTransfer/1", lineItems: [%s]}) KEY {
                  userErrors { code field message } }""".formatted(line(bear, 1))))).containsExactly("TRANSFER_NOT_FOUND");
        fixture.shop.transfers().cancel(transfer.id()).value();
        assertThat(codes(set(line(bear, 1)))).containsExactly("INVALID_TRANSFER_STATUS");
        assertThat(now().lines()).isEqualTo(transfer.lines());
    }

    @Test
    void a_removed_line_gives_its_reserved_units_back_but_what_shipments_carry() {
        set(line(train, 4));
        var trainLine = now().lines().getLast().id().gid();
        var bearLine = transfer.lines().getFirst().id().gid();
        shipment("{inventoryItemId: \"%s\", quantity: 3}".formatted(bear));

        assertThat(codes(remove(trainLine, bearLine))).isEmpty();

        assertThat(now().lines()).extracting(Transfer.Line::total).containsExactly(3);
        assertThat(reserved(train)).isZero();
        assertThat(reserved(bear)).isEqualTo(3);
        assertThat(topics()).contains(Topic.INVENTORY_TRANSFERS_REMOVE_ITEMS);
        assertThat(codes(remove(bearLine))).containsExactly("ALL_QUANTITY_SHIPPED");
        assertThat(codes(remove(trainLine))).containsExactly("ITEM_NOT_FOUND");
        assertThat(fixture.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void a_transfer_that_is_ready_keeps_a_line_and_a_draft_may_lose_all() {
        var only = transfer.lines().getFirst().id().gid();
        assertThat(codes(remove(only))).containsExactly("CANT_REMOVE_ALL_ITEMS_FROM_READY_TO_SHIP_TRANSFER");
        var draft = transfer("inventoryTransferCreate");
        assertThat(codes(remove(draft, draft.lines().getFirst().id().gid()))).isEmpty();
        assertThat(codes(remove(draft))).isEmpty();
        fixture.shop.transfers().cancel(transfer.id()).value();
        assertThat(codes(remove(only))).containsExactly("INVALID_TRANSFER_STATUS");
    }

    @Test
    void a_draft_shipment_takes_in_other_items_of_its_transfer_and_gives_them_up_again() {
        set(line(train, 4));
        var draft = shipment("{inventoryItemId: \"%s\", quantity: 2}".formatted(bear));
        var gid = draft.id().gid();
        assertThat(codes(add(gid, line(bear, 1)))).containsExactly("DUPLICATE_ITEM");
        assertThat(codes(add(gid, line(train, 5)))).containsExactly("INVALID_QUANTITY");
        assertThat(codes(add(gid, line("gid://shopify/InventoryItem/1", 1)))).containsExactly("ITEM_NOT_FOUND");
        assertThat(codes(add("gid://shopify/InventoryShipment/1", line(train, 1))))
                .containsExactly("SHIPMENT_NOT_FOUND");

        var added = add(gid, line(train, 4)).path("addedItems").path(0);

        assertThat(added.path("quantity").asInt()).isEqualTo(4);
        assertThat(codes(unpack(gid, added.path("id").asString()))).isEmpty();
        assertThat(codes(unpack(gid, added.path("id").asString()))).containsExactly("ITEM_NOT_FOUND");
        assertThat(codes(unpack("gid://shopify/InventoryShipment/1"))).containsExactly("SHIPMENT_NOT_FOUND");
        assertThat(now().lines()).extracting(Transfer.Line::picked).containsExactly(2, 0);
        assertThat(topics()).contains(Topic.INVENTORY_SHIPMENTS_ADD_ITEMS, Topic.INVENTORY_SHIPMENTS_REMOVE_ITEMS);
        fixture.shop.shipments().markInTransit(draft.id(), null).value();
        assertThat(codes(add(gid, line(train, 1)))).containsExactly("INVALID_SHIPMENT_STATUS");
        assertThat(codes(unpack(gid))).containsExactly("INVALID_SHIPMENT_STATUS");
    }

    private String item(String title) {
        return variantItem(title).id().gid();
    }

    private InventoryItem variantItem(String title) {
        var variant =
                fixture.shop.catalog().variantsOf(fixture.product(title, 1)).getFirst();
        return fixture.shop.catalog().items().find(variant.item()).orElseThrow();
    }

    /** Four bears from here to there. */
    private Transfer transfer(String mutation) {
        var made = asked("""
                %s(input: {originLocationId: "%s", destinationLocationId: "%s", lineItems: [%s]}) KEY {
                  inventoryTransfer { id } userErrors { code } }""".formatted(mutation, here, there, line(bear, 4)));
        return find(made.path("inventoryTransfer").path("id").asString());
    }

    private Shipment shipment(String lines) {
        var made = asked("""
                inventoryShipmentCreate(input: {movementId: "%s", lineItems: [%s]}) KEY {
                  inventoryShipment { id } userErrors { code } }""".formatted(transfer.id().gid(), lines));
        var gid = made.path("inventoryShipment").path("id").asString();
        return fixture.shop
                .shipments()
                .all()
                .all()
                .filter(each -> each.id().gid().equals(gid))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode set(String lines) {
        return asked("""
                inventoryTransferSetItems(input: {id: "%s", lineItems: [%s]}) KEY {
                  updatedLineItems { inventoryItemId newQuantity deltaQuantity }
                  userErrors { code field message } }""".formatted(transfer.id().gid(), lines));
    }

    private JsonNode remove(String... lines) {
        return remove(transfer, lines);
    }

    private JsonNode remove(Transfer from, String... lines) {
        return fixture.data("""
                        mutation($id: ID!, $lines: [ID!]) {
                          inventoryTransferRemoveItems(input: {id: $id, transferLineItemIds: $lines}) {
                            removedQuantities { deltaQuantity }
                            userErrors { code field message }
                          }
                        }""", Map.of("id", from.id().gid(), "lines", List.of(lines)))
                .path("inventoryTransferRemoveItems");
    }

    private JsonNode add(String shipment, String lines) {
        return asked("""
                inventoryShipmentAddItems(id: "%s", lineItems: [%s]) KEY {
                  addedItems { id quantity } userErrors { code field message } }""".formatted(shipment, lines));
    }

    private JsonNode unpack(String shipment, String... lines) {
        return fixture.data("""
                        mutation($id: ID!, $lines: [ID!]!) {
                          inventoryShipmentRemoveItems(id: $id, lineItems: $lines) { userErrors { code field message } }
                        }""", Map.of("id", shipment, "lines", List.of(lines)))
                .path("inventoryShipmentRemoveItems");
    }

    /** A mutation with a key of its own in the place of {@code KEY}; gives its payload. */
    private JsonNode asked(String mutation) {
        var keyed = mutation.replace("KEY", "@idempotent(key: \"i%d\")".formatted(keys++));
        return fixture.data("mutation { " + keyed + " }", Map.of()).path(mutation.substring(0, mutation.indexOf('(')));
    }

    private static String line(String item, int units) {
        return "{inventoryItemId: \"%s\", quantity: %d}".formatted(item, units);
    }

    private int reserved(String item) {
        return fixture.shop
                .inventory()
                .levels()
                .all()
                .filter(level -> level.item().gid().equals(item))
                .mapToInt(level -> level.quantities().reserved())
                .sum();
    }

    private Transfer now() {
        return find(transfer.id().gid());
    }

    private Transfer find(String gid) {
        return fixture.shop
                .transfers()
                .all()
                .all()
                .filter(each -> each.id().gid().equals(gid))
                .findFirst()
                .orElseThrow();
    }

    private List<Topic> topics() {
        return fixture.shop.events().after(0, Integer.MAX_VALUE).stream()
                .map(event -> event.topic())
                .toList();
    }

    private static List<String> codes(JsonNode payload) {
        return payload.path("userErrors").findValuesAsString("code");
    }
}
