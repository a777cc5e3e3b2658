package dev.holdfast.shopify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.Signatures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthenticityTest {
    private final Authenticity authenticity =
            new Authenticity(new Signatures(ClientSecrets.of(SampleWebhook.SECRET), InstantSource.system()));

    private Delivery read(SampleWebhook sample) {
        return authenticity.check(sample::header, sample.body()).orElseThrow();
    }

    @Test
    void a_delivery_is_read_from_its_headers() {
        var delivery = read(SampleWebhook.of("orders/create", "{}").with("X-Shopify-Webhook-Id", "b-1"));
        assertThat(delivery.shop().value()).isEqualTo("toy-shop.myshopify.com");
        assertThat(delivery.topic()).isEqualTo("orders/create");
        assertThat(delivery.webhookId()).isEqualTo("b-1");
        assertThat(delivery.triggeredAt()).contains(Instant.parse("2026-07-01T12:00:00.123456789Z"));
        assertThat(delivery.eventId()).contains("98880550-7158-44d4-b7cd-2c97c8a091b5");
    }

    @Test
    void without_an_id_the_same_contents_get_the_same_id() {
        var first = SampleWebhook.of("orders/create", "{\"id\":1}").without("X-Shopify-Webhook-Id");
        var again = SampleWebhook.of("orders/create", "{\"id\":1}").without("X-Shopify-Webhook-Id");
        assertThat(read(first).webhookId())
                .startsWith("sha256:")
                .isEqualTo(read(again).webhookId());
    }

    @Test
    void without_an_id_another_topic_body_or_time_gets_another_id() {
        var sample = SampleWebhook.of("orders/create", "{\"id\":1}").without("X-Shopify-Webhook-Id");
        var others = new SampleWebhook[] {
            SampleWebhook.of("orders/updated", "{\"id\":1}").without("X-Shopify-Webhook-Id"),
            SampleWebhook.of("orders/create", "{\"id\":2}").without("X-Shopify-Webhook-Id"),
            sample.with("X-Shopify-Triggered-At", "2026-07-01T12:00:01Z"),
            sample.without("X-Shopify-Triggered-At")
        };
        for (var other : others) {
            assertThat(read(other).webhookId()).isNotEqualTo(read(sample).webhookId());
        }
    }

    @Test
    void an_id_that_would_not_fit_is_replaced_and_still_tells_deliveries_apart() {
        var sample = SampleWebhook.of("orders/create", "{}");
        var one = read(sample.with("X-Shopify-Webhook-Id", "x".repeat(3000) + "1"));
        var two = read(sample.with("X-Shopify-Webhook-Id", "x".repeat(3000) + "2"));
        assertThat(one.webhookId()).hasSizeLessThan(100).isNotEqualTo(two.webhookId());
    }

    @Test
    void a_time_that_cannot_be_read_or_stored_is_left_out() {
        for (var time : List.of("yesterday", "+999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "")) {
            assertThat(read(SampleWebhook.of("orders/create", "{}").with("X-Shopify-Triggered-At", time))
                            .triggeredAt())
                    .as(time)
                    .isEmpty();
        }
    }

    @Test
    void a_topic_nobody_knows_is_taken() {
        assertThat(read(SampleWebhook.of("moons/full_2", "{}")).topic()).isEqualTo("moons/full_2");
    }

    @Test
    void the_signed_bytes_come_back_exactly() {
        for (var bytes : new byte[][] {
            "{\"note\":\"Grüße \uFFFD\"}".getBytes(StandardCharsets.UTF_8),
            {'a', 0, 'b'},
            {(byte) 0xC3, (byte) 0x28},
            {}
        }) {
            var sample = SampleWebhook.of("orders/create", bytes, UUID.randomUUID());
            var body = read(sample).body();
            assertThat(body.bytes()).isEqualTo(bytes);
            assertThat(body.text()).doesNotContain("\0");
        }
    }
}
