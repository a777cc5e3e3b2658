package dev.holdfast.shopify.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.secrets.TestSecrets;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.ToyShopify;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Http;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.simulator.SimulatorSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The simulated shop, and what keeps our tokens for it. */
abstract class ToyTokens {
    static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    final ToyShopify shopify = new ToyShopify(SimulatorSettings.usual());
    final Http http = new Http(Duration.ofSeconds(5));
    final TestDatabase database;
    final Shops shops;
    final List<ShopId> connected = new ArrayList<>();
    Installer installer;
    Tokens tokens;

    ToyTokens(TestDatabase database) {
        this.database = database;
        shops = new Shops(database.database(), clock);
        installer = installer(Path.of("unused"));
        tokens = tokens(Path.of("unused"));
    }

    Connections connections(Path keys) {
        return new Connections(database.database(), TestSecrets.in(keys), clock);
    }

    TokenCalls calls() {
        var app = new ShopifyApp(
                ToyShopify.CLIENT_ID,
                ClientSecrets.of(ToyShopify.SECRET),
                URI.create("http://127.0.0.1:9"),
                ShopifyApp.WANTED);
        return new TokenCalls(http, shopify.address(), app);
    }

    Installer installer(Path keys) {
        var announcement = new Installer.Announcement(new Announcements(new Wakes()), clock, List.of(connected::add));
        return new Installer(database.database(), shops, connections(keys), calls(), announcement);
    }

    Tokens tokens(Path keys) {
        return new Tokens(
                connections(keys), calls(), clock, time -> LockSupport.parkNanos(Math.min(20_000_000, time.toNanos())));
    }

    @BeforeEach
    void open() {
        database.superuser()
                .sql("truncate shopify_connection, shop_turn, turn_announcement, shop restart identity cascade")
                .update();
        shopify.open(DOMAIN);
        installer = installer(folder);
        tokens = tokens(folder);
    }

    @AfterEach
    void close() {
        http.close();
        shopify.close();
    }

    void forward(Duration by) {
        clock.forward(by);
        shopify.clock.advance(by);
    }

    String sessionToken() {
        var request = HttpRequest.newBuilder(shopify.address().of(DOMAIN, "/simulator/session-token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"client_id\":\"" + ToyShopify.CLIENT_ID + "\"}"))
                .build();
        return JsonMapper.shared()
                .readTree(http.send(request).body())
                .path("session_token")
                .asString();
    }

    ShopId connectByPage() {
        return installer.bySessionToken(new SessionToken(DOMAIN, Optional.of("1")), sessionToken());
    }

    Access access(ShopId shop) {
        assertThat(tokens.grant(shop)).isInstanceOf(ShopAccess.Given.class);
        return ((ShopAccess.Given) tokens.grant(shop)).access();
    }

    String withheld(ShopId shop) {
        assertThat(tokens.grant(shop)).isInstanceOf(ShopAccess.Withheld.class);
        return ((ShopAccess.Withheld) tokens.grant(shop)).reason();
    }

    boolean works(Access access) {
        return shopify.simulator
                .apps()
                .on(DOMAIN.value())
                .tokens()
                .find(access.token())
                .isPresent();
    }
}
