package dev.holdfast.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.auth.Signatures;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent over real HTTP, when, and what follows from the answer. */
class DeliveryTest {

    private HookFixture hooks;

    @BeforeEach
    void open() throws IOException {
        hooks = new HookFixture();
    }

    @AfterEach
    void close() {
        hooks.close();
    }

    @Test
    void a_webhook_carries_all_headers_and_a_signature_over_its_raw_bytes() throws InterruptedException {
        hooks.subscribe(hooks.wanted("products/create").named("catalog"));
        hooks.product("Träin");
        hooks.settle();
        var got = hooks.receiver.got().getFirst();
        assertThat(got.header("X-Shopify-Topic")).isEqualTo("products/create");
        assertThat(got.header("X-Shopify-Shop-Domain")).isEqualTo(HookFixture.DOMAIN);
        assertThat(got.header("X-Shopify-API-Version")).isEqualTo("2026-07");
        assertThat(got.header("X-Shopify-Name")).isEqualTo("catalog");
        assertThat(got.header("X-Shopify-Webhook-Id")).matches("[0-9a-f-]{36}");
        assertThat(got.header("X-Shopify-Event-Id")).matches("[0-9a-f-]{36}");
        assertThat(Instant.parse(String.valueOf(got.header("X-Shopify-Triggered-At"))))
                .isEqualTo(HookFixture.START);
        byte[] raw = got.body().getBytes(StandardCharsets.UTF_8);
        assertThat(got.header("X-Shopify-Hmac-Sha256")).isEqualTo(Signatures.webhook(raw, "hush"));
    }

    @Test
    void ids_in_a_body_are_numbers_beyond_what_a_double_holds() throws InterruptedException {
        hooks.subscribe("products/create");
        var product = hooks.product("Train");
        hooks.settle();
        var body = hooks.receiver.got().getFirst().json();
        assertThat(body.path("id").isIntegralNumber()).isTrue();
        assertThat(body.path("id").asLong()).isEqualTo(product.id().number()).isGreaterThan(1L << 53);
        assertThat(body.path("admin_graphql_api_id").asString())
                .isEqualTo("gid://shopify/Product/" + product.id().number());
    }

    @Test
    void two_subscriptions_of_a_topic_share_the_event_id_and_have_their_own_webhook_ids() throws InterruptedException {
        hooks.subscribe(Wanted.of("products/create", hooks.receiver.uri("/a")));
        hooks.subscribe(Wanted.of("products/create", hooks.receiver.uri("/b")));
        hooks.product("Train");
        hooks.settle();
        assertThat(hooks.receiver.got()).hasSize(2);
        assertThat(hooks.receiver.got())
                .extracting(got -> got.header("X-Shopify-Event-Id"))
                .containsOnly(hooks.receiver.got().getFirst().header("X-Shopify-Event-Id"));
        assertThat(hooks.receiver.got())
                .extracting(got -> got.header("X-Shopify-Webhook-Id"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eight_retries_in_four_hours_carry_the_first_body_to_the_first_address(boolean growing)
            throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.RETRY_GAPS_GROW, growing));
        hooks.receiver.answer(500);
        var train = hooks.product("Train");
        var subscription = hooks.subscribe("inventory_levels/update");
        hooks.adjust(train, 1);
        hooks.settle();
        hooks.made.change(hooks.subscription(
                subscription.id(), Wanted.of("inventory_levels/update", hooks.receiver.uri("/moved"))));
        hooks.advance(Duration.ofHours(5));
        List<Attempt> attempts = hooks.webhooks.log().all();
        assertThat(attempts).hasSize(9);
        assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(attempts.getLast().at()).isEqualTo(HookFixture.START.plus(Duration.ofHours(4)));
        List<Instant> expected = new ArrayList<>(List.of(HookFixture.START));
        (growing ? Retries.GROWING : Retries.EVEN)
                .forEach(gap -> expected.add(expected.getLast().plus(gap)));
        assertThat(attempts).extracting(Attempt::at).isEqualTo(expected);
        assertThat(attempts)
                .extracting(Attempt::webhookId)
                .containsOnly(attempts.getFirst().webhookId());
        assertThat(hooks.receiver.got())
                .extracting(Receiver.Got::body)
                .containsOnly(hooks.receiver.got().getFirst().body());
        assertThat(attempts).extracting(attempt -> attempt.uri().getPath()).containsOnly("/hooks");
    }

    @Test
    void a_subscription_made_by_the_api_is_dropped_after_the_last_retry() throws InterruptedException {
        hooks.receiver.answer(503);
        hooks.subscribe("products/create");
        hooks.product("Train");
        hooks.advance(Duration.ofMinutes(239));
        assertThat(hooks.made.all()).hasSize(1);
        hooks.advance(Duration.ofMinutes(1));
        assertThat(hooks.made.all()).isEmpty();
        hooks.product("Boat");
        hooks.settle();
        assertThat(hooks.receiver.got()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eight_failed_tries_in_a_row_drop_a_subscription_or_wait_for_a_last_retry(boolean atOnce)
            throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.EIGHT_FAILED_TRIES_DROP_A_SUBSCRIPTION, atOnce));
        hooks.receiver.answer(503);
        hooks.subscribe("products/create");
        for (int each = 0; each < 7; each++) {
            hooks.product("Train " + each);
        }
        hooks.settle();
        assertThat(hooks.made.all()).hasSize(1);
        hooks.product("Boat");
        hooks.settle();
        assertThat(hooks.made.all()).hasSize(atOnce ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_subscription_of_the_configuration_is_never_dropped(boolean atOnce) throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.EIGHT_FAILED_TRIES_DROP_A_SUBSCRIPTION, atOnce));
        hooks.receiver.answer(503);
        hooks.webhooks.subscriptions().configure(hooks.app, List.of(hooks.wanted("products/create")));
        hooks.product("Train");
        hooks.advance(Duration.ofHours(5));
        hooks.product("Boat");
        hooks.settle();
        assertThat(hooks.receiver.got()).hasSize(10);
    }

    @Test
    void a_success_in_between_keeps_the_subscription() throws InterruptedException {
        hooks.receiver.answer(503);
        hooks.subscribe("products/create");
        hooks.product("Train");
        hooks.advance(Duration.ofMinutes(100));
        hooks.receiver.answer(200);
        hooks.advance(Duration.ofHours(4));
        assertThat(hooks.webhooks.log().all()).extracting(Attempt::number).endsWith(8);
        assertThat(hooks.made.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401})
    void a_redirect_or_a_challenge_is_a_failure_and_is_not_followed(int status) throws InterruptedException {
        hooks.receiver.answer(status);
        hooks.subscribe("products/create");
        hooks.product("Train");
        hooks.advance(Duration.ofMinutes(1));
        assertThat(hooks.webhooks.log().all()).extracting(Attempt::status).containsExactly(status, status);
        assertThat(hooks.receiver.got()).hasSize(2);
    }

    @Test
    void an_answer_that_takes_too_long_is_a_failure() throws IOException, InterruptedException {
        try (var slow = new HookFixture(WebhookSettings.usual(ApiVersion.V2026_07, 1)
                .withTimes(Duration.ofMillis(500), Duration.ofMillis(300)))) {
            slow.receiver.stopAnswering();
            slow.subscribe("products/create");
            slow.product("Train");
            slow.settle();
            var attempt = slow.webhooks.log().all().getFirst();
            assertThat(attempt.delivered()).isFalse();
            assertThat(attempt.problem()).contains("no answer within");
            assertThat(slow.clock.nextDue()).contains(HookFixture.START.plus(Duration.ofMinutes(1)));
        }
    }

    @Test
    void a_delivery_too_many_to_wait_is_a_failed_try_and_comes_later() throws IOException, InterruptedException {
        try (var small = new HookFixture(
                WebhookSettings.usual(ApiVersion.V2026_07, 1).withAtOnce(1).withWaiting(1))) {
            small.receiver.stopAnswering();
            small.subscribe("products/create");
            for (int each = 0; each < 4; each++) {
                small.product("Train " + each);
            }
            var refused = small.webhooks.log().all();
            assertThat(refused).isNotEmpty();
            assertThat(refused).extracting(Attempt::problem).containsOnly("1 webhooks are waiting to be sent");
            assertThat(small.clock.nextDue()).contains(HookFixture.START.plus(Duration.ofMinutes(1)));
        }
    }

    @Test
    void a_retry_too_many_to_wait_for_its_time_is_given_up_and_told() throws IOException, InterruptedException {
        try (var small = new HookFixture(
                WebhookSettings.usual(ApiVersion.V2026_07, 1).withAtOnce(1).withLater(2))) {
            small.receiver.answer(500);
            small.subscribe("products/create");
            for (int each = 0; each < 3; each++) {
                small.product("Train " + each);
            }
            small.settle();
            assertThat(small.webhooks.later()).isEqualTo(2);
            assertThat(small.webhooks.log().all().getLast().problem())
                    .isEqualTo("given up: 2 webhooks wait for their time already");
            small.receiver.answer(200);
            small.advance(Duration.ofMinutes(1));
            assertThat(small.webhooks.later()).isZero();
            assertThat(small.receiver.got()).hasSize(5);
        }
    }

    @Test
    void a_receiver_that_is_not_there_is_a_failure_and_is_told() throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        hooks.subscribe(Wanted.of("products/create", URI.create("http://127.0.0.1:" + port + "/")));
        hooks.product("Train");
        hooks.settle();
        var attempt = hooks.webhooks.log().all().getFirst();
        assertThat(attempt.status()).isNull();
        assertThat(attempt.problem()).contains("ConnectException");
    }

    @Test
    void an_app_that_leaves_is_told_once_and_its_data_is_to_be_erased_48_hours_later() throws InterruptedException {
        hooks.webhooks
                .subscriptions()
                .configure(hooks.app, List.of(hooks.wanted("app/uninstalled"), hooks.wanted("shop/redact")));
        hooks.subscribe("products/create");
        hooks.apps.on(HookFixture.DOMAIN).uninstall(hooks.app);
        hooks.product("Train");
        hooks.advance(Duration.ofHours(47));
        assertThat(hooks.receiver.got())
                .extracting(got -> got.header("X-Shopify-Topic"))
                .containsExactly("app/uninstalled");
        hooks.advance(Duration.ofHours(1));
        var redact = hooks.receiver.got().getLast();
        assertThat(redact.header("X-Shopify-Topic")).isEqualTo("shop/redact");
        assertThat(redact.json().path("shop_domain").asString()).isEqualTo(HookFixture.DOMAIN);
    }
}
