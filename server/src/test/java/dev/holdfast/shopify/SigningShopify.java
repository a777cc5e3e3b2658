package dev.holdfast.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Shopify does, written apart from the code under test. */
public final class SigningShopify {
    private SigningShopify() {}

    public static String base64(String algorithm, String secret, byte[] signed) {
        return Base64.getEncoder().encodeToString(mac(algorithm, secret, signed));
    }

    public static String hex(String secret, String signed) {
        return HexFormat.of().formatHex(mac("HmacSHA256", secret, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(String algorithm, String secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
