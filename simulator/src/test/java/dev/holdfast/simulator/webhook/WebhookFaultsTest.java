package dev.holdfast.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulator.auth.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each bad habit of webhooks, and that a seed repeats them. */
class WebhookFaultsTest {

    private static final int ALWAYS = 1000;
    private HookFixture hooks;

    @BeforeEach
    void open() throws IOException {
        hooks = new HookFixture();
        hooks.subscribe("products/create");
    }

    @AfterEach
    void close() {
        hooks.close();
    }

    @Test
    void a_webhook_is_resent_with_the_same_ids() throws InterruptedException {
        var got = sent(new WebhookFaults(ALWAYS, 0, 0, 0, 0, 0, 0, 0));
        assertThat(got).hasSize(2);
        assertThat(got.get(1).header("X-Shopify-Webhook-Id"))
                .isEqualTo(got.get(0).header("X-Shopify-Webhook-Id"));
        assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
    }

    @Test
    void the_same_event_comes_under_another_webhook_id() throws InterruptedException {
        var got = sent(new WebhookFaults(0, ALWAYS, 0, 0, 0, 0, 0, 0));
        assertThat(got).hasSize(2);
        assertThat(got.get(1).header("X-Shopify-Webhook-Id"))
                .isNotEqualTo(got.get(0).header("X-Shopify-Webhook-Id"));
        assertThat(got.get(1).header("X-Shopify-Event-Id")).isEqualTo(got.get(0).header("X-Shopify-Event-Id"));
    }

    @Test
    void the_same_body_comes_under_another_event_id() throws InterruptedException {
        var got = sent(new WebhookFaults(0, 0, ALWAYS, 0, 0, 0, 0, 0));
        assertThat(got).hasSize(2);
        assertThat(got.get(1).header("X-Shopify-Event-Id"))
                .isNotEqualTo(got.get(0).header("X-Shopify-Event-Id"));
        assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
    }

    @Test
    void a_webhook_comes_without_ids() throws InterruptedException {
        var got = sent(new WebhookFaults(0, 0, 0, ALWAYS, 0, 0, 0, 0)).getFirst();
        assertThat(got.header("X-Shopify-Webhook-Id")).isNull();
        assertThat(got.header("X-Shopify-Event-Id")).isNull();
        assertThat(got.header("X-Shopify-Topic")).isEqualTo("products/create");
    }

    @Test
    void webhooks_overtake_each_other_within_a_minute() throws InterruptedException {
        hooks.webhooks.faults(new WebhookFaults(0, 0, 0, 0, ALWAYS, 0, 0, 0), 3);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            made.add(hooks.product("No " + i).title());
        }
        hooks.settle();
        assertThat(hooks.receiver.got()).isEmpty();
        hooks.advance(Duration.ofMinutes(1));
        assertThat(hooks.receiver.got())
                .extracting(got -> got.json().path("title").asString())
                .hasSize(10)
                .containsExactlyInAnyOrderElementsOf(made)
                .isNotEqualTo(made);
    }

    @Test
    void a_webhook_comes_up_to_a_day_late() throws InterruptedException {
        hooks.webhooks.faults(new WebhookFaults(0, 0, 0, 0, 0, ALWAYS, 0, 0), 3);
        hooks.product("Train");
        hooks.advance(Duration.ofMinutes(1));
        assertThat(hooks.receiver.got()).isEmpty();
        hooks.advance(Duration.ofHours(24));
        assertThat(hooks.receiver.got()).hasSize(1);
        assertThat(hooks.webhooks.log().all().getFirst().triggeredAt()).isEqualTo(HookFixture.START);
    }

    @Test
    void a_webhook_never_comes_and_the_log_says_so() throws InterruptedException {
        assertThat(sent(new WebhookFaults(0, 0, 0, 0, 0, 0, ALWAYS, 0))).isEmpty();
        assertThat(hooks.webhooks.log().all()).extracting(Attempt::problem).containsExactly("dropped by a fault");
    }

    @Test
    void within_an_hour_of_a_rotation_a_webhook_is_signed_with_the_old_secret() throws InterruptedException {
        hooks.webhooks.faults(new WebhookFaults(0, 0, 0, 0, 0, 0, 0, ALWAYS), 3);
        hooks.product("Before");
        hooks.settle();
        hooks.webhooks.rotateSecret(hooks.app, "new");
        hooks.product("During");
        hooks.advance(Duration.ofHours(1));
        hooks.product("After");
        hooks.settle();
        assertThat(hooks.receiver.got()).extracting(WebhookFaultsTest::signer).containsExactly("hush", "hush", "new");
    }

    @Test
    void the_same_seed_gives_the_same_deliveries_and_another_one_does_not() throws IOException, InterruptedException {
        var first = run(11);
        assertThat(run(11)).isEqualTo(first);
        assertThat(run(12)).isNotEqualTo(first);
        assertThat(first).hasSizeGreaterThan(20);
    }

    @Test
    void a_rate_beyond_a_thousand_is_refused() {
        assertThatThrownBy(() -> WebhookFaults.all(1001)).hasMessageContaining("1001");
    }

    private List<Receiver.Got> sent(WebhookFaults faults) throws InterruptedException {
        hooks.webhooks.faults(faults, 3);
        hooks.product("Train");
        hooks.advance(Duration.ofDays(2));
        return hooks.receiver.got();
    }

    private static String signer(Receiver.Got got) {
        byte[] raw = got.body().getBytes(StandardCharsets.UTF_8);
        String signature = String.valueOf(got.header("X-Shopify-Hmac-Sha256"));
        return List.of("hush", "new").stream()
                .filter(secret -> Signatures.webhook(raw, secret).equals(signature))
                .findFirst()
                .orElse("nobody");
    }

    /** Everything but the address, whose port differs, in an order no thread decides. */
    private static List<String> run(long seed) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        try (var fixture = new HookFixture()) {
            fixture.webhooks.faults(WebhookFaults.all(300), seed);
            fixture.subscribe("products/create");
            fixture.subscribe("inventory_levels/update");
            for (int i = 0; i < 10; i++) {
                fixture.adjust(fixture.product("No " + i), 1);
                fixture.advance(Duration.ofMinutes(7));
            }
            fixture.advance(Duration.ofDays(2));
            for (Attempt each : fixture.webhooks.log().all()) {
                all.add(each.at() + " " + each.topic() + " " + each.webhookId() + " " + each.eventId() + " "
                        + each.faults() + " " + each.body().text());
            }
        }
        Collections.sort(all);
        return all;
    }
}
