package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.webhook.payload.Payloads;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The news of a shop that are no events of it: the app's own life, bulk operations, the shop, privacy requests. */
public final class Announcements {

    private final Webhooks webhooks;
    private final Shop shop;
    private final Apps apps;

    Announcements(Webhooks webhooks, Shop shop, Apps apps) {
        this.webhooks = webhooks;
        this.shop = shop;
        this.apps = apps;
    }

    /** app/uninstalled. */
    void appUninstalled(App app) {
        webhooks.announce(shop, app, WebhookTopics.APP_UNINSTALLED, shop(app));
    }

    /** shop/redact: 48 hours after the app left. */
    void shopRedact(App app) {
        webhooks.announce(shop, app, WebhookTopics.SHOP_REDACT, named());
    }

    /** app/scopes_update, after the merchant granted more or the app gave some back. */
    void scopesUpdated(App app, Collection<String> previous, Collection<String> current) {
        ObjectNode body =
                object().put("id", app.settings().id()).put("shop_id", shop.id().gid());
        previous.stream().sorted().forEach(body.putArray("previous")::add);
        current.stream().sorted().forEach(body.putArray("current")::add);
        body.put("updated_at", shop.clock().now().truncatedTo(ChronoUnit.MILLIS).toString());
        webhooks.announce(shop, app, "app/scopes_update", body);
    }

    /**
     * bulk_operations/finish.
     *
     * @param status such as {@code completed} or {@code failed}
     * @param type {@code query} or {@code mutation}
     */
    public void bulkOperationFinished(App app, String gid, String type, String status, @Nullable String errorCode) {
        String now = shop.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode body = object().put("admin_graphql_api_id", gid)
                .put("completed_at", now)
                .put("created_at", now)
                .put("error_code", errorCode)
                .put("status", status.toLowerCase(Locale.ROOT))
                .put("type", type.toLowerCase(Locale.ROOT));
        webhooks.announce(shop, app, "bulk_operations/finish", body);
    }

    /** shop/update, to every app. */
    public void shopUpdated() {
        apps.on(shop.settings().domain()).apps().forEach(app -> webhooks.announce(shop, app, "shop/update", shop(app)));
    }

    /** customers/data_request, to every app there is: also to those that left. */
    public void customerAsksForData(Customer customer) {
        Instant now = shop.clock().now();
        ObjectNode body = of(customer);
        orders(customer, body.putArray("orders_requested"));
        body.putObject("data_request").put("id", now.getEpochSecond());
        apps.all().forEach(app -> webhooks.announce(shop, app, "customers/data_request", body));
    }

    /** customers/redact, to every app there is: also to those that left. */
    public void customerIsRedacted(Customer customer) {
        ObjectNode body = of(customer);
        orders(customer, body.putArray("orders_to_redact"));
        apps.all().forEach(app -> webhooks.announce(shop, app, "customers/redact", body));
    }

    private void orders(Customer customer, ArrayNode all) {
        for (Order order : shop.customers().ordersOf(customer.id())) {
            all.add(order.id().number());
        }
    }

    private ObjectNode of(Customer customer) {
        ObjectNode body = named();
        body.putObject("customer")
                .put("id", customer.id().number())
                .put("email", customer.email())
                .put("phone", customer.phone());
        return body;
    }

    private ObjectNode named() {
        return object().put("shop_id", shop.id().number())
                .put("shop_domain", shop.settings().domain());
    }

    private ObjectNode shop(App app) {
        return new Payloads(shop, app.settings().id()).shop();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
