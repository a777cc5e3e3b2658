package dev.holdfast.simulator;

import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.auth.AuthRoutes;
import dev.holdfast.simulator.auth.Shops;
import dev.holdfast.simulator.control.Clocks;
import dev.holdfast.simulator.control.ControlRoutes;
import dev.holdfast.simulator.control.Controlled;
import dev.holdfast.simulator.graphql.AdminApi;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.http.Faults;
import dev.holdfast.simulator.http.HttpServer;
import dev.holdfast.simulator.http.Routes;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.webhook.WebhookSettings;
import dev.holdfast.simulator.webhook.Webhooks;
import dev.holdfast.simulator.window.ShopWindow;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Shopify with some shops in it: one HTTP server on the loopback address, any number of shops and apps.
 *
 * <p>A shop is addressed by its host name, by the header {@code X-Simulator-Shop}, or by a path that starts with
 * {@code /shops/NAME}; a request that names none is for the only shop there is. Other parts mount their own paths on
 * {@link #routes}.
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final Map<String, Shop> shops = new ConcurrentSkipListMap<>();
    private final Routes routes = new Routes();
    private final Faults faults;
    private final Apps apps;
    private final AdminApi admin;
    private final Webhooks webhooks;
    private final Clocks clocks;
    private final ShopWindow window;
    private final HttpServer server;

    private Simulator(SimulatorSettings settings) {
        this.settings = settings;
        this.faults = new Faults(settings.seed());
        this.apps = new Apps(domain -> shop(domain).clock()::now);
        var known = new Shops(shops::keySet);
        AuthRoutes.mount(routes, apps, known);
        this.admin = new AdminApi(apps, known, new Host());
        admin.mount(routes, settings.version());
        this.webhooks = new Webhooks(
                apps,
                admin::subscriptions,
                WebhookSettings.usual(settings.version(), settings.seed()).withAtOnce(settings.deliveriesAtOnce()));
        admin.onBulkFinished(done -> webhooks.announcements(shop(done.shopDomain()))
                .bulkOperationFinished(done.app(), done.gid(), done.type(), done.status(), done.errorCode()));
        this.clocks = new Clocks(webhooks, shops::values);
        ControlRoutes.mount(routes, new Controlled(apps, webhooks, faults, clocks, this::shops, this::open));
        this.window = new ShopWindow(known, this::shop, settings.seed());
        window.mount(routes);
        this.server = HttpServer.start(settings.port(), routes, faults);
    }

    public static Simulator start(SimulatorSettings settings) {
        return new Simulator(settings);
    }

    /** Opens a shop; throws {@link IllegalArgumentException} when its domain is taken. */
    public Shop open(ShopSettings wanted, Switches switches, SimulatedClock clock) {
        var shop = Shop.open(wanted, switches, clock);
        if (shops.putIfAbsent(wanted.domain(), shop) != null) {
            throw new IllegalArgumentException("There is a shop " + wanted.domain() + " already.");
        }
        webhooks.attach(shop);
        return shop;
    }

    /** The shop with this full domain; throws {@link IllegalArgumentException} when there is none. */
    public Shop shop(String domain) {
        return Optional.ofNullable(shops.get(domain))
                .orElseThrow(() -> new IllegalArgumentException("There is no shop " + domain));
    }

    public Map<String, Shop> shops() {
        return Map.copyOf(shops);
    }

    public Apps apps() {
        return apps;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Moves clocks that stand still, step by step with the webhooks that fall due. */
    public Clocks clocks() {
        return clocks;
    }

    /** What buyers see of the shops. */
    public ShopWindow window() {
        return window;
    }

    public Routes routes() {
        return routes;
    }

    public Faults faults() {
        return faults;
    }

    public HttpServer server() {
        return server;
    }

    /** Where it answers, such as {@code http://127.0.0.1:8090}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Where it answers for one shop, for clients that cannot set a header. */
    public URI address(String shopDomain) {
        return URI.create(address() + "/shops/" + shopDomain);
    }

    /** The Admin API of all shops, for those who deliver its webhooks. */
    public AdminApi admin() {
        return admin;
    }

    @Override
    public void close() {
        server.close();
        admin.close();
        clocks.close();
        webhooks.close();
    }

    private final class Host implements AdminApi.Host {
        @Override
        public Shop shop(String domain) {
            return Simulator.this.shop(domain);
        }

        @Override
        public PlanLimits limits(String domain) {
            return settings.limits().orElseGet(() -> limitsByPlan(domain));
        }

        private PlanLimits limitsByPlan(String domain) {
            var shop = shop(domain);
            return PlanLimits.of(shop.settings().plan(), shop.switches());
        }

        @Override
        public URI address() {
            return Simulator.this.address();
        }
    }
}
