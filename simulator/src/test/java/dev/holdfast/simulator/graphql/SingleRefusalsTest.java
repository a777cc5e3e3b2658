package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Refusals of which a mutation has one or two, each with the schema's own code. */
class SingleRefusalsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 1);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void the_last_variant_of_a_product_and_those_of_others_stay() {
        var duck = fixture.product("Duck", 1);
        assertThat(codes(delete(duck, bear))).containsExactly("AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT");
        assertThat(codes(delete(bear, bear))).containsExactly("CANNOT_DELETE_LAST_VARIANT");
    }

    @Test
    void a_deadline_is_for_fulfillment_orders_that_are_there() {
        var answer = fixture.data(
                operation("Deadline"),
                Map.of("ids", List.of("gid://shopify/FulfillmentOrder/1"), "d", "2027-01-01T00:00:00Z"));
        assertThat(answer.toString()).contains("could not be found");
        var coded = fixture.data(
                "mutation { fulfillmentOrdersSetFulfillmentDeadline(fulfillmentOrderIds:"
                        + " [\"gid://shopify/FulfillmentOrder/1\"], fulfillmentDeadline: \"2027-01-01T00:00:00Z\")"
                        + " { userErrors { code } } }",
                Map.of());
        assertThat(codes(coded)).containsExactly("FULFILLMENT_ORDERS_NOT_FOUND");
    }

    @Test
    void money_that_is_not_due_to_anybody_is_not_asked_for() {
        assertThat(codes(fixture.data(operation("Reminder"), Map.of("id", "gid://shopify/PaymentSchedule/1"))))
                .containsExactly("PAYMENT_REMINDER_SEND_UNSUCCESSFUL");
        assertThat(codes(fixture.data(
                        "mutation { paymentTermsDelete(input: {paymentTermsId: \"gid://shopify/PaymentTerms/1\"})"
                                + " { userErrors { code } } }",
                        Map.of())))
                .containsExactly("PAYMENT_TERMS_DELETE_UNSUCCESSFUL");
    }

    @Test
    void an_order_of_nobody_is_neither_invoiced_nor_given_back_as_credit() {
        var order = order(new Cart.Buyer(null, null, null, "en", Address.inCountry("IE")));
        assertThat(codes(fixture.data(operation("Invoice"), map("id", order.id().gid(), "e", null))))
                .containsExactly("ORDER_INVOICE_SEND_UNSUCCESSFUL");
        var credit = Map.of("storeCreditRefund", Map.of());
        assertThat(codes(fixture.data(
                        operation("Cancel"),
                        map("id", order.id().gid(), "reason", "OTHER", "restock", true, "rm", credit))))
                .containsExactly("STORE_CREDIT_REFUND_MISSING_CUSTOMER");
    }

    @Test
    void a_namespace_of_another_app_is_not_defined_in() {
        var definition =
                Map.of("ownerType", "ORDER", "namespace", "app--99", "key", "eta", "name", "ETA", "type", "date_time");
        assertThat(codes(fixture.data(operation("MfDef"), Map.of("d", definition))))
                .containsExactly("RESERVED_NAMESPACE_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "APP_NOT_AUTHORIZED, app--99, eta, ",
        "TOO_SHORT, ab, eta, ",
        "TOO_SHORT, mine, e, ",
        "INVALID_COMPARE_DIGEST, mine, eta, not a digest"
    })
    void a_metafield_is_written_in_a_namespace_of_ones_own(
            String code, String namespace, String key, @Nullable String digest) {
        var written = map(
                "ownerId",
                bear.id().gid(),
                "namespace",
                namespace,
                "key",
                key,
                "type",
                "date_time",
                "value",
                "2027-01-01");
        if (digest != null) {
            written.put("compareDigest", digest);
        }
        assertThat(codes(fixture.data(operation("Mf"), Map.of("m", List.of(written)))))
                .containsExactly(code);
    }

    @Test
    void what_is_set_aside_does_not_go_below_zero() {
        var variant = fixture.shop.catalog().variantsOf(bear).getFirst();
        var here = fixture.location().id().gid();
        var row = map(
                "inventoryItemId",
                variant.item().gid(),
                "locationId",
                here,
                "delta",
                -1,
                "changeFromQuantity",
                null,
                "ledgerDocumentUri",
                "gid://holdfast/E/1");
        var input = Map.of("name", "reserved", "reason", "correction", "changes", List.of(row));
        assertThat(codes(fixture.data(operation("InventoryAdjust"), Map.of("input", input, "key", "r"))))
                .containsExactly("ADJUST_QUANTITIES_FAILED");
        var stale = Map.of("adjustment", 1, "locationId", here, "changeFromQuantity", 7);
        var change = Map.of("id", variant.id().gid(), "quantityAdjustments", List.of(stale));
        assertThat(codes(fixture.data(
                        operation("VariantsPolicy"),
                        Map.of("productId", bear.id().gid(), "variants", List.of(change)))))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void a_shop_has_so_many_open_locations() {
        var locations = fixture.shop.locations();
        var closed =
                locations.add("Closed", Address.inCountry("IE"), true).value().id();
        locations.deactivate(closed, null).value();
        for (int at = 1; at < locations.limit(); at++) {
            locations.add("Location " + at, Address.inCountry("IE"), true).value();
        }
        var input = Map.of("name", "One more", "address", Map.of("countryCode", "IE"));
        assertThat(codes(fixture.data(operation("LocationAdd"), Map.of("input", input))))
                .containsExactly("GENERIC_ERROR");
        assertThat(codes(fixture.data(
                        "mutation { locationActivate(locationId: \"%s\") @idempotent(key: \"a\") { locationActivateUserErrors { code } } }"
                                .formatted(closed.gid()),
                        Map.of())))
                .containsExactly("LOCATION_LIMIT");
    }

    private JsonNode delete(Product of, Product variants) {
        return fixture.data(
                "mutation($p: ID!, $v: [ID!]!) { productVariantsBulkDelete(productId: $p, variantsIds: $v) { userErrors { code } } }",
                Map.of(
                        "p",
                        of.id().gid(),
                        "v",
                        variants.variants().stream().map(id -> id.gid()).toList()));
    }

    private Order order(Cart.Buyer buyer) {
        var placed = (Placed) fixture.shop
                .checkouts()
                .place(Cart.of(buyer, Cart.Line.of(bear.variants().getFirst(), 1)));
        fixture.clock.advance(Duration.ofMinutes(1));
        return placed.order();
    }

    private static List<String> codes(JsonNode data) {
        return data.findValuesAsString("code");
    }
}
