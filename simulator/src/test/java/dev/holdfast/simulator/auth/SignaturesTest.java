package dev.holdfast.simulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    @Test
    void an_app_proxy_is_signed_as_in_the_documentation() {
        var parameters = Map.of(
                "extra", List.of("1", "2"),
                "shop", List.of("shop-name.myshopify.com"),
                "logged_in_customer_id", List.of("1"),
                "path_prefix", List.of("/apps/awesome_reviews"),
                "timestamp", List.of("1317327555"));
        assertThat(Signatures.proxy(parameters, "hush"))
                .isEqualTo("4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb");
    }

    @Test
    void a_query_is_signed_in_the_order_of_its_names() {
        // Computed with: printf 'code=0907&shop=a+b.myshopify.com&timestamp=1337178173' | openssl dgst -sha256 -hmac
        // hush
        assertThat(Signatures.query(
                        Map.of("timestamp", "1337178173", "shop", "a b.myshopify.com", "code", "0907"), "hush"))
                .isEqualTo("0e889313e488f8ff90b7ffe81833fd0fdd3950cd8950f3a686dc8fd3749bf04c");
    }

    @Test
    void a_webhook_is_signed_over_its_bytes() {
        // Computed with: printf '{"id":1}' | openssl dgst -sha256 -hmac hush -binary | base64
        assertThat(Signatures.webhook("{\"id\":1}".getBytes(StandardCharsets.UTF_8), "hush"))
                .isEqualTo("VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=");
    }
}
