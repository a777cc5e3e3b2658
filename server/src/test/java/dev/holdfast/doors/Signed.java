package dev.holdfast.doors;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.SigningShopify;
import dev.holdfast.shopify.inbox.SampleWebhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What Shopify signs for pages: session tokens, and queries of the app proxy and of the way back from an approval. */
final class Signed {
    static final String CLIENT_ID = "holdfast";
    static final String SECRET = SampleWebhook.SECRET;
    /** Rotated away, and its hour is over. */
    static final String OLD_SECRET = SampleWebhook.OLD_SECRET;

    private Signed() {}

    static Map<String, Object> claims(ShopDomain shop, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "https://" + shop + "/admin");
        claims.put("dest", "https://" + shop);
        claims.put("aud", CLIENT_ID);
        claims.put("sub", "42");
        claims.put("exp", now.getEpochSecond() + 60);
        claims.put("nbf", now.getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", "f8912129-1af6-4cad-9ca3-76b0f7621087");
        return claims;
    }

    static String token(ShopDomain shop, Instant now) {
        return token("HS256", claims(shop, now), "HmacSHA256", SECRET);
    }

    static String token(String named, Map<String, ?> claims, String algorithm, String secret) {
        var signed = unsigned(named, claims);
        var mac = SigningShopify.base64(algorithm, secret, signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + mac.replace('+', '-').replace('/', '_').replace("=", "");
    }

    static String unsigned(String named, Map<String, ?> claims) {
        return part(Map.of("alg", named, "typ", "JWT")) + "." + part(claims);
    }

    private static String part(Map<String, ?> json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }

    /** Parameters of a request that came through the app proxy, without their signature. */
    static Map<String, List<String>> proxied(ShopDomain shop, String variants, Instant now) {
        var query = new TreeMap<String, List<String>>();
        query.put("shop", List.of(shop.value()));
        query.put("path_prefix", List.of("/apps/holdfast"));
        query.put("logged_in_customer_id", List.of(""));
        query.put("timestamp", List.of(Long.toString(now.getEpochSecond())));
        query.put("variants", List.of(variants));
        return query;
    }

    static Map<String, List<String>> signedForProxy(Map<String, List<String>> query, String secret) {
        var text = new TreeMap<>(query)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                        .collect(Collectors.joining());
        return with(query, "signature", SigningShopify.hex(secret, text));
    }

    /** Parameters of the way back from an approval, without their signature. */
    static Map<String, List<String>> approved(ShopDomain shop, String state, Instant now) {
        var query = new TreeMap<String, List<String>>();
        query.put("code", List.of("0907a61c0c8d55e99db179b68161bc00"));
        query.put("host", List.of("YWRtaW4uc2hvcGlmeS5jb20"));
        query.put("shop", List.of(shop.value()));
        query.put("state", List.of(state));
        query.put("timestamp", List.of(Long.toString(now.getEpochSecond())));
        return query;
    }

    static Map<String, List<String>> signedForCallback(Map<String, List<String>> query, String secret) {
        return with(query, "hmac", SigningShopify.hex(secret, text(query)));
    }

    static Map<String, List<String>> with(Map<String, List<String>> query, String name, String... values) {
        var changed = new TreeMap<>(query);
        changed.put(name, List.of(values));
        return changed;
    }

    /** As it stands in an address. */
    static String text(Map<String, List<String>> query) {
        var pairs = new ArrayList<String>();
        query.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
