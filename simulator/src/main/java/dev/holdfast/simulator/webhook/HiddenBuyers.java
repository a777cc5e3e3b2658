package dev.holdfast.simulator.webhook;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the buyer out of a body for an app without approval for protected customer data: names, addresses, mail and
 * phone are null, as in answers of the Admin API. Whether Shopify does so with bodies is not documented.
 */
final class HiddenBuyers {

    /** The topics whose bodies tell of a buyer, by what stands before the slash. */
    private static final Set<String> TELLING =
            Set.of("orders", "customers", "draft_orders", "fulfillments", "fulfillment_events");

    private static final Set<String> PERSONAL = Set.of(
            "email",
            "contact_email",
            "phone",
            "first_name",
            "last_name",
            "address1",
            "address2",
            "city",
            "zip",
            "province",
            "province_code",
            "latitude",
            "longitude",
            "browser_ip",
            "order_status_url");

    private HiddenBuyers() {}

    static ObjectNode hide(String topic, ObjectNode body) {
        if (TELLING.contains(topic.substring(0, topic.indexOf('/')))) {
            hide(body);
        }
        return body;
    }

    private static void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean address = object.has("address1");
            for (String name : Set.copyOf(object.propertyNames())) {
                if (PERSONAL.contains(name) || (address && name.equals("name"))) {
                    object.putNull(name);
                }
            }
        }
        node.forEach(HiddenBuyers::hide);
    }
}
