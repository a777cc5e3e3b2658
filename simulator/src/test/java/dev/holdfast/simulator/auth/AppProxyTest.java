package dev.holdfast.simulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.SettableClock;
import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Faults;
import dev.holdfast.simulator.http.HttpServer;
import dev.holdfast.simulator.http.Routes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppProxyTest {
    private static final String SHOP = "toys.myshopify.com";
    private static final URI APP_URL = URI.create("http://127.0.0.1:9");
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Apps apps = new Apps(domain -> clock);
    private final Routes routes = new Routes();
    private final HttpServer server = HttpServer.start(0, routes, new Faults(1));
    private final Caller caller = new Caller("http://127.0.0.1:" + server.port());

    AppProxyTest() {
        AuthRoutes.mount(routes, apps, new Shops(() -> Set.of(SHOP)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_storefront_request_reaches_the_app_signed_and_without_cookies() throws Exception {
        var atApp = new Routes()
                .mount(
                        "GET",
                        "/in/orders/7",
                        exchange -> Answer.text(
                                        200,
                                        exchange.rawQuery() + " "
                                                + exchange.headersWithoutCookies()
                                                        .containsKey("Cookie"))
                                .with("Set-Cookie", "a=b")
                                .with("X-App", "yes"));
        try (var appServer = HttpServer.start(0, atApp, new Faults(1))) {
            var proxy =
                    new ProxySettings("apps", "holdfast", URI.create("http://127.0.0.1:" + appServer.port() + "/in"));
            var app = apps.register(AppSettings.custom("app", "hush", APP_URL, Set.of("read_products"))
                    .withProxy(proxy));
            assertThat(caller.get("/apps/holdfast/orders/7").status()).isEqualTo(404);
            apps.on(SHOP).install(app, Set.of("read_products"));
            var got = caller.get("/apps/holdfast/orders/7?x=1&x=2", "Cookie", "c=d", "X-Simulator-Customer", "42");
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.headers()).containsEntry("x-app", "yes").doesNotContainKey("set-cookie");
            var query = got.body().substring(0, got.body().indexOf(' '));
            var signed = "logged_in_customer_id=42path_prefix=/apps/holdfastshop=" + SHOP + "timestamp="
                    + clock.instant().getEpochSecond() + "x=1,2";
            assertThat(query).contains("x=1&x=2").endsWith("&signature=" + hex(signed));
        }
    }

    private static String hex(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
