package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.webhook.WebhookSubscriptions.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends what happens on shops to the apps that want to know.
 *
 * <p>A body is written while the shop is locked, so that it is true for the moment of its event; it is sent afterwards,
 * on other threads. Retries and late deliveries are due work of the shop's clock.
 */
public final class Webhooks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ROTATION = Duration.ofHours(1);

    private final Apps apps;
    private final WebhookSettings settings;
    private final WebhookSubscriptions subscriptions;
    private final DeliveryLog log;
    private final Sender sender;
    private final Retries retries;
    private final Later later;
    private final Repeats announced = new Repeats();
    private final Debounce debounce = new Debounce();
    private final Map<String, ShopHooks> shops = new ConcurrentHashMap<>();
    private final Map<Owner, Instant> rotatedAt = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> impliedScopes = new ConcurrentHashMap<>();
    private final Map<String, PayloadFilter> filters = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();
    private final AtomicReference<@Nullable Written> last = new AtomicReference<>();
    private volatile WebhookFaults faults = WebhookFaults.NONE;
    private volatile long faultSeed;

    /** What is to be told: a body, when and by which event; the ordinal makes the lot of each body another one. */
    record News(String topic, ObjectNode body, String eventId, Instant at, long ordinal) {}

    /** A body and how it is sent. */
    private record Written(JsonNode body, Attempt.Body content) {}

    /** {@code made} gives the subscriptions made by the Admin API on the shop with this full domain. */
    public Webhooks(Apps apps, Function<String, Subscriptions> made, WebhookSettings settings) {
        this.subscriptions = new WebhookSubscriptions(made);
        this.apps = apps;
        this.settings = settings;
        this.faultSeed = settings.seed();
        this.log = new DeliveryLog(settings.logged());
        this.sender = new Sender(settings);
        this.later = new Later(settings.later());
        this.retries = new Retries(sender, subscriptions, log, later);
    }

    /** From now on this shop's events are told. */
    public void attach(Shop shop) {
        ShopHooks hooks = new ShopHooks(this, shop, apps);
        shops.put(shop.settings().domain(), hooks);
        hooks.listen();
    }

    public WebhookSubscriptions subscriptions() {
        return subscriptions;
    }

    public DeliveryLog log() {
        return log;
    }

    /** Deliveries that wait for their turn to be sent. */
    public int waiting() {
        return sender.waiting();
    }

    /** Retries and late deliveries that wait for their time. */
    public int later() {
        return later.waiting();
    }

    public WebhookFaults faults() {
        return faults;
    }

    /** From the next event on. */
    public void faults(WebhookFaults others, long seed) {
        faults = others;
        faultSeed = seed;
    }

    /** The app signs with a new secret; for an hour of each shop's clock some webhooks may come with the old one. */
    public void rotateSecret(App app, String newSecret) {
        app.rotateSecret(newSecret);
        shops.forEach((domain, hooks) ->
                rotatedAt.put(new Owner(domain, app), hooks.shop().clock().now()));
    }

    /** Tells an app on a shop something that is no event of the shop: see {@link Announcements} for the bodies. */
    void announce(Shop shop, App app, String topic, ObjectNode body) {
        Instant now = shop.clock().now();
        long what = Lot.seed(
                shop.id().number(), app.settings().id(), topic.hashCode(), body.hashCode(), now.toEpochMilli());
        // By what it says and not by how many came before: those come from several threads. Above the shop's own
        // events.
        long ordinal = Lot.seed(what, announced.before(what)) >>> 2 | 1L << 62;
        String eventId = new UUID(Lot.seed(settings.seed(), ordinal), ordinal | Long.MIN_VALUE).toString();
        tell(shop, app, new News(topic, body, eventId, now, ordinal));
    }

    /** The news of a shop that come from outside its events. */
    public Announcements announcements(Shop shop) {
        return new Announcements(this, shop, apps);
    }

    /**
     * Waits until everything that is due was sent and answered. Throws {@link IllegalStateException} when that takes
     * longer than given, or when a body could not be written.
     */
    public void settle(Duration atMost) throws InterruptedException {
        sender.settle(atMost);
        RuntimeException first = broken.get();
        if (first != null) {
            throw new IllegalStateException("A webhook's body could not be written", first);
        }
    }

    @Override
    public void close() {
        shops.values().forEach(ShopHooks::close);
        sender.close();
    }

    /** Whether somebody wants the topic, asked before a body is written. */
    boolean wanted(Shop shop, App app, String topic) {
        Owner owner = new Owner(shop.settings().domain(), app);
        return !subscriptions.wanting(owner, topic).isEmpty() && allowed(owner, topic);
    }

    void tell(Shop shop, App app, News news) {
        Owner owner = new Owner(shop.settings().domain(), app);
        if (!allowed(owner, news.topic())) {
            return;
        }
        for (WebhookSubscription each : subscriptions.wanting(owner, news.topic())) {
            if (lets(shop, each, news.body())) {
                tell(shop, owner, each, news);
            }
        }
    }

    void failed(RuntimeException problem) {
        LOG.log(System.Logger.Level.ERROR, "A webhook's body could not be written", problem);
        broken.compareAndSet(null, problem);
    }

    private void tell(Shop shop, Owner owner, WebhookSubscription to, News news) {
        JsonNode cut = IncludedFields.cut(news.body(), to.includeFields());
        Attempt.Body content = written(cut);
        boolean keepsBack = shop.switches().isOn(Switch.SAME_BODIES_ARE_KEPT_BACK);
        if (keepsBack && debounce.repeats(to, news.body(), content.bytes(), news.at())) {
            return;
        }
        long seed = Lot.seed(faultSeed, shop.id().number(), news.ordinal(), to.number());
        for (Lot.Sending each : new Lot(seed, faults, rotating(owner, news.at())).draw(news.eventId())) {
            Delivery delivery = new Delivery(
                    shop, owner, to, news.topic(), each.webhookId(), each.eventId(), news.at(), content, each.faults());
            if (each.dropped()) {
                log.notSent(delivery, "dropped by a fault");
            } else if (each.late().isZero()) {
                retries.deliver(delivery);
            } else if (!later.at(delivery, news.at().plus(each.late()), () -> retries.deliver(delivery))) {
                log.notSent(delivery, later.full());
            }
        }
    }

    /** One order is often told by several topics. */
    private Attempt.Body written(JsonNode body) {
        var before = last.get();
        if (before != null && before.body().equals(body)) {
            return before.content();
        }
        var content = new Attempt.Body(JSON.writeValueAsBytes(body));
        last.set(new Written(body, content));
        return content;
    }

    /** What a merchant did not grant is not told; an app that is gone is told that it is, and of privacy requests. */
    private boolean allowed(Owner owner, String topic) {
        if (topic.equals(WebhookTopics.APP_UNINSTALLED) || WebhookTopics.COMPLIANCE.contains(topic)) {
            return true;
        }
        Optional<Set<String>> granted = apps.on(owner.shopDomain()).scopes(owner.app());
        if (granted.isEmpty()) {
            return false;
        }
        return WebhookTopics.mayHave(topic, impliedScopes.computeIfAbsent(granted.get(), Scopes::withImplied));
    }

    private boolean lets(Shop shop, WebhookSubscription to, JsonNode body) {
        @Nullable String filter = to.filter();
        boolean strict = shop.switches().isOn(Switch.NEGATED_TERMS_NEED_THEIR_FIELD);
        return filter == null
                || filters.computeIfAbsent(filter, PayloadFilter::orNothing).lets(body, strict);
    }

    private boolean rotating(Owner owner, Instant now) {
        Instant rotated = rotatedAt.get(owner);
        return rotated != null && now.isBefore(rotated.plus(ROTATION));
    }
}
