package dev.holdfast.shopify;

import java.net.URI;
import java.util.Set;

/**
 * How the app is registered at Shopify.
 *
 * @param url where Holdfast is reached from outside, without a path
 * @param scopes what it asks merchants for; the optional ones only switch features on
 */
public record ShopifyApp(String clientId, ClientSecrets secrets, URI url, Scopes scopes) {
    /** Where Shopify sends webhooks. */
    public URI webhooks() {
        return url.resolve("/webhooks");
    }

    /** Where Shopify sends the merchant back after approving. */
    public URI callback() {
        return url.resolve("/auth/callback");
    }

    /** What the whole product asks for, least privilege. */
    public static final Scopes WANTED = new Scopes(Set.of(
            "read_products",
            "write_products",
            "read_purchase_options",
            "write_purchase_options",
            "read_orders",
            "write_orders",
            "write_order_edits",
            "read_all_orders",
            "read_customers",
            "read_inventory",
            "write_inventory",
            "read_locations",
            "write_locations",
            "read_shipping",
            "write_shipping",
            "read_inventory_transfers",
            "write_inventory_transfers",
            "read_inventory_shipments",
            "write_inventory_shipments",
            "read_inventory_shipments_received_items",
            "write_inventory_shipments_received_items",
            "read_merchant_managed_fulfillment_orders",
            "write_merchant_managed_fulfillment_orders",
            "read_third_party_fulfillment_orders",
            "write_third_party_fulfillment_orders",
            "read_fulfillments",
            "read_returns",
            "write_returns",
            "read_payment_terms",
            "write_payment_terms",
            "read_payment_mandate",
            "write_payment_mandate",
            "read_customer_payment_methods",
            "write_app_proxy"));
}
