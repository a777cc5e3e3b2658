package dev.holdfast.shopify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.outbox.Effect.State;
import dev.holdfast.shopify.outbox.OutboxDesk.Open;
import dev.holdfast.simulator.http.FaultRates;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Effects that have to wait: for consent, for a token, for Shopify, for a person. */
class WaitingEffectsTest extends ToyOutbox {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    WaitingEffectsTest() {
        super(DATABASE);
    }

    @Test
    void before_the_merchant_consents_nothing_of_the_shop_is_changed() {
        outbox.access.grants.put(shop, new ShopAccess.Given(shopify.access(DOMAIN), false));
        decide("a", -3);
        outbox.run();
        assertThat(stock()).isEqualTo(100);
        outbox.access.grants.put(shop, new ShopAccess.Given(shopify.access(DOMAIN), true));
        outbox.forward(Duration.ofMinutes(15));
        outbox.run();
        assertThat(stock()).isEqualTo(97);
    }

    @Test
    void what_changes_nothing_of_the_merchants_needs_no_consent() {
        outbox.kind.changesShop = false;
        outbox.access.grants.put(shop, new ShopAccess.Given(shopify.access(DOMAIN), false));
        decide("a", -3);
        outbox.run();
        assertThat(stock()).isEqualTo(97);
    }

    @Test
    void without_access_effects_wait_and_nothing_is_lost() {
        var given = outbox.access.grants.remove(shop);
        decide("a", -3);
        outbox.run();
        assertThat(outbox.open(shop)).extracting(Open::state).containsExactly(State.WAITING);
        outbox.access.grants.put(shop, Objects.requireNonNull(given));
        outbox.forward(Duration.ofMinutes(15));
        outbox.run();
        assertThat(stock()).isEqualTo(97);
    }

    @Test
    void a_dead_token_is_reported_and_the_effect_waits_for_another() {
        var dead = new Access(DOMAIN, "shpat_dead");
        outbox.access.grants.put(shop, new ShopAccess.Given(dead, true));
        decide("a", -3);
        outbox.run();
        assertThat(outbox.access.refused).containsExactly(shop);
        assertThat(outbox.open(shop)).extracting(Open::state).containsExactly(State.WAITING);
        outbox.access.grants.put(shop, new ShopAccess.Given(shopify.access(DOMAIN), true));
        outbox.runFor(Duration.ofSeconds(5));
        assertThat(stock()).isEqualTo(97);
    }

    @Test
    void half_an_hour_without_shopify_is_caught_up_within_ten_minutes() {
        var keys = new UUID[30];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = decide("subject " + i, -1);
        }
        shopify.simulator.faults().set(new FaultRates(0, 1000, 0, 0, 0, Duration.ZERO), 1);
        outbox.runFor(Duration.ofMinutes(30));
        assertThat(outbox.heard(shop)).isEmpty();
        assertThat(shopify.simulator.server().answered())
                .as("it is left alone, more and more")
                .isLessThan(1500);
        shopify.simulator.faults().set(FaultRates.NONE, 1);
        outbox.runFor(Duration.ofMinutes(10));
        assertThat(outbox.heard(shop)).containsExactlyInAnyOrder(keys);
        assertThat(stock()).isEqualTo(70);
    }

    @Test
    void a_day_of_failures_sets_an_effect_aside_with_the_last_reason() {
        decide("a", -3);
        shopify.simulator.faults().set(new FaultRates(0, 1000, 0, 0, 0, Duration.ZERO), 1);
        outbox.run();
        outbox.forward(Duration.ofHours(24));
        outbox.forward(Duration.ofSeconds(1));
        outbox.run();
        assertThat(outbox.open(shop)).singleElement().satisfies(open -> {
            assertThat(open.state()).isEqualTo(State.SET_ASIDE);
            assertThat(open.reason().orElseThrow())
                    .startsWith("Tried for a day.")
                    .contains("status 5");
        });
    }

    @Test
    void an_effect_of_another_version_is_set_aside() {
        decide("a", -3);
        DATABASE.superuser()
                .sql("update outbox set document = 'same-key/from-the-future'")
                .update();
        outbox.run();
        assertThat(outbox.open(shop))
                .singleElement()
                .satisfies(open -> assertThat(open.reason().orElseThrow()).contains("from-the-future"));
    }

    @Test
    void a_mistake_in_a_decision_fails_the_decision() {
        assertThatThrownBy(() -> outbox.decide(shop, "a", "read/app-installation", RunningOutbox.nothing()))
                .hasMessageContaining("changes nothing");
        assertThatThrownBy(() -> outbox.decide(shop, "a", "harmless/nothing", RunningOutbox.nothing()))
                .hasMessageContaining("no graphql/harmless/nothing.graphql");
        assertThatThrownBy(() ->
                        outbox.decide(shop, "a", ADJUST, RunningOutbox.nothing().put("key", "x")))
                .hasMessageContaining("without a key");
    }

    @Test
    void what_is_closed_or_elsewhere_cannot_be_sent_again() {
        decide("a", -3);
        var id = outbox.open(shop).getFirst().id();
        outbox.run();
        assertThat(outbox.desk.resend(shop, id)).isEqualTo(OutboxDesk.Answer.NOT_OPEN);
        assertThat(outbox.desk.drop(shop, UUID.randomUUID())).isEqualTo(OutboxDesk.Answer.NOT_OPEN);
    }
}
