package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.FulfillmentOrders;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Order;
import java.util.List;
import java.util.Objects;

/** Fulfillment orders, their holds and lines, and where they may be moved. */
final class FulfillmentOrderFields {
    static final Page.Key<FulfillmentOrder> KEY =
            Page.Key.byId(fulfillmentOrder -> fulfillmentOrder.id().number());

    private FulfillmentOrderFields() {}

    /** A line with its fulfillment order. */
    record Line(FulfillmentOrder of, FulfillmentOrderLine line) {}

    /** Where a fulfillment order is to be shipped from. */
    private record Assigned(Location location) {}

    static Page<FulfillmentOrder> pageOf(Order order, Call call) {
        var seen = call.api().shop().fulfillmentOrders().ofOrder(order.id()).stream()
                .filter(call.api()::sees)
                .toList();
        return Page.of(seen, KEY, call);
    }

    static void addTo(FieldTable table) {
        fulfillmentOrder(table);
        line(table);
        destination(table);
        table.on("FulfillmentHold", FulfillmentHold.class)
                .id("id", FulfillmentHold::id)
                .value("handle", FulfillmentHold::handle)
                .value("reason", FulfillmentHold::reason)
                .value("reasonNotes", FulfillmentHold::reasonNotes)
                .value("displayReason", hold -> hold.reason().display())
                .read(
                        "heldByRequestingApp",
                        (hold, call) -> hold.app() != null
                                && hold.app().number()
                                        == call.api().app().settings().id());
        table.on("FulfillmentOrderAssignedLocation", Assigned.class)
                .value("name", of -> of.location().name())
                .value("location", Assigned::location)
                .value("city", of -> of.location().address().city())
                .value("zip", of -> of.location().address().zip())
                .value("countryCode", of -> of.location().address().countryCode());
        table.on("FulfillmentOrderSupportedAction", FulfillmentOrder.Action.class)
                .value("action", action -> action)
                .value("externalUrl", action -> null);
    }

    private static void fulfillmentOrder(FieldTable table) {
        table.on("FulfillmentOrder", FulfillmentOrder.class)
                .id("id", FulfillmentOrder::id)
                .id("orderId", FulfillmentOrder::order)
                .value("status", FulfillmentOrder::status)
                .value("requestStatus", of -> "UNSUBMITTED")
                .value("fulfillAt", FulfillmentOrder::fulfillAt)
                .value("fulfillBy", FulfillmentOrder::fulfillBy)
                .value("createdAt", FulfillmentOrder::createdAt)
                .value("updatedAt", FulfillmentOrder::updatedAt)
                .value("fulfillmentHolds", FulfillmentOrder::holds)
                .read("order", FulfillmentOrderFields::order)
                .read("orderName", (of, call) -> order(of, call).name())
                .read(
                        "orderProcessedAt",
                        (of, call) -> order(of, call).placement().processedAt())
                .read(
                        "assignedLocation",
                        (of, call) ->
                                new Assigned(Objects.requireNonNull(call.api().location(of.location()))))
                .read(
                        "supportedActions",
                        (of, call) -> call.api().shop().fulfillmentOrders().supportedActions(of))
                .read("locationsForMove", FulfillmentOrderFields::locationsForMove)
                .read(
                        "fulfillments",
                        (of, call) -> Page.of(
                                call.api().shop().fulfillments().ofOrder(of.order()).stream()
                                        .filter(fulfillment -> fulfillment.lines().stream()
                                                .anyMatch(line ->
                                                        line.fulfillmentOrder().equals(of.id())))
                                        .toList(),
                                FulfillmentFields.KEY,
                                call))
                .connection(
                        "lineItems",
                        of -> lines(of, of.lines()),
                        line -> line.line().id().number());
    }

    private static void line(FieldTable table) {
        table.on("FulfillmentOrderLineItem", Line.class)
                .id("id", of -> of.line().id())
                .value("totalQuantity", of -> of.line().total())
                .value("remainingQuantity", of -> of.line().remaining())
                .id("inventoryItemId", of -> of.line().item())
                .read("lineItem", FulfillmentOrderFields::orderLine)
                .read("sku", (of, call) -> orderLine(of, call).sale().sku())
                .read("productTitle", (of, call) -> orderLine(of, call).sale().title())
                .read("variantTitle", (of, call) -> orderLine(of, call).sale().variantTitle())
                .read(
                        "requiresShipping",
                        (of, call) -> orderLine(of, call).sale().requiresShipping())
                .read(
                        "variant",
                        (of, call) ->
                                call.api().variant(orderLine(of, call).sale().variant()));
    }

    /** Where a fulfillment order may be moved, with the fulfillment order itself. */
    private record Destination(FulfillmentOrder of, FulfillmentOrders.Destination to) {}

    private static Page<Destination> locationsForMove(FulfillmentOrder of, Call call) {
        var wanted = call.arguments().texts("locationIds");
        return Page.of(
                call.api().shop().fulfillmentOrders().locationsForMove(of.id()).stream()
                        .filter(to -> wanted.isEmpty()
                                || wanted.contains(to.location().id().gid()))
                        .map(to -> new Destination(of, to))
                        .toList(),
                Page.Key.byId(to -> to.to().location().id().number()),
                call);
    }

    private static void destination(FieldTable table) {
        table.on("FulfillmentOrderLocationForMove", Destination.class)
                .value("movable", of -> of.to().movable())
                .value("message", of -> of.to().message())
                .value("location", of -> of.to().location())
                .value("availableLineItemsCount", of -> of.to().available().size())
                .value("unavailableLineItemsCount", of -> of.to().unavailable().size())
                .connection(
                        "availableLineItems",
                        of -> lines(of.of(), of.to().available()),
                        line -> line.line().id().number())
                .connection(
                        "unavailableLineItems",
                        of -> lines(of.of(), of.to().unavailable()),
                        line -> line.line().id().number());
    }

    private static List<Line> lines(FulfillmentOrder of, List<FulfillmentOrderLine> lines) {
        return lines.stream().map(line -> new Line(of, line)).toList();
    }

    private static LineFields.Line orderLine(Line of, Call call) {
        return LineFields.line(order(of.of(), call), of.line().line());
    }

    private static Order order(FulfillmentOrder of, Call call) {
        return Objects.requireNonNull(call.api().order(of.order()));
    }
}
