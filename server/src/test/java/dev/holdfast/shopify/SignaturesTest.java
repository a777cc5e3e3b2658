package dev.holdfast.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final Instant ROTATED = Instant.parse("2026-07-01T12:00:00Z");
    private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    private static final ClientSecrets TWO = new ClientSecrets(
            "new secret", Optional.of(new ClientSecrets.Previous("old secret", ROTATED.plusSeconds(3600))));

    private static boolean accepts(Instant now, String secret) {
        var signature = SigningShopify.base64("HmacSHA256", secret, BODY);
        return new Signatures(TWO, InstantSource.fixed(now)).isBase64Of(BODY, signature);
    }

    @Test
    void both_secrets_count_for_an_hour_after_a_rotation() {
        assertThat(accepts(ROTATED, "new secret")).isTrue();
        assertThat(accepts(ROTATED.plusSeconds(3599), "old secret")).isTrue();
    }

    @Test
    void the_old_secret_counts_no_more_after_its_hour() {
        assertThat(accepts(ROTATED.plusSeconds(3600), "old secret")).isFalse();
        assertThat(accepts(ROTATED.plusSeconds(3600), "new secret")).isTrue();
    }

    @Test
    void a_signature_written_differently_is_not_the_signature() {
        var signatures = new Signatures(ClientSecrets.of("secret"), InstantSource.system());
        var right = SigningShopify.base64("HmacSHA256", "secret", BODY);
        assertThat(signatures.isBase64Of(BODY, right)).isTrue();
        // The last character before = holds four bits only: these decode to the same bytes.
        char last = right.charAt(42);
        var decodesTheSame = right.substring(0, 42) + (char) (last + 1) + "=";
        assertThat(signatures.isBase64Of(BODY, decodesTheSame)).isFalse();
        assertThat(signatures.isBase64Of(BODY, right.substring(0, 43))).isFalse();
        assertThat(signatures.isBase64Of(BODY, " " + right)).isFalse();
        assertThat(signatures.isBase64Of(BODY, "")).isFalse();
    }

    @Test
    void secrets_do_not_show_in_text() {
        assertThat(TWO.toString() + TWO.previous()).doesNotContain("secret");
    }

    @Test
    void an_empty_secret_is_refused() {
        assertThatThrownBy(() -> ClientSecrets.of(" ")).hasMessageContaining("client secret is empty");
    }
}
