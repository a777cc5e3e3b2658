package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.Table;
import dev.holdfast.simulator.shop.event.ShopEvent;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Row;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.webhook.Attempt;
import dev.holdfast.simulator.webhook.payload.Payloads;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The truth about a shop as JSON: what an app should have come to know. Lists go by id, so many at a time. */
final class TruthAnswers {

    private TruthAnswers() {}

    /** Orders with ids above {@code after}, as a webhook would show them now. */
    static ObjectNode orders(Shop shop, long after, int limit) {
        Payloads payloads = new Payloads(shop, 0);
        ArrayNode all = array();
        List<Order> page = page(shop.orders().all(), after, limit);
        for (Order order : page) {
            ShopEvent now = new ShopEvent(
                    1, shop.clock().now(), new UUID(0, 0), Topic.ORDERS_UPDATED, new Subject.OrderChanged(order));
            payloads.of(now).forEach(all::add);
        }
        return listed("orders", all);
    }

    static ObjectNode variants(Shop shop, long after, int limit) {
        Map<Long, Integer> sold = new TreeMap<>();
        shop.truth().unitsSold().forEach((variant, units) -> sold.put(variant.number(), units));
        ArrayNode all = array();
        for (Variant variant : page(shop.catalog().variants(), after, limit)) {
            ObjectNode one = all.addObject()
                    .put("id", variant.id().number())
                    .put("sku", variant.sku())
                    .put("title", variant.title())
                    .put("inventory_item_id", variant.item().number())
                    .put("policy", variant.policy().name())
                    .put("units_sold", sold.getOrDefault(variant.id().number(), 0));
            ArrayNode levels = one.putArray("levels");
            shop.inventory().levels().of(variant.item()).forEach(level -> levels.add(level(level)));
        }
        return listed("variants", all);
    }

    /** Every change of every quantity; here {@code after} is a sequence. */
    static ObjectNode ledger(Shop shop, long after, int limit) {
        ArrayNode all = array();
        shop.truth().ledger().stream()
                .filter(entry -> entry.sequence() > after)
                .limit(limit)
                .forEach(entry -> all.addObject()
                        .put("sequence", entry.sequence())
                        .put("at", entry.at().toString())
                        .put("inventory_item_id", entry.item().number())
                        .put("location_id", entry.location().number())
                        .put("state", entry.name().wire())
                        .put("delta", entry.delta())
                        .put("after", entry.after())
                        .put("reason", entry.reason())
                        .put("reference", entry.reference()));
        return listed("ledger", all);
    }

    static ObjectNode fulfillmentOrders(Shop shop, long after, int limit) {
        ArrayNode all = array();
        page(shop.fulfillmentOrders().all(), after, limit).forEach(each -> {
            ObjectNode one = all.addObject()
                    .put("id", each.id().number())
                    .put("order_id", each.order().number())
                    .put("location_id", each.location().number())
                    .put("status", each.status().name())
                    .put("remaining", each.remaining())
                    .put("routed", each.routed());
            ArrayNode holds = one.putArray("holds");
            each.holds()
                    .forEach(hold -> holds.addObject()
                            .put("id", hold.id().number())
                            .put("reason", hold.reason().name())
                            .put("handle", hold.handle()));
        });
        return listed("fulfillment_orders", all);
    }

    /** The bodies of events after a sequence, as they would be sent now, to whichever app. */
    static ObjectNode payloads(Shop shop, long after, int limit) {
        Payloads payloads = new Payloads(shop, 0);
        ArrayNode all = array();
        for (ShopEvent event : shop.events().after(after, limit)) {
            payloads.of(event)
                    .forEach(body -> all.addObject()
                            .put("sequence", event.sequence())
                            .put("topic", event.topic().wire())
                            .set("body", body));
        }
        return listed("payloads", all);
    }

    /** What does not add up in the shop itself; empty when all is well. */
    static ObjectNode summary(Shop shop) {
        ObjectNode body = object().put("domain", shop.settings().domain())
                .put("now", shop.clock().now().toString())
                .put("orders", shop.orders().all().size())
                .put("variants", shop.catalog().variants().size())
                .put("events", shop.events().last());
        ArrayNode wrong = body.putArray("contradictions");
        shop.truth().contradictions().forEach(wrong::add);
        return body;
    }

    static ObjectNode deliveries(List<Attempt> attempts) {
        ArrayNode all = array();
        for (Attempt each : attempts) {
            ObjectNode one = all.addObject()
                    .put("sequence", each.sequence())
                    .put("shop", each.shop())
                    .put("client_id", each.clientId())
                    .put("subscription_id", each.subscription())
                    .put("uri", each.uri().toString())
                    .put("topic", each.topic())
                    .put("webhook_id", each.webhookId())
                    .put("event_id", each.eventId())
                    .put("number", each.number())
                    .put("triggered_at", each.triggeredAt().toString())
                    .put("at", each.at().toString())
                    .put("status", each.status())
                    .put("problem", each.problem())
                    .put("body", each.body().text());
            each.faults().stream().sorted().forEach(one.putArray("faults")::add);
        }
        return listed("deliveries", all);
    }

    private static ObjectNode level(Level level) {
        ObjectNode one = object().put("location_id", level.location().number()).put("active", level.active());
        for (QuantityName name : QuantityName.values()) {
            one.put(name.wire(), level.quantities().of(name));
        }
        return one;
    }

    private static <V extends Row> List<V> page(Table<V> table, long after, int limit) {
        return table.after(after, limit, any -> true);
    }

    private static ObjectNode listed(String name, ArrayNode all) {
        ObjectNode body = object();
        body.set(name, all);
        return body;
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
