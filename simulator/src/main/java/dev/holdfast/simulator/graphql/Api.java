package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Grant;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, of which shop; the root of every document.
 *
 * @param scopes as granted, with the read scopes that write scopes imply
 * @param session what the app keeps on this shop between requests
 * @param bulk set while a bulk operation runs
 */
record Api(
        String shopDomain,
        Shop shop,
        Grant grant,
        Set<String> scopes,
        ApiVersion version,
        AppSession session,
        @Nullable BulkRun bulk) {
    /** Older orders are only for apps with {@code read_all_orders}. */
    private static final Duration SEEN_ORDERS = Duration.ofDays(60);

    boolean seesProtectedData() {
        return grant.app().settings().protectedData();
    }

    App app() {
        return grant.app();
    }

    /** As the shop knows who calls. */
    Caller caller() {
        return new Caller(new Id.AppId(app().settings().id()), version);
    }

    Api forBulk(BulkRun run) {
        return new Api(shopDomain, shop, grant, scopes, version, session, run);
    }

    Instant now() {
        return shop.clock().now();
    }

    boolean sees(Order order) {
        return scopes.contains("read_all_orders")
                || order.placement().createdAt().isAfter(now().minus(SEEN_ORDERS));
    }

    /** Scopes govern which fulfillment orders an app is shown. Source: Shopify, FulfillmentOrder. */
    boolean sees(FulfillmentOrder of) {
        return reaches(of, "read_");
    }

    boolean mayChange(FulfillmentOrder of) {
        return reaches(of, "write_");
    }

    private boolean reaches(FulfillmentOrder of, String way) {
        var at = location(of.location());
        var managed = at != null && at.service() ? "third_party" : "merchant_managed";
        return scopes.contains(way + managed + "_fulfillment_orders")
                || scopes.contains(way + "marketplace_fulfillment_orders");
    }

    @Nullable
    Order order(Id id) {
        return shop.orders().all().find(id).orElse(null);
    }

    @Nullable
    Product product(Id id) {
        return shop.catalog().products().find(id).orElse(null);
    }

    @Nullable
    Variant variant(Id id) {
        return shop.catalog().variants().find(id).orElse(null);
    }

    @Nullable
    InventoryItem item(Id id) {
        return shop.catalog().items().find(id).orElse(null);
    }

    @Nullable
    Location location(@Nullable Id id) {
        return id == null ? null : shop.locations().all().find(id).orElse(null);
    }
}
