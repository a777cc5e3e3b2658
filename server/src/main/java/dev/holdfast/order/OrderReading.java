package dev.holdfast.order;

import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shopify.GlobalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads an order out of Shopify's answer. */
final class OrderReading {
    private final long order;
    private final Branch branch;

    private OrderReading(Branch branch) {
        this.order = branch.id().number();
        this.branch = branch;
    }

    static Order read(Branch branch, Instant readAt) {
        return new OrderReading(branch).read(readAt);
    }

    private Order read(Instant readAt) {
        return new Order(
                order,
                branch.required("name"),
                branch.time("createdAt"),
                branch.time("processedAt"),
                branch.optionalTime("cancelledAt"),
                branch.optionalTime("closedAt"),
                branch.required("currencyCode"),
                branch.text("displayFinancialStatus"),
                branch.children("LineItem").map(this::line).toList(),
                branch.children("FulfillmentOrder").map(this::fulfillmentOrder).toList(),
                branch.time("updatedAt"),
                readAt);
    }

    private Order.Line line(Branch line) {
        return new Order.Line(
                order,
                line.id().number(),
                line.reference("variant", "id"),
                line.text("sku"),
                line.count("quantity"),
                line.count("currentQuantity"),
                line.count("unfulfilledQuantity"),
                plan(line.node().path("sellingPlan")));
    }

    private static Optional<Order.SellingPlan> plan(JsonNode plan) {
        var id = plan.path("sellingPlanId");
        return id.isString()
                ? Optional.of(new Order.SellingPlan(
                        GlobalId.parse(id.asString()).number(),
                        plan.path("name").asString("")))
                : Optional.empty();
    }

    private Order.FulfillmentOrder fulfillmentOrder(Branch of) {
        long id = of.id().number();
        return new Order.FulfillmentOrder(
                order,
                id,
                of.required("status"),
                of.reference("assignedLocation", "location", "id"),
                of.node()
                        .path("assignedLocation")
                        .path("location")
                        .path("isFulfillmentService")
                        .asBoolean(false),
                of.optionalTime("fulfillAt"),
                of.children("FulfillmentOrderLineItem")
                        .map(part -> part(id, part))
                        .toList(),
                holds(id, of.node().path("fulfillmentHolds")));
    }

    private Order.Part part(long fulfillmentOrder, Branch part) {
        return new Order.Part(
                order,
                fulfillmentOrder,
                part.id().number(),
                part.requiredReference("lineItem", "id"),
                part.count("totalQuantity"),
                part.count("remainingQuantity"));
    }

    private List<Order.Hold> holds(long fulfillmentOrder, JsonNode holds) {
        return holds.valueStream()
                .map(hold -> new Order.Hold(
                        order,
                        fulfillmentOrder,
                        GlobalId.parse(hold.path("id").asString("")).number(),
                        hold.path("handle").asString(""),
                        hold.path("reason").asString(""),
                        hold.path("heldByRequestingApp").asBoolean(false)))
                .toList();
    }
}
