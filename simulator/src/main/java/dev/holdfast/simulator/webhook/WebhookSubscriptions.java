package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to be told of what: subscriptions made by the Admin API on one shop, and those in an app's configuration,
 * which hold on every shop the app is on. Safe for many threads; lists are in the order of making.
 */
public final class WebhookSubscriptions {

    private final AtomicLong last = new AtomicLong();
    private final Function<String, Subscriptions> made;
    private final Map<App, List<WebhookSubscription>> configured = new ConcurrentHashMap<>();

    /** One app on one shop. */
    public record Owner(String shopDomain, App app) {}

    /** {@code made} gives those made by the API on the shop with this full domain. */
    WebhookSubscriptions(Function<String, Subscriptions> made) {
        this.made = made;
    }

    /**
     * What the app's configuration says from now on, on every shop: {@code [[webhooks.subscriptions]]} of
     * {@code shopify.app.toml}, its {@code compliance_topics} among them. Throws {@link IllegalArgumentException} for
     * what the Shopify CLI would not deploy.
     */
    public void configure(App app, List<Wanted> all) {
        List<WebhookSubscription> subscriptions = new ArrayList<>();
        for (Wanted wanted : all) {
            if (!WebhookTopics.known(wanted.topic())) {
                throw new IllegalArgumentException("The simulator raises no topic " + wanted.topic());
            }
            String problem = problem(wanted);
            if (problem != null) {
                throw new IllegalArgumentException(wanted.topic() + ": " + problem);
            }
            subscriptions.add(WebhookSubscription.configured(wanted, last.incrementAndGet()));
        }
        configured.put(app, List.copyOf(subscriptions));
    }

    /** Those of the configuration. */
    public List<WebhookSubscription> configured(App app) {
        return configured.getOrDefault(app, List.of());
    }

    /** All that want this topic of this shop, at an address the simulator delivers to. */
    List<WebhookSubscription> wanting(Owner owner, String topic) {
        List<WebhookSubscription> all = new ArrayList<>();
        for (WebhookSubscription each : configured(owner.app())) {
            if (each.topic().equals(topic)) {
                all.add(each);
            }
        }
        String name = WebhookTopics.name(topic);
        for (Subscription each : made.apply(owner.shopDomain()).all()) {
            if (each.app() == owner.app()
                    && each.topic().equals(name)
                    && each.uri().startsWith("http")) {
                all.add(WebhookSubscription.made(each, topic));
            }
        }
        return all;
    }

    void drop(Owner owner, WebhookSubscription subscription) {
        made.apply(owner.shopDomain()).remove(subscription.number());
    }

    /** What an app made on a shop goes with it. */
    void dropAll(Owner owner) {
        made.apply(owner.shopDomain()).removeAll(owner.app());
    }

    private static @Nullable String problem(Wanted wanted) {
        URI uri = wanted.uri();
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            return "Address is not one the simulator delivers to: give a URL with http or https, not " + uri;
        }
        if (wanted.name() != null && !wanted.name().matches("[A-Za-z0-9_-]{1,50}")) {
            return "Name can only contain letters, numbers, hyphens and underscores, at most 50";
        }
        return wanted.filter() == null ? null : PayloadFilter.problem(wanted.filter());
    }
}
