package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ApiVersion;
import dev.holdfast.shopify.ShopDomain;
import java.net.URI;

/**
 * Where a shop's Shopify is.
 *
 * @param template {@code https://{shop}}, or the address of a simulator with {@code {shop}} in its path
 */
public record ShopifyAddress(String template, ApiVersion version) {
    private static final String SHOP = "{shop}";

    public ShopifyAddress {
        var example = template.replace(SHOP, "a-shop.myshopify.com");
        if (!template.contains(SHOP) || !(example.startsWith("https://") || isLoopback(URI.create(example)))) {
            throw new IllegalArgumentException(
                    "Shopify's address must be https://{shop}, or http://127.0.0.1:PORT/shops/{shop} for a simulator; it is '"
                            + template + "'.");
        }
    }

    /** Shopify itself. */
    public static ShopifyAddress real(ApiVersion version) {
        return new ShopifyAddress("https://{shop}", version);
    }

    URI graphql(ShopDomain shop) {
        return of(shop, "/admin/api/" + version + "/graphql.json");
    }

    /** An address within the shop; the path starts with a slash. */
    public URI of(ShopDomain shop, String path) {
        return URI.create(template.replace(SHOP, shop.value()) + path);
    }

    /** Whether this stands for a simulator on this machine, to which plain HTTP is spoken. */
    boolean isSimulator() {
        return template.startsWith("http:");
    }

    // Plain HTTP carries tokens in the open: never beyond this machine.
    static boolean isLoopback(URI uri) {
        return "127.0.0.1".equals(uri.getHost()) || "[::1]".equals(uri.getHost()) || "localhost".equals(uri.getHost());
    }
}
