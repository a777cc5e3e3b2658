package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.auth.Shops;
import dev.holdfast.simulator.http.Routes;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Shop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The Admin API of all shops: its engines by version, and what each app has going on each shop. */
public final class AdminApi {
    /** Engines know no shop, so that all simulators of a program share them. */
    private static final Map<ApiVersion, Engine> ENGINES = new ConcurrentHashMap<>();

    private final Apps apps;
    private final Shops shops;
    private final Function<String, Shop> shopByDomain;
    private final Function<String, PlanLimits> limitsByDomain;
    private final ConnectionPricing pricing;
    private final Map<SessionKey, AppSession> sessions = new ConcurrentHashMap<>();

    private record SessionKey(String shopDomain, App app) {}

    /** {@code limitsByDomain} gives the budget of an app on the shop with this domain, by the shop's plan. */
    public AdminApi(
            Apps apps,
            Shops shops,
            Function<String, Shop> shopByDomain,
            Function<String, PlanLimits> limitsByDomain,
            ConnectionPricing pricing) {
        this.apps = apps;
        this.shops = shops;
        this.shopByDomain = shopByDomain;
        this.limitsByDomain = limitsByDomain;
        this.pricing = pricing;
    }

    /** Mounts the API; {@code preloaded} is the version whose schema is read now rather than when it is first asked. */
    public void mount(Routes routes, ApiVersion preloaded) {
        engine(preloaded);
        routes.mount("POST", "/admin/api/{version}/graphql.json", new GraphQlEndpoint(this));
    }

    /** The plan of a shop has changed: the buckets of all its apps follow. */
    public void limitsChanged(String shopDomain) {
        sessions.forEach((key, session) -> {
            if (key.shopDomain().equals(shopDomain)) {
                session.throttle().limits(limitsByDomain.apply(shopDomain));
            }
        });
    }

    Engine engine(ApiVersion version) {
        return ENGINES.computeIfAbsent(version, asked -> new Engine(asked, AllFields.table()));
    }

    AppSession session(String shopDomain, App app) {
        return sessions.computeIfAbsent(
                new SessionKey(shopDomain, app),
                key -> new AppSession(
                        new Throttle(shop(shopDomain).clock()::now, limitsByDomain.apply(shopDomain)),
                        new Idempotency()));
    }

    Shop shop(String domain) {
        return shopByDomain.apply(domain);
    }

    Shops shops() {
        return shops;
    }

    Apps apps() {
        return apps;
    }

    ConnectionPricing pricing() {
        return pricing;
    }
}
