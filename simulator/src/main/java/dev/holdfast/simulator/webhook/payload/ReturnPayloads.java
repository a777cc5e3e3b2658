package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Return;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of returns/*; the lists of a return's lines are empty, as in the only samples there are: read it back. */
final class ReturnPayloads {

    private ReturnPayloads() {}

    static ObjectNode changed(Topic topic, Return of) {
        return switch (topic) {
            case RETURNS_PROCESS -> View.object();
            case RETURNS_UPDATE -> updated(of);
            case RETURNS_REQUEST, RETURNS_APPROVE -> begun(of);
            case RETURNS_DECLINE -> declined(of);
            default ->
                View.identified(of.id()).put("order_id", of.order().number()).put("status", View.lower(of.status()));
        };
    }

    private static ObjectNode begun(Return of) {
        ObjectNode body = View.identified(of.id())
                .put("status", View.lower(of.status()))
                .put("name", of.name())
                .put("total_return_line_items", of.totalQuantity())
                .put("total_exchange_line_items", 0);
        body.set("order", View.identified(of.order()));
        body.putArray("return_line_items");
        body.putArray("return_shipping_fees");
        body.putArray("exchange_line_items");
        return body;
    }

    private static ObjectNode declined(Return of) {
        ObjectNode body = View.identified(of.id()).put("status", View.lower(of.status()));
        body.set("order", View.identified(of.order()));
        Return.Decline why = Objects.requireNonNull(of.decline());
        body.putObject("decline")
                .put("reason", why.reason().toLowerCase(Locale.ROOT))
                .put("note", why.note());
        return body;
    }

    private static ObjectNode updated(Return of) {
        ObjectNode body = View.object().put("admin_graphql_api_id", of.id().gid());
        body.putObject("return_line_items").putArray("removals");
        for (String name : new String[] {"restocking_fees", "return_shipping_fees"}) {
            ObjectNode fees = body.putObject(name);
            fees.putArray("updates");
            fees.putArray("removals");
        }
        return body;
    }
}
