package dev.holdfast.simulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.SettableClock;
import dev.holdfast.simulator.http.Faults;
import dev.holdfast.simulator.http.HttpServer;
import dev.holdfast.simulator.http.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InstallingTest {
    private static final String SHOP = "toys.myshopify.com";
    private static final URI APP_URL = URI.create("http://127.0.0.1:9");
    private static final Set<String> SCOPES = Set.of("write_orders", "read_products");
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Apps apps = new Apps(domain -> clock);
    private final Routes routes = new Routes();
    private final HttpServer server = HttpServer.start(0, routes, new Faults(1));
    private final Caller caller = new Caller("http://127.0.0.1:" + server.port());

    InstallingTest() {
        AuthRoutes.mount(routes, apps, new Shops(() -> Set.of(SHOP)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_merchant_who_approves_is_sent_back_with_a_signed_code_that_buys_a_token() throws IOException {
        custom();
        var page = caller.get(authorize("write_orders"));
        assertThat(page.body()).contains("<li>write_orders</li>").doesNotContain("read_products");
        var query = query(caller.postForm(authorize("write_orders"), "approve=1"));
        assertThat(query).containsEntry("shop", SHOP).containsEntry("state", "nonce 1");
        assertThat(query)
                .containsEntry("timestamp", Long.toString(clock.instant().getEpochSecond()));
        var hmac = query.remove("hmac");
        assertThat(Signatures.query(query, "hush")).isEqualTo(hmac);
        var token = token(Map.of("code", query.get("code")));
        assertThat(token.path("scope").asString()).isEqualTo("write_orders");
        assertThat(token.has("expires_in")).isFalse();
        assertThat(grant(token).orElseThrow().scopes()).containsExactly("write_orders");
    }

    @Test
    void a_code_is_good_once_and_for_ten_minutes() throws IOException {
        custom();
        var code = query(caller.postForm(authorize(""), "approve=1")).get("code");
        assertThat(token(Map.of("code", code)).has("access_token")).isTrue();
        assertThat(token(Map.of("code", code)).path("error").asString()).isEqualTo("invalid_request");
        var late = query(caller.postForm(authorize(""), "approve=1")).get("code");
        clock.advance(Duration.ofMinutes(10));
        assertThat(token(Map.of("code", late)).path("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void an_unknown_redirect_address_or_scope_is_refused() throws IOException {
        custom();
        assertThat(caller.get("/admin/oauth/authorize?client_id=app&redirect_uri=http://evil.example/")
                        .body())
                .contains("redirect_uri is not whitelisted");
        assertThat(caller.get(authorize("write_customers")).body()).contains("invalid_scope");
        assertThat(caller.get(authorize("read_orders")).status()).isEqualTo(200);
    }

    @Test
    void an_old_refresh_token_works_until_the_new_one_is_used() throws IOException {
        var app = custom();
        apps.on(SHOP).install(app, SCOPES);
        var first = exchange("offline", true);
        assertThat(first.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(first.path("refresh_token_expires_in").asInt()).isEqualTo(7_776_000);
        var second = refresh(first);
        var secondAgain = refresh(first);
        assertThat(secondAgain.path("refresh_token")).isNotEqualTo(second.path("refresh_token"));
        assertThat(refresh(second).has("access_token")).isTrue();
        assertThat(refresh(first).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void an_expiring_token_dies_after_an_hour_and_its_refresh_token_after_ninety_days() throws IOException {
        apps.on(SHOP).install(custom(), SCOPES);
        var token = exchange("offline", true);
        clock.advance(Duration.ofMinutes(59));
        assertThat(grant(token)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(grant(token)).isEmpty();
        clock.advance(Duration.ofDays(89));
        var renewed = refresh(token);
        assertThat(grant(renewed)).isPresent();
        clock.advance(Duration.ofDays(90));
        assertThat(refresh(renewed).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void a_session_token_buys_a_token_of_the_member_of_staff() throws IOException {
        custom();
        var online = exchange("online", false);
        assertThat(online.path("associated_user").path("id").asLong()).isEqualTo(1);
        assertThat(online.path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(grant(online).orElseThrow().userId()).contains(1L);
        clock.advance(Duration.ofDays(1));
        assertThat(grant(online)).isEmpty();
    }

    @Test
    void a_session_token_that_is_old_or_for_another_app_or_shop_buys_nothing() throws IOException {
        var app = custom();
        var other = apps.register(AppSettings.custom("other", "shush", APP_URL, SCOPES));
        var now = clock.instant();
        for (var bad : new String[] {
            SessionTokens.mint(other, SHOP, 1, now),
            SessionTokens.mint(app, "books.myshopify.com", 1, now),
            SessionTokens.mint(app, SHOP, 1, now.minus(Duration.ofMinutes(1))),
            SessionTokens.mint(app, SHOP, 1, now.plusSeconds(5)),
            SessionTokens.mint(app, SHOP, 1, now) + "x",
            "nonsense"
        }) {
            assertThat(exchange(bad, "offline", true).path("error").asString()).isEqualTo("invalid_subject_token");
        }
    }

    @Test
    void a_token_that_never_expires_is_exchanged_for_one_that_does_and_is_dead_then() throws IOException {
        custom();
        var permanent = exchange("offline", false);
        assertThat(exchange("offline", false).path("access_token")).isEqualTo(permanent.path("access_token"));
        clock.advance(Duration.ofDays(1000));
        assertThat(grant(permanent)).isPresent();
        var migrated = token(Map.of(
                "grant_type", TokenEndpoint.TOKEN_EXCHANGE,
                "subject_token", permanent.path("access_token").asString(),
                "subject_token_type", "urn:shopify:params:oauth:token-type:offline-access-token",
                "requested_token_type", "urn:shopify:params:oauth:token-type:offline-access-token",
                "expiring", "1"));
        assertThat(migrated.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(grant(permanent)).isEmpty();
        assertThat(grant(migrated)).isPresent();
    }

    @Test
    void client_credentials_are_for_shops_of_the_own_organization_on_which_the_app_is_installed() throws IOException {
        var app = custom();
        var asked = Map.of("grant_type", "client_credentials");
        assertThat(token(asked).path("error").asString()).isEqualTo("app_not_installed");
        apps.on(SHOP).install(app, SCOPES);
        var token = token(asked);
        assertThat(token.path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(grant(token).orElseThrow().scopes()).isEqualTo(SCOPES);
        assertThat(token.path("scope").asString()).isEqualTo("read_products,write_orders");
    }

    @Test
    void an_app_of_the_app_store_has_neither_client_credentials_nor_permanent_tokens() throws IOException {
        var app =
                apps.register(AppSettings.custom("app", "hush", APP_URL, SCOPES).asPublic());
        apps.on(SHOP).install(app, SCOPES);
        assertThat(token(Map.of("grant_type", "client_credentials"))
                        .path("error")
                        .asString())
                .isEqualTo("shop_not_permitted");
        assertThat(exchange("offline", false).path("error").asString()).isEqualTo("invalid_request");
        assertThat(exchange("offline", true).has("refresh_token")).isTrue();
    }

    @Test
    void an_uninstalled_app_has_no_token_left() throws IOException {
        var app = custom();
        var token = exchange("offline", true);
        assertThat(grant(token)).isPresent();
        apps.on(SHOP).uninstall(app);
        assertThat(grant(token)).isEmpty();
        assertThat(refresh(token).path("error").asString()).isEqualTo("invalid_grant");
        assertThat(apps.on(SHOP).scopes(app)).isEmpty();
    }

    @Test
    void both_secrets_are_accepted_until_the_old_one_is_revoked() throws IOException {
        var app = custom();
        apps.on(SHOP).install(app, SCOPES);
        app.rotateSecret("hush2");
        var asked = new HashMap<>(Map.of("grant_type", "client_credentials"));
        assertThat(token(asked).has("access_token")).isTrue();
        asked.put("client_secret", "hush2");
        assertThat(token(asked).has("access_token")).isTrue();
        app.revokeOldSecret();
        assertThat(token(asked).has("access_token")).isTrue();
        asked.put("client_secret", "hush");
        assertThat(token(asked).path("error").asString()).isEqualTo("invalid_client");
    }

    private App custom() {
        return apps.register(AppSettings.custom("app", "hush", APP_URL, SCOPES));
    }

    private static String authorize(String scopes) {
        return "/admin/oauth/authorize?client_id=app&scope=" + scopes + "&state=nonce+1&redirect_uri="
                + APP_URL.resolve("/auth/callback");
    }

    private static Map<String, String> query(Caller.Got redirect) {
        assertThat(redirect.status()).isEqualTo(302);
        var query = new HashMap<String, String>();
        for (var pair :
                URI.create(redirect.headers().get("location")).getRawQuery().split("&", -1)) {
            var sides = pair.split("=", 2);
            query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private JsonNode exchange(String kind, boolean expiring) throws IOException {
        var session = caller.postJson("/simulator/session-token", Map.of("client_id", "app"))
                .json()
                .path("session_token")
                .asString();
        return exchange(session, kind, expiring);
    }

    private JsonNode exchange(String session, String kind, boolean expiring) throws IOException {
        return token(Map.of(
                "grant_type",
                TokenEndpoint.TOKEN_EXCHANGE,
                "subject_token",
                session,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:id_token",
                "requested_token_type",
                "urn:shopify:params:oauth:token-type:" + kind + "-access-token",
                "expiring",
                expiring ? "1" : "0"));
    }

    private JsonNode refresh(JsonNode token) throws IOException {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                token.path("refresh_token").asString()));
    }

    private JsonNode token(Map<String, String> asked) throws IOException {
        var body = new HashMap<>(Map.of("client_id", "app", "client_secret", "hush"));
        body.putAll(asked);
        return caller.postJson("/admin/oauth/access_token", body).json();
    }

    private Optional<Grant> grant(JsonNode token) {
        return apps.on(SHOP).tokens().find(token.path("access_token").asString());
    }
}
