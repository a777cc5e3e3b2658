package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.event.ShopEvent;
import dev.holdfast.simulator.webhook.WebhookSubscriptions.Owner;
import dev.holdfast.simulator.webhook.payload.Payloads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Listens to one shop and writes the bodies its apps want. */
final class ShopHooks {

    /** 48 hours, from the uninstallation to shop/redact. Source: Shopify, privacy law compliance. */
    private static final Duration REDACTED_AFTER = Duration.ofDays(2);

    private final Webhooks webhooks;
    private final Shop shop;
    private final Apps apps;
    private final Map<App, Payloads> payloads = new ConcurrentHashMap<>();
    private final Consumer<ShopEvent> listener = this::happened;

    ShopHooks(Webhooks webhooks, Shop shop, Apps apps) {
        this.webhooks = webhooks;
        this.shop = shop;
        this.apps = apps;
    }

    Shop shop() {
        return shop;
    }

    void listen() {
        shop.events().subscribe(listener);
        apps.on(domain()).onUninstall(this::uninstalled);
        apps.on(domain()).onRegrant(webhooks.announcements(shop)::scopesUpdated);
    }

    void close() {
        shop.events().unsubscribe(listener);
    }

    /** Runs while the shop is locked and must not throw: what goes wrong here is kept for {@link Webhooks#settle}. */
    private void happened(ShopEvent event) {
        try {
            String topic = event.topic().wire();
            for (App app : apps.on(domain()).apps()) {
                if (webhooks.wanted(shop, app, topic)) {
                    tell(app, topic, event);
                }
            }
        } catch (RuntimeException e) {
            webhooks.failed(e);
        }
    }

    private void tell(App app, String topic, ShopEvent event) {
        List<ObjectNode> bodies = payloads.computeIfAbsent(
                        app, each -> new Payloads(shop, each.settings().id()))
                .of(event);
        boolean hides = shop.switches().isOn(Switch.BODIES_HIDE_BUYERS_WITHOUT_APPROVAL)
                && !app.settings().protectedData();
        for (int at = 0; at < bodies.size(); at++) {
            long ordinal = event.sequence() * 1000 + at;
            ObjectNode body = hides ? HiddenBuyers.hide(topic, bodies.get(at)) : bodies.get(at);
            webhooks.tell(
                    shop, app, new Webhooks.News(topic, body, event.eventId().toString(), event.at(), ordinal));
        }
    }

    private void uninstalled(App app) {
        Announcements announcements = webhooks.announcements(shop);
        announcements.appUninstalled(app);
        webhooks.subscriptions().dropAll(new Owner(domain(), app));
        shop.clock().at(shop.clock().now().plus(REDACTED_AFTER), () -> {
            if (apps.on(domain()).scopes(app).isEmpty()) {
                announcements.shopRedact(app);
            }
        });
    }

    private String domain() {
        return shop.settings().domain();
    }
}
