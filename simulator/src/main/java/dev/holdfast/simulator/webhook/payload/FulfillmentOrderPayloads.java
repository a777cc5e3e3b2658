package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of fulfillment_orders/* and fulfillment_holds/*: global ids and lower-case words throughout. */
final class FulfillmentOrderPayloads {

    private final View view;

    FulfillmentOrderPayloads(View view) {
        this.view = view;
    }

    ObjectNode changed(Topic topic, FulfillmentOrder of) {
        ObjectNode body = View.object();
        ObjectNode inner = brief(of);
        body.set("fulfillment_order", inner);
        if (topic == Topic.FULFILLMENT_ORDERS_RESCHEDULED) {
            inner.put("fulfill_at", view.time(of.fulfillAt()));
        }
        if (topic == Topic.FULFILLMENT_ORDERS_CANCELLED) {
            body.putNull("replacement_fulfillment_order");
        }
        return body;
    }

    ObjectNode held(Topic topic, Subject.HoldPlaced placed) {
        if (topic == Topic.FULFILLMENT_HOLDS_ADDED) {
            return hold(placed.fulfillmentOrder(), placed.hold());
        }
        ObjectNode body = View.object();
        ObjectNode of = brief(placed.fulfillmentOrder());
        ArrayNode holds = of.putArray("fulfillment_holds");
        placed.fulfillmentOrder().holds().forEach(each -> holds.add(hold(each)));
        body.set("fulfillment_order", of);
        body.set("remaining_fulfillment_order", briefOrNull(placed.remaining()));
        body.set("held_fulfillment_order_line_items", units(placed.heldLines()));
        body.set("created_fulfillment_hold", hold(placed.hold()));
        return body;
    }

    /** fulfillment_holds/released comes once for each hold, the other topic when the last one goes. */
    List<ObjectNode> released(Topic topic, Subject.HoldReleased released) {
        if (topic == Topic.FULFILLMENT_HOLDS_RELEASED) {
            return released.holds().stream()
                    .map(each -> hold(released.fulfillmentOrder(), each))
                    .toList();
        }
        return List.of(changed(topic, released.fulfillmentOrder()));
    }

    ObjectNode split(Subject.WasSplit split) {
        ObjectNode body = View.object();
        body.set("fulfillment_order", brief(split.fulfillmentOrder()));
        body.set("remaining_fulfillment_order", brief(split.remaining()));
        body.set("replacement_fulfillment_order", briefOrNull(split.replacement()));
        body.set("split_line_items", units(split.splitLines()));
        return body;
    }

    /** The intents have plain numbers, unlike everything else here. */
    ObjectNode merged(Subject.Merged merged) {
        ObjectNode body = View.object();
        ArrayNode intents = body.putArray("merge_intents");
        for (FulfillmentOrder each : merged.merged()) {
            ObjectNode intent =
                    intents.addObject().put("fulfillment_order_id", each.id().number());
            ArrayNode lines = intent.putArray("fulfillment_order_line_items");
            each.lines()
                    .forEach(line ->
                            lines.addObject().put("id", line.id().number()).put("quantity", line.remaining()));
        }
        body.putObject("fulfillment_order_merges").set("fulfillment_order", brief(merged.into()));
        return body;
    }

    ObjectNode moved(Subject.Moved moved) {
        ObjectNode body =
                View.object().put("destination_location_id", moved.to().gid());
        body.set("original_fulfillment_order", placed(moved.original()));
        body.set("moved_fulfillment_order", placed(moved.moved()));
        body.set("fulfillment_order_line_items_requested", units(moved.moved().lines()));
        body.set("source_location", View.global(moved.from()));
        return body;
    }

    private ObjectNode hold(FulfillmentOrder of, FulfillmentHold hold) {
        ObjectNode body = View.object();
        body.set("fulfillment_order", View.global(of.id()));
        body.set("fulfillment_hold", hold(hold));
        return body;
    }

    private ObjectNode hold(FulfillmentHold hold) {
        ObjectNode body = View.global(hold.id())
                .put("reason", View.lower(hold.reason()))
                .put("reason_notes", hold.reasonNotes())
                .put("handle", hold.handle())
                .put("held_by_requesting_app", hold.app() != null && hold.app().number() == view.app());
        body.set("held_by_app", hold.app() == null ? null : View.global(hold.app()));
        return body;
    }

    private static ObjectNode placed(FulfillmentOrder of) {
        return brief(of).put("assigned_location_id", of.location().gid());
    }

    private static ObjectNode brief(FulfillmentOrder of) {
        return View.global(of.id()).put("status", View.lower(of.status()));
    }

    private static @Nullable ObjectNode briefOrNull(@Nullable FulfillmentOrder of) {
        return of == null ? null : brief(of);
    }

    private static ArrayNode units(List<FulfillmentOrderLine> lines) {
        ArrayNode all = View.array();
        lines.forEach(line -> all.addObject().put("id", line.id().gid()).put("quantity", line.remaining()));
        return all;
    }
}
