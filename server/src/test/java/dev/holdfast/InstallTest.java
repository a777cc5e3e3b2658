package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.ToyShopify;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.simulator.FreePort;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.AppSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant's way in and out, over HTTP, between the whole program and the simulated Shopify. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InstallTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path home;

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static ToyShopify shopify;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        int port = FreePort.any();
        var url = URI.create("http://127.0.0.1:" + port + "/");
        var app = AppSettings.custom(ToyShopify.CLIENT_ID, ToyShopify.SECRET, url, ShopifyApp.WANTED.names())
                .asPublic();
        shopify = new ToyShopify(SimulatorSettings.usual(), app);
        server = RunningServer.start(
                DATABASE,
                home.resolve("home"),
                Map.of(
                        "http.port", Integer.toString(port),
                        "shopify.url", url.toString(),
                        "shopify.address", shopify.address().template()));
        agreeOnTime();
    }

    @AfterAll
    static void stop() {
        server.close();
        shopify.close();
        BROWSER.close();
    }

    /** Session tokens and signed addresses live for a minute, and an uninstall is compared with the install before. */
    private static void agreeOnTime() {
        var now = server.part(InstantSource.class).instant();
        shopify.clock.advance(Duration.between(shopify.clock.now(), now));
    }

    private static HttpResponse<String> get(URI uri, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(URI uri, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri).headers(headers).POST(HttpRequest.BodyPublishers.ofString(body));
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static ShopAccess.Grant grant(ShopDomain domain) {
        ShopId shop = server.part(ShopRegistry.class).find(domain).orElseThrow();
        return server.part(ShopAccess.class).grant(shop);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for: " + what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static String sessionToken(ShopDomain domain) throws Exception {
        agreeOnTime();
        var answer = post(
                shopify.address().of(domain, "/simulator/session-token"),
                "{\"client_id\":\"" + ToyShopify.CLIENT_ID + "\"}",
                "Content-Type",
                "application/json");
        return JsonMapper.shared().readTree(answer.body()).path("session_token").asString();
    }

    private static JsonNode openPage(ShopDomain domain) throws Exception {
        var answer = post(server.uri("/auth/session"), "", "Authorization", "Bearer " + sessionToken(domain));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void a_merchant_approves_in_shopify_and_comes_back_connected() throws Exception {
        var domain = new ShopDomain("by-code.myshopify.com");
        shopify.open(domain);
        agreeOnTime();
        var sent = get(server.uri("/auth?shop=" + domain));
        assertThat(sent.statusCode()).isEqualTo(302);
        var cookie = header(sent, "Set-Cookie").split(";", 2)[0];
        var approved = post(
                URI.create(header(sent, "Location")), "approve=1", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(302);
        var back = URI.create(header(approved, "Location"));

        assertThat(get(back).statusCode()).as("a browser that did not begin it").isEqualTo(403);
        assertThat(get(URI.create(back.toString().replace("by-code", "others")), "Cookie", cookie)
                        .statusCode())
                .as("another shop under the same signature")
                .isEqualTo(403);
        var done = get(back, "Cookie", cookie);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(get(URI.create(header(done, "Location"))).statusCode()).isEqualTo(200);
        assertThat(grant(domain)).isInstanceOf(ShopAccess.Given.class);
        var wrong = get(server.uri("/auth?shop=evil.example.com"), "Accept", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("write it as your-shop.myshopify.com");
    }

    @Test
    void the_page_in_the_admin_connects_its_shop_and_says_what_is_off() throws Exception {
        var domain = new ShopDomain("by-page.myshopify.com");
        shopify.open(domain);
        var page = get(server.uri("/?embedded=1&shop=" + domain));
        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo("frame-ancestors https://by-page.myshopify.com https://admin.shopify.com");
        assertThat(page.body()).contains("app-bridge.js", "content=\"holdfast\"");
        var home = get(server.uri("/"));
        assertThat(header(home, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(home.body()).contains("<form action=\"/auth\"").doesNotContain("app-bridge.js");

        assertThat(post(server.uri("/auth/session"), "", "Authorization", "Bearer a.b.c")
                        .statusCode())
                .isEqualTo(401);
        var told = openPage(domain);
        assertThat(told.path("shop").asString()).isEqualTo(domain.value());
        assertThat(told.path("off").valueStream().map(JsonNode::asString))
                .as("the toy shop grants no scopes that are optional")
                .anyMatch(sentence -> sentence.contains("Buyers cannot swap an item for another: grant Holdfast"));
        assertThat(grant(domain)).isInstanceOf(ShopAccess.Given.class);
        assertThat(server.get(server.operatorUri("/health")).body()).contains("by-page.myshopify.com lacks ");
    }

    @Test
    void an_uninstall_is_heard_of_and_a_reinstall_goes_on_under_the_same_number() throws Exception {
        var domain = new ShopDomain("comes-back.myshopify.com");
        shopify.open(domain);
        openPage(domain);
        var shops = server.part(ShopRegistry.class);
        var shop = shops.find(domain).orElseThrow();
        await(
                "Shopify is asked to tell of an uninstall",
                () -> DATABASE.superuser()
                        .sql("select count(*) from outbox where shop_id = ? and variables like '%APP_UNINSTALLED%'"
                                + " and state = 'done'")
                        .param(shop.value())
                        .query(Long.class)
                        .single()
                        .equals(1L));
        agreeOnTime();
        shopify.simulator.apps().on(domain.value()).uninstall(shopify.app);
        await("the uninstall is heard of", () -> !shops.installed().contains(shop));
        assertThat(grant(domain)).isInstanceOf(ShopAccess.Withheld.class);

        shopify.simulator.apps().on(domain.value()).install(shopify.app, ToyShopify.SCOPES);
        openPage(domain);
        assertThat(grant(domain)).isInstanceOf(ShopAccess.Given.class);
        assertThat(shops.find(domain)).contains(shop);
        assertThat(shops.installed()).contains(shop);
    }
}
