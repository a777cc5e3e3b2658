package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Order;
import java.util.Comparator;
import java.util.Objects;

/** Parcels on their way. */
final class FulfillmentFields {
    static final Page.Key<Fulfillment> KEY =
            Page.Key.byId(fulfillment -> fulfillment.id().number());

    private FulfillmentFields() {}

    /** A shipped line with its fulfillment. */
    private record Line(Fulfillment of, Fulfillment.Line line) {}

    static void addTo(FieldTable table) {
        table.on("Fulfillment", Fulfillment.class)
                .id("id", Fulfillment::id)
                .value("legacyResourceId", of -> of.id().number())
                .value("name", Fulfillment::name)
                .value("status", Fulfillment::status)
                .value("createdAt", Fulfillment::createdAt)
                .value("updatedAt", Fulfillment::updatedAt)
                .value(
                        "totalQuantity",
                        of -> of.lines().stream()
                                .mapToInt(Fulfillment.Line::quantity)
                                .sum())
                .value(
                        "deliveredAt",
                        of -> of.events().stream()
                                .filter(event -> event.status() == Fulfillment.EventStatus.DELIVERED)
                                .map(Fulfillment.Event::happenedAt)
                                .max(Comparator.naturalOrder())
                                .orElse(null))
                .value("trackingInfo", Fulfillment::tracking)
                .read("order", FulfillmentFields::order)
                .read("location", (of, call) -> call.api().location(of.location()))
                .connection("events", Fulfillment::events, event -> event.id().number())
                .connection(
                        "fulfillmentLineItems",
                        of -> of.lines().stream()
                                .map(line -> new Line(of, line))
                                .toList(),
                        of -> of.line().id().number());
        table.on("FulfillmentTrackingInfo", Fulfillment.Tracking.class)
                .value("company", Fulfillment.Tracking::company)
                .value("number", Fulfillment.Tracking::number)
                .value("url", Fulfillment.Tracking::url);
        table.on("FulfillmentEvent", Fulfillment.Event.class)
                .id("id", Fulfillment.Event::id)
                .value("status", Fulfillment.Event::status)
                .value("happenedAt", Fulfillment.Event::happenedAt)
                .value("message", Fulfillment.Event::message)
                .value("estimatedDeliveryAt", Fulfillment.Event::estimatedDeliveryAt)
                .value("createdAt", Fulfillment.Event::createdAt);
        table.on("FulfillmentLineItem", Line.class)
                .id("id", of -> of.line().id())
                .value("quantity", of -> of.line().quantity())
                .read(
                        "lineItem",
                        (of, call) ->
                                LineFields.line(order(of.of(), call), of.line().line()));
    }

    private static Order order(Fulfillment of, Call call) {
        return Objects.requireNonNull(call.api().order(of.order()));
    }
}
