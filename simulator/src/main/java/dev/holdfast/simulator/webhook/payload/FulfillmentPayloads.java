package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of fulfillments/* and fulfillment_events/*. */
final class FulfillmentPayloads {

    private final View view;
    private final LinePayloads lines;

    FulfillmentPayloads(View view) {
        this.view = view;
        this.lines = new LinePayloads(view);
    }

    List<Fulfillment> ofOrder(Order order) {
        return view.shop().fulfillments().ofOrder(order.id());
    }

    ObjectNode fulfillment(Order order, Fulfillment fulfillment) {
        ObjectNode body = fulfillmentOfOrder(order, fulfillment);
        body.put("email", order.placement().email());
        body.set(
                "destination",
                AddressPayloads.ofOrder(
                        order.placement().shippingAddress(), order.placement().phone()));
        return body;
    }

    ObjectNode fulfillmentOfOrder(Order order, Fulfillment fulfillment) {
        Fulfillment.Tracking first = fulfillment.tracking().isEmpty()
                ? new Fulfillment.Tracking(null, null, null)
                : fulfillment.tracking().getFirst();
        ObjectNode body = View.identified(fulfillment.id())
                .put("order_id", order.id().number())
                .put("status", View.lower(fulfillment.status()))
                .put("created_at", view.time(fulfillment.createdAt()))
                .put("updated_at", view.time(fulfillment.updatedAt()))
                .put("service", "manual")
                .put("shipment_status", shipmentStatus(fulfillment))
                .put("location_id", fulfillment.location().number())
                .put("name", fulfillment.name())
                .put("tracking_company", first.company())
                .put("tracking_number", first.number())
                .put("tracking_url", first.url());
        ArrayNode numbers = body.putArray("tracking_numbers");
        ArrayNode urls = body.putArray("tracking_urls");
        for (Fulfillment.Tracking each : fulfillment.tracking()) {
            if (each.number() != null) {
                numbers.add(each.number());
            }
            if (each.url() != null) {
                urls.add(each.url());
            }
        }
        body.putObject("origin_address");
        body.putObject("receipt");
        ArrayNode shipped = body.putArray("line_items");
        fulfillment
                .lines()
                .forEach(each -> order.line(each.line())
                        .ifPresent(line -> shipped.add(lines.line(order, line, each.quantity()))));
        return body;
    }

    ObjectNode news(Order order, Fulfillment fulfillment, Fulfillment.Event news) {
        Address to = order.placement().shippingAddress();
        return View.identified(news.id())
                .put("fulfillment_id", fulfillment.id().number())
                .put("order_id", order.id().number())
                .put("shop_id", view.shop().id().number())
                .put("status", View.lower(news.status()))
                .put("message", news.message())
                .put("happened_at", view.time(news.happenedAt()))
                .put("created_at", view.time(news.createdAt()))
                .put("updated_at", view.time(news.createdAt()))
                .put("estimated_delivery_at", view.time(news.estimatedDeliveryAt()))
                .putNull("city")
                .putNull("province")
                .put("country", to == null ? null : to.countryCode())
                .putNull("zip")
                .putNull("address1")
                .putNull("latitude")
                .putNull("longitude");
    }

    private static @Nullable String shipmentStatus(Fulfillment fulfillment) {
        return fulfillment.events().isEmpty()
                ? null
                : View.lower(fulfillment.events().getLast().status());
    }
}
