package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.auth.Shops;
import dev.holdfast.simulator.http.Routes;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.webhook.Subscriptions;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The Admin API of all shops: its engines by version, and what each app has going on each shop. */
public final class AdminApi implements AutoCloseable {
    /** Engines know no shop, so that all simulators of a program share them. */
    private static final Map<ApiVersion, Engine> ENGINES = new ConcurrentHashMap<>();

    private final Apps apps;
    private final Shops shops;
    private final Host host;
    private final Map<SessionKey, AppSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Subscriptions> subscriptions = new ConcurrentHashMap<>();
    private final List<Consumer<BulkFinished>> bulkListeners = new CopyOnWriteArrayList<>();
    private final BulkFiles files;

    private record SessionKey(String shopDomain, App app) {}

    /** What the API asks of the simulator around it. */
    public interface Host {
        /** The shop with this full domain. */
        Shop shop(String domain);

        /** The budget of an app on this shop. */
        PlanLimits limits(String domain);

        /** Where the simulator answers. */
        URI address();
    }

    public AdminApi(Apps apps, Shops shops, Host host) {
        this.apps = apps;
        this.shops = shops;
        this.host = host;
        this.files = new BulkFiles(host::address);
    }

    /** Mounts the API; {@code preloaded} is the version whose schema is read now rather than when it is first asked. */
    public void mount(Routes routes, ApiVersion preloaded) {
        engine(preloaded);
        routes.mount("POST", "/admin/api/{version}/graphql.json", new GraphQlEndpoint(this));
        files.mount(routes);
    }

    /** The plan of a shop has changed: the buckets of all its apps follow. */
    public void limitsChanged(String shopDomain) {
        sessions.forEach((key, session) -> {
            if (key.shopDomain().equals(shopDomain)) {
                session.throttle().limits(host.limits(shopDomain));
            }
        });
    }

    static Engine engine(ApiVersion version) {
        return ENGINES.computeIfAbsent(version, asked -> new Engine(asked, AllFields.table()));
    }

    AppSession session(String shopDomain, App app) {
        return sessions.computeIfAbsent(
                new SessionKey(shopDomain, app),
                key -> new AppSession(
                        new Throttle(shop(shopDomain).clock()::now, host.limits(shopDomain)),
                        new Idempotency(),
                        new BulkOperations(),
                        files,
                        subscriptions(shopDomain),
                        operation -> tell(key, operation)));
    }

    private void tell(SessionKey key, BulkOperation operation) {
        var finished = new BulkFinished(
                key.shopDomain(),
                key.app(),
                operation.gid(),
                operation.status().name().toLowerCase(Locale.ROOT),
                operation.isMutation() ? "mutation" : "query",
                operation.errorCode(),
                operation.createdAt(),
                Objects.requireNonNull(operation.completedAt()));
        bulkListeners.forEach(listener -> listener.accept(finished));
    }

    /** Calls {@code listener} whenever a bulk operation has ended, on that operation's thread. */
    public void onBulkFinished(Consumer<BulkFinished> listener) {
        bulkListeners.add(listener);
    }

    /** The webhook subscriptions of all apps on a shop. */
    public Subscriptions subscriptions(String shopDomain) {
        return subscriptions.computeIfAbsent(shopDomain, domain -> new Subscriptions());
    }

    @Override
    public void close() {
        files.close();
    }

    Shop shop(String domain) {
        return host.shop(domain);
    }

    Shops shops() {
        return shops;
    }

    Apps apps() {
        return apps;
    }
}
