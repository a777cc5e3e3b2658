package dev.holdfast.shopify.inbox;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tells an authentic webhook from anything else.
 *
 * <p>Shopify signs the body and not the headers (shopify.dev, "Verify webhook deliveries"): whoever can read one signed
 * body could send it again under another shop's name. Handlers therefore treat a webhook as news to act on, and read what
 * matters from Shopify itself.
 */
final class Authenticity {
    private static final int MAX_ID_LENGTH = 128;
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9_]+(/[a-z0-9_]+)*");
    private static final int MAX_TOPIC_LENGTH = 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Signatures signatures;

    Authenticity(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * The webhook, or empty when it is not authentic.
     *
     * @param headers all values of a header by its name, in any case
     */
    Optional<Delivery> check(Function<String, List<String>> headers, byte[] body) {
        var signature = single(headers, "X-Shopify-Hmac-Sha256");
        if (signature.isEmpty() || !signatures.isBase64Of(body, signature.get())) {
            return Optional.empty();
        }
        var shop = single(headers, "X-Shopify-Shop-Domain").flatMap(ShopDomain::parse);
        var topic = single(headers, "X-Shopify-Topic").filter(Authenticity::isTopic);
        if (shop.isEmpty()
                || topic.isEmpty()
                || headers.apply("X-Shopify-Webhook-Id").size() > 1) {
            return Optional.empty();
        }
        var triggered = single(headers, "X-Shopify-Triggered-At");
        var id = single(headers, "X-Shopify-Webhook-Id")
                .filter(Authenticity::isId)
                .orElseGet(() -> idFrom(headers, topic.get(), triggered.orElse(""), body));
        return Optional.of(new Delivery(
                shop.get(),
                id,
                topic.get(),
                single(headers, "X-Shopify-Event-Id").filter(Authenticity::isId),
                triggered.flatMap(Authenticity::instant),
                Body.of(body)));
    }

    // A header given twice could be read differently by the next program on the way: it counts as not given.
    private static Optional<String> single(Function<String, List<String>> headers, String name) {
        var values = headers.apply(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static boolean isTopic(String text) {
        return text.length() <= MAX_TOPIC_LENGTH && TOPIC.matcher(text).matches();
    }

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= MAX_ID_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static Optional<Instant> instant(String text) {
        try {
            // A year the database cannot hold would keep the webhook from being stored, and nobody signed this header.
            return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(Authenticity::isOfOurTime);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfOurTime(Instant time) {
        return time.isAfter(EARLIEST) && time.isBefore(LATEST);
    }

    private static String idFrom(Function<String, List<String>> headers, String topic, String triggered, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            // An unusable id still tells two deliveries apart.
            for (var part : List.of(topic, triggered, String.join("", headers.apply("X-Shopify-Webhook-Id")))) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
