package dev.holdfast.shopify.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.ClientSecrets.Previous;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.SigningShopify;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SessionTokensTest {
    private static final String SECRET = "shpss_0123456789abcdef0123456789abcdef";
    private static final String OLD_SECRET = "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";
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final long SEED = Long.getLong("holdfast.seed", 20261122);

    private static SessionTokens at(Instant now) {
        var secrets = new ClientSecrets(SECRET, Optional.of(new Previous(OLD_SECRET, NOW.plusSeconds(30))));
        var app = new ShopifyApp("our-id", secrets, URI.create("https://holdfast.example.com"), ShopifyApp.WANTED);
        return new SessionTokens(app, InstantSource.fixed(now));
    }

    private static Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "https://toy-shop.myshopify.com/admin");
        claims.put("dest", "https://toy-shop.myshopify.com");
        claims.put("aud", "our-id");
        claims.put("sub", "42");
        claims.put("exp", NOW.getEpochSecond() + 60);
        claims.put("nbf", NOW.getEpochSecond());
        claims.put("iat", NOW.getEpochSecond());
        claims.put("jti", "a-1");
        return claims;
    }

    private static String token(Map<String, ?> claims) {
        return token(Map.of("alg", "HS256", "typ", "JWT"), claims, "HmacSHA256", SECRET);
    }

    private static String token(Map<String, ?> header, Map<String, ?> claims, String algorithm, String secret) {
        var signed = part(header) + "." + part(claims);
        var mac = SigningShopify.base64(algorithm, secret, signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + mac.replace('+', '-').replace('/', '_').replace("=", "");
    }

    private static String part(Map<String, ?> json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }

    private static String with(String claim, Object value) {
        var claims = claims();
        claims.put(claim, value);
        return token(claims);
    }

    @Test
    void a_token_of_shopifys_proves_shop_and_user() {
        var session = at(NOW).read(token(claims())).orElseThrow();
        assertThat(session.shop().value()).isEqualTo("toy-shop.myshopify.com");
        assertThat(session.user()).contains("42");
    }

    @Test
    void a_token_without_a_user_proves_the_shop() {
        var claims = claims();
        claims.remove("sub");
        assertThat(at(NOW).read(token(claims)).orElseThrow().user()).isEmpty();
    }

    @Test
    void a_token_lives_for_its_minute_and_ten_seconds_of_skew() {
        var token = token(claims());
        assertThat(at(NOW.plusSeconds(69)).read(token)).isPresent();
        assertThat(at(NOW.plusSeconds(70)).read(token)).isEmpty();
        assertThat(at(NOW.minusSeconds(10)).read(token)).isPresent();
        assertThat(at(NOW.minusSeconds(11)).read(token)).isEmpty();
    }

    @Test
    void the_old_secret_counts_until_its_time() {
        var token = token(Map.of("alg", "HS256"), claims(), "HmacSHA256", OLD_SECRET);
        assertThat(at(NOW).read(token)).isPresent();
        assertThat(at(NOW.plusSeconds(30)).read(token)).isEmpty();
    }

    @Test
    void issuer_and_destination_must_be_one_shop() {
        var others = List.of(
                with("iss", "https://other.myshopify.com/admin"),
                with("dest", "https://other.myshopify.com"),
                with("iss", "https://toy-shop.myshopify.com"),
                with("iss", "http://toy-shop.myshopify.com/admin"),
                with("dest", "https://toy-shop.myshopify.com/"),
                with("dest", "https://user@toy-shop.myshopify.com"),
                with("dest", "https://toy-shop.myshopify.com:444"),
                with("dest", "https://toy-shop.myshopify.com.evil.example"),
                with("dest", "toy-shop.myshopify.com"),
                with("dest", " https://toy-shop.myshopify.com"));
        for (var token : others) {
            assertThat(at(NOW).read(token)).as(token).isEmpty();
        }
    }

    @Test
    void another_audience_is_somebody_elses() {
        assertThat(at(NOW).read(with("aud", "their-id"))).isEmpty();
        assertThat(at(NOW).read(with("aud", List.of("our-id", "their-id")))).isEmpty();
    }

    @Test
    void claims_that_are_missing_prove_nothing() {
        for (var claim : List.of("iss", "dest", "aud", "exp", "nbf")) {
            var claims = claims();
            claims.remove(claim);
            assertThat(at(NOW).read(token(claims))).as(claim).isEmpty();
        }
    }

    @Test
    void no_other_algorithm_is_taken() {
        assertThat(at(NOW).read(token(Map.of("alg", "HS512"), claims(), "HmacSHA512", SECRET)))
                .isEmpty();
        assertThat(at(NOW).read(token(Map.of("alg", "HS384"), claims(), "HmacSHA384", SECRET)))
                .isEmpty();
        assertThat(at(NOW).read(token(Map.of("alg", "HS512"), claims(), "HmacSHA256", SECRET)))
                .isEmpty();
        assertThat(at(NOW).read(part(Map.of("alg", "none")) + "." + part(claims()) + "."))
                .isEmpty();
        assertThat(at(NOW).read(token(Map.of("alg", "RS256"), claims(), "HmacSHA256", SECRET)))
                .isEmpty();
    }

    @Test
    void no_changed_token_is_accepted() {
        var random = new Random(SEED);
        var tokens = at(NOW);
        var genuine = token(claims());
        for (int i = 0; i < 10_000; i++) {
            var changed = changed(genuine, random);
            assertThat(tokens.read(changed))
                    .as("seed %d, token %d: %s", SEED, i, changed)
                    .isEmpty();
        }
        assertThat(tokens.read("x".repeat(1 << 20))).isEmpty();
    }

    private static String changed(String token, Random random) {
        int at = random.nextInt(token.length());
        return switch (random.nextInt(4)) {
            case 0 -> token.substring(0, at);
            case 1 -> token + (char) ('a' + random.nextInt(26));
            case 2 -> token.substring(0, at) + token.substring(at + 1);
            default -> token.substring(0, at) + other(token.charAt(at), random) + token.substring(at + 1);
        };
    }

    private static char other(char letter, Random random) {
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
        char other;
        do {
            other = letters.charAt(random.nextInt(letters.length()));
        } while (other == letter);
        return other;
    }
}
