package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.shop.event.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The topics there are: their names in the API, in headers and in an app's configuration, and the scopes they need. */
public final class WebhookTopics {

    static final String APP_UNINSTALLED = "app/uninstalled";
    static final String SHOP_REDACT = "shop/redact";
    static final Set<String> COMPLIANCE = Set.of("customers/data_request", "customers/redact", SHOP_REDACT);
    private static final List<String> OF_THE_APP =
            List.of(APP_UNINSTALLED, "app/scopes_update", "bulk_operations/finish", "shop/update");
    private static final Map<String, String> WIRE_BY_NAME = names();
    private static final Set<String> FULFILLMENT_ORDER_SCOPES = Set.of(
            "read_merchant_managed_fulfillment_orders",
            "read_third_party_fulfillment_orders",
            "read_assigned_fulfillment_orders",
            "read_marketplace_fulfillment_orders");

    private WebhookTopics() {}

    /** The topic such as {@code orders/create} for a {@code WebhookSubscriptionTopic}; empty for one the simulator does not know. */
    public static Optional<String> wire(String name) {
        return Optional.ofNullable(WIRE_BY_NAME.get(name));
    }

    /** The {@code WebhookSubscriptionTopic} of a topic. */
    public static String name(String wire) {
        return wire.replace('/', '_').toUpperCase(Locale.ROOT);
    }

    /** Whether there is such a topic, those for privacy requests among them. */
    public static boolean known(String wire) {
        return COMPLIANCE.contains(wire) || WIRE_BY_NAME.containsKey(name(wire));
    }

    /** The scopes of which an app needs one; empty for topics every app may have. Source: Shopify's list of topics. */
    public static Set<String> scopes(String wire) {
        String group = wire.substring(0, wire.indexOf('/'));
        return switch (group) {
            case "orders", "refunds", "order_transactions" -> Set.of("read_orders");
            case "returns" -> Set.of("read_returns");
            case "inventory_levels" -> Set.of("read_inventory");
            case "inventory_items" -> Set.of("read_inventory", "read_products");
            case "inventory_transfers" -> Set.of("read_inventory_transfers");
            case "inventory_shipments" ->
                wire.endsWith("/receive_items")
                        ? Set.of("read_inventory_shipments_received_items")
                        : Set.of("read_inventory_shipments");
            case "products", "variants", "selling_plan_groups" -> Set.of("read_products");
            case "fulfillment_orders", "fulfillment_holds" -> FULFILLMENT_ORDER_SCOPES;
            case "fulfillments", "fulfillment_events" -> Set.of("read_fulfillments", "read_orders");
            case "payment_terms", "payment_schedules" -> Set.of("read_payment_terms");
            case "locations" -> Set.of("read_locations");
            case "customers" -> COMPLIANCE.contains(wire) ? Set.of() : Set.of("read_customers");
            case "draft_orders" -> Set.of("read_draft_orders");
            case "profiles" -> Set.of("read_shipping");
            default -> Set.of();
        };
    }

    /** Whether an app with these scopes, the implied ones among them, may have the topic. */
    public static boolean mayHave(String wire, Set<String> scopes) {
        Set<String> needed = scopes(wire);
        return needed.isEmpty() || needed.stream().anyMatch(scopes::contains);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(Stream.of(Topic.values()).map(Topic::wire), OF_THE_APP.stream())
                .forEach(wire -> names.put(name(wire), wire));
        return names;
    }
}
