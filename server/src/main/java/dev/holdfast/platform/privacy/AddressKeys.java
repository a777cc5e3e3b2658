package dev.holdfast.platform.privacy;

import dev.holdfast.platform.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which an address or a telephone number of the forgotten is known again without being kept: each in a line
 * of their file, sealed with the key that seals tokens, so that nobody who has the file alone can try some.
 */
final class AddressKeys {
    private static final Pattern LINE = Pattern.compile("key ([0-9a-f]{8}) ([A-Za-z0-9+/]+=*)");
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrets secrets;

    AddressKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What is kept of one, and the number of the key that made it. */
    record Digest(String key, String hex) {
        static Digest parse(String text) {
            var words = text.split(":", -1);
            if (words.length != 2) {
                throw new IllegalArgumentException("not a digest");
            }
            return new Digest(words[0], words[1]);
        }

        String text() {
            return key + ":" + hex;
        }
    }

    static boolean isKey(String line) {
        return LINE.matcher(line).matches();
    }

    /** The line of a new key. */
    String newKey() {
        var id = HexFormat.of().formatHex(random(ID_BYTES));
        return line(id, Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    private String line(String id, String key) {
        return "key " + id + " " + Base64.getEncoder().encodeToString(secrets.seal(key, place(id)));
    }

    /** Which of these lines is the key for new digests: one that the present key of the machine sealed. */
    Optional<String> current(Collection<String> lines) {
        return lines.stream().filter(AddressKeys::isKey).filter(this::isCurrent).findFirst();
    }

    boolean isCurrent(String keyLine) {
        return secrets.isCurrent(sealed(keyLine));
    }

    /** The same key, sealed with the present key of the machine; throws {@code CannotOpen} when none at hand sealed it. */
    String sealedAgain(String keyLine) {
        return line(id(keyLine), secrets.open(sealed(keyLine), place(id(keyLine))));
    }

    static String id(String keyLine) {
        return part(keyLine, 1);
    }

    /** Throws {@code CannotOpen} when no key at hand sealed this one. */
    Digest digest(String keyLine, String contact) {
        var id = id(keyLine);
        try {
            var mac = Mac.getInstance(HMAC);
            var key = Base64.getDecoder().decode(secrets.open(sealed(keyLine), place(id)));
            mac.init(new SecretKeySpec(key, HMAC));
            var digest = mac.doFinal(Contacts.normalized(contact).getBytes(StandardCharsets.UTF_8));
            return new Digest(id, HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sealed(String keyLine) {
        return Base64.getDecoder().decode(part(keyLine, 2));
    }

    private static String part(String keyLine, int number) {
        var parts = LINE.matcher(keyLine);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a key");
        }
        return parts.group(number);
    }

    private static String place(String id) {
        return "address key " + id + " of the forgotten";
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
