package dev.holdfast.platform.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.holdfast.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/** One key that seals, and the one before it, which still opens what it sealed. */
final class Keys {

    // https://developers.google.com/tink/wire-format: a version byte, then the number of the key.
    private static final int PREFIX = 5;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not start", e);
        }
    }

    private final KeysetHandle keys;
    private final Aead cipher;

    private Keys(KeysetHandle keys) {
        this.keys = keys;
        try {
            cipher = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("these keys seal nothing", e);
        }
    }

    static Keys first() {
        return built(KeysetHandle.newBuilder());
    }

    /** A new key seals; the one that sealed until now still opens, and those before it go. */
    Keys rotated() {
        return built(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(keys.getPrimary().getKey())
                        .withFixedId(keys.getPrimary().getId())));
    }

    private static Keys built(KeysetHandle.Builder builder) {
        try {
            return new Keys(
                    builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                    .withRandomId()
                                    .makePrimary())
                            .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    static Keys parse(String text, String place) {
        try {
            String json = new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            return new Keys(TinkJsonProtoKeysetFormat.parseKeyset(
                    json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal(place, "holds no keys that can be read; restore it from where you keep a copy of it", e);
        }
    }

    /** One line, secret. */
    String text() {
        try {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys cannot be written", e);
        }
    }

    byte[] seal(byte[] plain, byte[] place) {
        try {
            return cipher.encrypt(plain, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal", e);
        }
    }

    byte[] open(byte[] sealed, byte[] place) throws GeneralSecurityException {
        return cipher.decrypt(sealed, place);
    }

    /** Whether the key that seals now sealed it. */
    boolean sealedByCurrent(byte[] sealed) {
        int id = keys.getPrimary().getId();
        byte[] expected = {1, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id};
        return sealed.length > PREFIX && Arrays.equals(sealed, 0, PREFIX, expected, 0, PREFIX);
    }
}
