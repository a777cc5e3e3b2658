package dev.holdfast.simulator;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Product;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator with one shop and one app that may do everything, called over HTTP. */
public final class ShopFixture implements AutoCloseable {
    public static final String DOMAIN = "toys.myshopify.com";
    private static final String ALL = "write_products,write_purchase_options,write_orders,write_order_edits,"
            + "read_all_orders,read_customers,write_inventory,write_inventory_transfers,write_inventory_shipments,"
            + "write_inventory_shipments_received_items,write_merchant_managed_fulfillment_orders,write_fulfillments,"
            + "write_returns,write_payment_terms,write_payment_mandate,read_customer_payment_methods,write_locations,"
            + "write_shipping";
    public final SimulatedClock clock = SimulatedClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
    public final Simulator simulator;
    public final Shop shop;
    public final Caller caller;
    private final String token;

    public ShopFixture(SimulatorSettings settings) {
        this(settings, ALL);
    }

    /** An app with only these scopes. */
    public ShopFixture(SimulatorSettings settings, String scopes) {
        simulator = Simulator.start(settings);
        shop = simulator.open(ShopSettings.of(DOMAIN, 1), Switches.usual(), clock);
        caller = new Caller(simulator.address().toString());
        token = install("holdfast", scopes);
    }

    /** Registers and installs an app; gives its token. */
    public String install(String clientId, String scopes) {
        return install(AppSettings.custom(clientId, "hush", URI.create("http://127.0.0.1:9"), Scopes.parse(scopes)));
    }

    /** The same for an app that is not usual; its secret is {@code hush}. */
    public String install(AppSettings settings) {
        String clientId = settings.clientId();
        App app = simulator.apps().register(settings);
        simulator.apps().on(DOMAIN).install(app, app.settings().scopes());
        var session = post("/simulator/session-token", Map.of("client_id", clientId))
                .json()
                .path("session_token")
                .asString();
        // A token that never expires: tests move the clock by months.
        var answer = post(
                "/admin/oauth/access_token",
                Map.of(
                        "client_id", clientId,
                        "client_secret", "hush",
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token", session,
                        "subject_token_type", "urn:ietf:params:oauth:token-type:id_token"));
        return answer.json().path("access_token").asString();
    }

    public Location location() {
        return shop.locations().all().all().findFirst().orElseThrow();
    }

    /** A product with so many variants, each with ten units in stock. */
    public Product product(String title, int variants) {
        var stock = Map.of(location().id(), 10);
        var all = IntStream.range(0, variants)
                .mapToObj(i -> new NewVariant("No " + i, title + "-" + i, 1999 + i, InventoryPolicy.DENY, true, stock))
                .toArray(NewVariant[]::new);
        return shop.catalog().create(NewProduct.of(title, all));
    }

    /** A document from {@code operations.graphql}, cut out by its name. */
    public static String operation(String name) {
        try (var in = ShopFixture.class.getResourceAsStream("/shopify/operations.graphql")) {
            var all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var line : all.split("\n", -1)) {
                if (line.startsWith("query " + name + "(")
                        || line.startsWith("query " + name + " ")
                        || line.startsWith("mutation " + name + "(")) {
                    int at = all.indexOf(line);
                    int end = all.indexOf("\n}", at);
                    return line.endsWith("}") ? line : all.substring(at, end + 2);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("No operation " + name);
    }

    /** The whole answer. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        return ask(token, document, variables);
    }

    public JsonNode ask(String accessToken, String document, Map<String, ?> variables) {
        return post(
                        "/admin/api/2026-07/graphql.json",
                        Map.of("query", document, "variables", variables),
                        "X-Shopify-Access-Token",
                        accessToken)
                .json();
    }

    /** The data of an answer that has no errors. */
    public JsonNode data(String document, Map<String, ?> variables) {
        var answer = ask(document, variables);
        if (answer.has("errors")) {
            throw new AssertionError(answer.path("errors").toPrettyString());
        }
        return answer.path("data");
    }

    public Caller.Got post(String path, Object body, String... headers) {
        try {
            return caller.postJson(path, body, headers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Variables written as JSON. */
    public static Map<String, @Nullable Object> json(String text) {
        return JsonMapper.shared().readValue(text, new TypeReference<>() {});
    }

    /** Like {@code Map.of}, but values may be null. */
    public static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        var map = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    public static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
