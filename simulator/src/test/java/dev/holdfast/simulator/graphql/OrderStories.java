package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.operation;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import java.util.List;
import java.util.Map;

/** What several stories begin with. */
final class OrderStories {
    private OrderStories() {}

    /** A pre-order with a deposit of 20 % and no date, offered on the variant; the number of its group. */
    static long depositPlan(ShopFixture fixture, ProductVariantId variant) {
        var plan = Map.of(
                "name", "Spring",
                "options", List.of("Spring"),
                "category", "PRE_ORDER",
                "billingPolicy",
                        Map.of(
                                "fixed",
                                Map.of(
                                        "checkoutCharge",
                                        Map.of("type", "PERCENTAGE", "value", Map.of("percentage", 20)),
                                        "remainingBalanceChargeTrigger",
                                        "ON_FULFILLMENT")),
                "deliveryPolicy", Map.of("fixed", Map.of("fulfillmentTrigger", "UNKNOWN")),
                "inventoryPolicy", Map.of("reserve", "ON_SALE"));
        var input = Map.of(
                "name",
                "Pre-order",
                "merchantCode",
                "pre-order",
                "options",
                List.of("When"),
                "sellingPlansToCreate",
                List.of(plan));
        var made = fixture.data(
                        operation("SellingPlanGroupCreate"),
                        Map.of("input", input, "resources", Map.of("productVariantIds", List.of(variant.gid()))))
                .path("sellingPlanGroupCreate");
        if (!made.path("userErrors").isEmpty()) {
            throw new AssertionError(made.toPrettyString());
        }
        return Gid.of(made.path("sellingPlanGroup").path("id").asString()).number();
    }
}
