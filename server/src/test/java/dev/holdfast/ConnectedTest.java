package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.Doors;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.SigningShopify;
import dev.holdfast.shopify.ToyShopify;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program beside a simulated Shopify: installed, told of an uninstall, and installed again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConnectedTest {
    private static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");

    @TempDir
    private static Path folder;

    private static final ToyShopify shopify = new ToyShopify(SimulatorSettings.usual());
    private static ConfigurableApplicationContext server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        shopify.open(DOMAIN);
        var settings = Map.of(
                "http.port",
                "0",
                "operator.port",
                "0",
                "shopify.client-id",
                ToyShopify.CLIENT_ID,
                "shopify.client-secret",
                ToyShopify.SECRET,
                "shopify.address",
                shopify.address().template(),
                "shopify.shop",
                DOMAIN.value());
        server = Holdfast.start(SettingsSource.of(new Home(folder.resolve("home")), Map.of(), settings));
    }

    @AfterAll
    static void stop() {
        server.close();
        shopify.close();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for: " + what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private boolean hasAccess() {
        var shop = server.getBean(ShopRegistry.class).find(DOMAIN);
        return shop.isPresent() && server.getBean(ShopAccess.class).grant(shop.get()) instanceof ShopAccess.Given;
    }

    /** Goes on only when the shop was gone meanwhile. */
    private static Instant installedAt() {
        return server.getBean(Database.class)
                .global(sql -> sql.sql("select installed_at from shop where domain = :domain")
                        .param("domain", DOMAIN.value())
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
    }

    private int deliver(String topic, String body) throws IOException, InterruptedException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + server.getBean(Doors.class).port() + "/webhooks"))
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", DOMAIN.value())
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header(
                        "X-Shopify-Triggered-At",
                        server.getBean(InstantSource.class).instant().toString())
                .header("X-Shopify-Hmac-Sha256", SigningShopify.base64("HmacSHA256", ToyShopify.SECRET, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void an_own_shop_connects_by_itself_and_comes_back_after_an_uninstall() throws Exception {
        await("the shop connects", this::hasAccess);
        var before = installedAt();
        assertThat(deliver("app/uninstalled", "{\"id\":1}")).isEqualTo(200);
        // The simulated shop still has the app, so that the next round connects again, maybe before anybody has looked.
        await("the uninstall is heard of", () -> installedAt().isAfter(before));
        await("the shop connects again", this::hasAccess);
        assertThat(deliver("moons/full", "{}"))
                .as("an unknown topic is not refused")
                .isEqualTo(200);
    }

    @Test
    void the_health_page_tells_of_inbox_outbox_and_app() {
        await("the shop connects", this::hasAccess);
        assertThat(server.getBean(HealthReport.class).look()).containsKeys("inbox", "outbox", "shopify app");
    }
}
