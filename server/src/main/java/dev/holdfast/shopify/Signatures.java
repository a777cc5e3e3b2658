package dev.holdfast.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether Shopify signed something, with the current client secret or the one just rotated away. */
public final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private final ClientSecrets secrets;
    private final InstantSource clock;

    public Signatures(ClientSecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether this is the base64 signature of exactly these bytes, as webhooks carry it. */
    public boolean isBase64Of(byte[] signed, String signature) {
        return matches(signed, signature, mac -> Base64.getEncoder().encodeToString(mac));
    }

    /** Whether this is the lower-case hexadecimal signature of exactly these bytes, as queries carry it. */
    public boolean isHexOf(byte[] signed, String signature) {
        return matches(signed, signature, HexFormat.of()::formatHex);
    }

    // The written form is compared, not what it decodes to: several base64 texts decode to the same bytes.
    private boolean matches(byte[] signed, String signature, Function<byte[], String> form) {
        var given = signature.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (var secret : secrets.acceptedAt(clock.instant())) {
            var expected = form.apply(mac(secret, signed)).getBytes(StandardCharsets.US_ASCII);
            found |= MessageDigest.isEqual(expected, given);
        }
        return found;
    }

    private static byte[] mac(String secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
