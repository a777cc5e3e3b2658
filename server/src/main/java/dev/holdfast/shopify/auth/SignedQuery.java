package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.Signatures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether Shopify wrote the query of a request: of the way back from authorization, and of an app proxy. */
public final class SignedQuery {
    // As npm @shopify/shopify-api does; Shopify's pages name no window.
    private static final Duration WINDOW = Duration.ofSeconds(90);
    // The prefixes Shopify offers, and a subpath of the app's choice.
    private static final Pattern PATH_PREFIX = Pattern.compile("/(a|apps|community|tools)/[A-Za-z0-9_-]+");

    // Nobody need be logged in.
    private static final Pattern CUSTOMER = Pattern.compile("[0-9]*");

    private final Signatures signatures;
    private final InstantSource clock;

    public SignedQuery(Signatures signatures, InstantSource clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Authorization: sorted, URL-encoded {@code name=value} joined by {@code &}, without hmac and signature. */
    boolean isAuthorization(Map<String, List<String>> query) {
        var signature = single(query, "hmac");
        return signature.isPresent() && isFresh(query) && signatures.isHexOf(authorizationText(query), signature.get());
    }

    /**
     * App proxy: sorted {@code name=value}, several values joined by a comma, nothing between, without signature.
     *
     * <p>As nothing stands between, one signed text can be read as several queries: a buyer could have Shopify sign a value
     * that reads as another parameter, such as another customer's number. So no name and no value may hold an {@code =}, and
     * the parameters Shopify adds must look like what it adds; then there is one reading.
     */
    public boolean isAppProxy(Map<String, List<String>> query) {
        var signature = single(query, "signature");
        boolean oneReading = query.entrySet().stream()
                .noneMatch(entry -> entry.getKey().contains("=")
                        || entry.getValue().stream().anyMatch(value -> value.contains("=")));
        // Only one shop, path and customer may be named, or we and Shopify might mean different ones.
        boolean named = single(query, "shop").flatMap(ShopDomain::parse).isPresent()
                && single(query, "path_prefix")
                        .filter(text -> PATH_PREFIX.matcher(text).matches())
                        .isPresent();
        var customer = query.getOrDefault("logged_in_customer_id", List.of(""));
        return signature.isPresent()
                && oneReading
                && named
                && customer.size() == 1
                && CUSTOMER.matcher(customer.getFirst()).matches()
                && isFresh(query)
                && signatures.isHexOf(proxyText(query), signature.get());
    }

    private boolean isFresh(Map<String, List<String>> query) {
        return single(query, "timestamp")
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .filter(at -> Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0)
                .isPresent();
    }

    private static byte[] authorizationText(Map<String, List<String>> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("hmac")
                                && !entry.getKey().equals("signature"))
                        .flatMap(entry ->
                                entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] proxyText(Map<String, List<String>> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("signature"))
                        .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8);
    }

    // URLEncoder writes as the URLSearchParams of Shopify's library does: space as +, and * - . _ as they are.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> single(Map<String, List<String>> query, String name) {
        var values = query.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
