package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Transfer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of inventory_levels/*, inventory_items/*, inventory_transfers/* and inventory_shipments/*. States of
 * transfers and shipments are in capitals, as in Shopify's samples, or not, as in its text.
 */
final class StockPayloads {

    private final View view;

    StockPayloads(View view) {
        this.view = view;
    }

    ObjectNode level(Topic topic, Level level) {
        ObjectNode body = View.object()
                .put("inventory_item_id", level.item().number())
                .put("location_id", level.location().number());
        if (topic == Topic.INVENTORY_LEVELS_DISCONNECT) {
            return body;
        }
        return body.put("available", level.available())
                .put("updated_at", view.time(level.updatedAt()))
                .put("admin_graphql_api_id", level.gid());
    }

    ObjectNode item(Topic topic, InventoryItem item) {
        ObjectNode body = itemGone(item.id());
        if (topic == Topic.INVENTORY_ITEMS_DELETE) {
            return body;
        }
        return body.put("sku", item.sku())
                .put("tracked", item.tracked())
                .put("requires_shipping", item.requiresShipping())
                .put("created_at", view.time(item.createdAt()))
                .put("updated_at", view.time(item.updatedAt()))
                .putNull("cost")
                .put("weight_unit", "kg")
                .put("weight_value", 0);
    }

    ObjectNode itemGone(Id id) {
        ObjectNode body = View.identified(id)
                .putNull("country_code_of_origin")
                .putNull("province_code_of_origin")
                .putNull("harmonized_system_code");
        body.putArray("country_harmonized_system_codes");
        return body;
    }

    ObjectNode transfer(Topic topic, Transfer transfer, Instant at) {
        ObjectNode body = ends(transfer, at);
        if (topic == Topic.INVENTORY_TRANSFERS_UPDATED) {
            return body;
        }
        body.put("status", state(transfer.status()));
        if (topic == Topic.INVENTORY_TRANSFERS_READY_TO_SHIP) {
            ArrayNode lines = body.putArray("line_items");
            transfer.lines()
                    .forEach(
                            line -> lines.addObject().put("id", line.id().gid()).put("quantity", line.total()));
        }
        return body;
    }

    private ObjectNode ends(Transfer transfer, Instant at) {
        ObjectNode body = View.global(transfer.id()).put("happened_at", view.time(at));
        body.set("origin", globalOrNull(transfer.origin()));
        return body.set("destination", globalOrNull(transfer.destination()));
    }

    ObjectNode shipment(Topic topic, Shipment shipment, Instant at) {
        if (topic == Topic.INVENTORY_SHIPMENTS_UPDATE_TRACKING) {
            ObjectNode body =
                    View.object().put("shipment_id", shipment.id().gid()).put("happened_at", view.time(at));
            return body.set("updated_tracking", tracking(shipment.tracking()));
        }
        ObjectNode body = View.global(shipment.id()).put("happened_at", view.time(at));
        if (topic == Topic.INVENTORY_SHIPMENTS_DELETE) {
            return body;
        }
        body.put("status", state(shipment.status()));
        if (topic == Topic.INVENTORY_SHIPMENTS_CREATE) {
            body.set("tracking", tracking(shipment.tracking()));
            ArrayNode lines = body.putArray("line_items");
            shipment.lines()
                    .forEach(
                            line -> lines.addObject().put("id", line.id().gid()).put("quantity", line.quantity()));
        }
        return body;
    }

    ObjectNode received(Subject.ShipmentReceived received, Instant at) {
        Shipment shipment = received.shipment();
        ObjectNode body = View.global(shipment.id())
                .put("status", state(shipment.status()))
                .put("happened_at", view.time(at));
        ArrayNode items = body.putArray("items_received");
        for (Shipment.Line now : shipment.lines()) {
            received.before().stream()
                    .filter(was -> was.id().equals(now.id()) && !was.equals(now))
                    .forEach(was -> items.addObject()
                            .put("id", now.id().gid())
                            .put("old_accepted_quantity", was.accepted())
                            .put("old_rejected_quantity", was.rejected())
                            .put("new_accepted_quantity", now.accepted())
                            .put("new_rejected_quantity", now.rejected())
                            .put("remaining_quantity_to_receive", now.unreceived()));
        }
        return body;
    }

    /** Of the topics on the goods in a shipment: its lines that came, went, or have other units. */
    ObjectNode recounted(Topic topic, Subject.ShipmentRecounted recounted, Instant at) {
        ObjectNode body = View.global(recounted.shipment().id()).put("happened_at", view.time(at));
        Map<Id, Integer> before = new LinkedHashMap<>();
        recounted.before().forEach(line -> before.put(line.id(), line.quantity()));
        Map<Id, Integer> after = new LinkedHashMap<>();
        recounted.shipment().lines().forEach(line -> after.put(line.id(), line.quantity()));
        items(topic.wire(), "id", new Counts(before, after), body);
        return body;
    }

    /** The same of a transfer. */
    ObjectNode recounted(Topic topic, Subject.TransferRecounted recounted, Instant at) {
        ObjectNode body = ends(recounted.transfer(), at);
        if (topic == Topic.INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES) {
            body.put("status", state(recounted.transfer().status()));
        }
        Map<Id, Integer> before = new LinkedHashMap<>();
        recounted.before().forEach(line -> before.put(line.id(), line.total()));
        Map<Id, Integer> after = new LinkedHashMap<>();
        recounted.transfer().lines().forEach(line -> after.put(line.id(), line.total()));
        items(topic.wire(), "line_item_id", new Counts(before, after), body);
        return body;
    }

    /** Units by line, before and after. */
    private record Counts(Map<Id, Integer> before, Map<Id, Integer> after) {}

    private static void items(String topic, String id, Counts counts, ObjectNode body) {
        if (topic.endsWith("/add_items")) {
            ArrayNode added = body.putArray("items_added");
            counts.after().forEach((line, units) -> {
                if (!counts.before().containsKey(line)) {
                    added.addObject().put(id, line.gid()).put("quantity", units);
                }
            });
        } else if (topic.endsWith("/remove_items")) {
            ArrayNode removed = body.putArray("items_removed");
            counts.before().keySet().stream()
                    .filter(line -> !counts.after().containsKey(line))
                    .forEach(line -> removed.addObject().put(id, line.gid()));
        } else {
            ArrayNode updated = body.putArray("items_updated");
            counts.before().forEach((line, units) -> {
                Integer now = counts.after().getOrDefault(line, units);
                if (!now.equals(units)) {
                    updated.addObject()
                            .put(id, line.gid())
                            .put("old_quantity", units)
                            .put("new_quantity", now);
                }
            });
        }
    }

    ObjectNode gone(Id id, Instant at) {
        return View.global(id).put("happened_at", view.time(at));
    }

    private ObjectNode tracking(Shipment.@Nullable Tracking tracking) {
        Shipment.Tracking known = tracking == null ? new Shipment.Tracking(null, null, null, null) : tracking;
        return View.object()
                .put("tracking_number", known.number())
                .put("tracking_url", known.url())
                .put("company", known.company())
                .put("arrives_at", view.time(known.arrivesAt()));
    }

    private String state(Enum<?> status) {
        return view.shop().switches().isOn(Switch.TRANSFER_STATES_ARE_LOWER_CASE) ? View.lower(status) : status.name();
    }

    private static @Nullable ObjectNode globalOrNull(@Nullable Id id) {
        return id == null ? null : View.global(id);
    }
}
