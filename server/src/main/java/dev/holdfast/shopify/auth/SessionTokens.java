package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopifyApp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads the session tokens App Bridge sends: JWT, HS256 with the client secret, good for a minute.
 *
 * <p>npm @shopify/shopify-api checks signature, exp, nbf and aud; iss and dest must also name one and the same shop.
 */
public final class SessionTokens {
    // As npm @shopify/shopify-api 13.1.0 allows.
    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final int MAX_LENGTH = 4096;
    // 43 letters are the 32 bytes of HMAC-SHA256.
    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]{43})");

    private final ShopifyApp app;
    private final InstantSource clock;

    public SessionTokens(ShopifyApp app, InstantSource clock) {
        this.app = app;
        this.clock = clock;
    }

    /** Who it proves, or empty when it proves nobody. */
    public Optional<SessionToken> read(String token) {
        if (token.length() > MAX_LENGTH || !isWrittenAsSigned(token)) {
            return Optional.empty();
        }
        return app.secrets().acceptedAt(clock.instant()).stream()
                .flatMap(secret -> signed(token, secret).stream())
                .findFirst()
                .filter(this::isForUsNow)
                .flatMap(SessionTokens::session);
    }

    // Several texts decode to the same signature, of which a reader that is lenient takes all.
    private static boolean isWrittenAsSigned(String token) {
        var parts = PARTS.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        var signature = parts.group(1);
        var decoded = Base64.getUrlDecoder().decode(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(signature);
    }

    private static Optional<Jwt> signed(String token, String secret) {
        var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        var decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        // The decoder would judge times by the machine's clock: they are judged below, by ours.
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        try {
            return Optional.of(decoder.decode(token));
        } catch (JwtException e) {
            // Not a failure of anything: whoever sent it is not who they say.
            return Optional.empty();
        }
    }

    private boolean isForUsNow(Jwt token) {
        var now = clock.instant();
        Instant expires = token.getExpiresAt();
        Instant from = token.getNotBefore();
        return expires != null
                && from != null
                && now.isBefore(expires.plus(SKEW))
                && !now.isBefore(from.minus(SKEW))
                && List.of(app.clientId()).equals(token.getAudience());
    }

    private static Optional<SessionToken> session(Jwt token) {
        var issuer = host(token.getClaimAsString("iss"), "/admin");
        var destination = host(token.getClaimAsString("dest"), "");
        if (issuer.isEmpty() || !issuer.equals(destination)) {
            return Optional.empty();
        }
        return issuer.map(shop -> new SessionToken(shop, Optional.ofNullable(token.getSubject())));
    }

    private static Optional<ShopDomain> host(@Nullable String claim, String path) {
        if (claim == null) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(claim);
            boolean plain = "https".equals(uri.getScheme())
                    && Objects.equals(uri.getAuthority(), uri.getHost())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && path.equals(uri.getRawPath());
            return plain && uri.getHost() != null ? ShopDomain.parse(uri.getHost()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
