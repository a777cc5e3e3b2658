package dev.holdfast.simulator.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens App Bridge hands to an embedded page: signed by the app's secret, good for a minute. */
public final class SessionTokens {
    static final Duration LIFE = Duration.ofMinutes(1);
    private static final int SHORTEST_KEY_BYTES = 32;

    private SessionTokens() {}

    /** A token for this staff member on this shop, as of the shop's clock. */
    public static String mint(App app, String shopDomain, long userId, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://" + shopDomain + "/admin")
                .claim("dest", "https://" + shopDomain)
                .audience(app.settings().clientId())
                .subject(Long.toString(userId))
                .expirationTime(Date.from(now.plus(LIFE)))
                .notBeforeTime(Date.from(now))
                .issueTime(Date.from(now))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new MACSigner(key(app.secret())));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a session token", e);
        }
        return token.serialize();
    }

    /** The staff member a token stands for; empty when the token is not good for this app and shop now. */
    static Optional<Long> verify(String token, App app, String shopDomain, Instant now) {
        try {
            var parsed = SignedJWT.parse(token);
            var claims = parsed.getJWTClaimsSet();
            boolean good = JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())
                    && (signedBy(parsed, app.secret()) || signedBy(parsed, app.oldSecret()))
                    && claims.getAudience().contains(app.settings().clientId())
                    && ("https://" + shopDomain).equals(claims.getStringClaim("dest"))
                    && isLive(claims, now);
            return good ? Optional.of(Long.valueOf(claims.getSubject())) : Optional.empty();
        } catch (ParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isLive(JWTClaimsSet claims, Instant now) {
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && claims.getNotBeforeTime() != null
                && !now.isBefore(claims.getNotBeforeTime().toInstant());
    }

    private static boolean signedBy(SignedJWT token, @Nullable String secret) {
        try {
            return secret != null && token.verify(new MACVerifier(key(secret)));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot check a session token", e);
        }
    }

    /** The library wants 256 bits; zeros at the end do not change an HMAC's result. */
    private static byte[] key(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        return bytes.length >= SHORTEST_KEY_BYTES ? bytes : Arrays.copyOf(bytes, SHORTEST_KEY_BYTES);
    }
}
