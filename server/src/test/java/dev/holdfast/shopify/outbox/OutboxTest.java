package dev.holdfast.shopify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.database.CommitUnknown;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.outbox.Effect.State;
import dev.holdfast.shopify.outbox.OutboxDesk.Open;
import dev.holdfast.simulator.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Effects on stock of the simulated shop: once each, in order, fair. */
class OutboxTest extends ToyOutbox {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    OutboxTest() {
        super(DATABASE);
    }

    @Test
    void an_effect_happens_once_and_its_kind_hears_of_it() {
        var key = decide("a", -3);
        outbox.run();
        assertThat(stock()).isEqualTo(97);
        assertThat(outbox.heard(shop)).containsExactly(key);
        assertThat(outbox.open(shop)).isEmpty();
        outbox.forward(Duration.ofDays(1));
        outbox.run();
        assertThat(stock()).isEqualTo(97);
    }

    @Test
    void a_decision_that_is_undone_sends_nothing() {
        assertThatThrownBy(() -> DATABASE.database().inShop(shop, sql -> {
                    outbox.outbox.put(
                            sql,
                            shop,
                            new NewEffect(
                                    UUID.randomUUID(),
                                    RunningOutbox.KIND,
                                    "a",
                                    ADJUST,
                                    change(DOMAIN, variant.item().gid(), -3),
                                    RunningOutbox.nothing()));
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
        outbox.run();
        assertThat(stock()).isEqualTo(100);
    }

    @Test
    void deciding_on_the_same_key_twice_is_one_effect() {
        var effect = new NewEffect(
                UUID.randomUUID(),
                RunningOutbox.KIND,
                "a",
                ADJUST,
                change(DOMAIN, variant.item().gid(), -3),
                RunningOutbox.nothing());
        for (int i = 0; i < 2; i++) {
            DATABASE.database().inShop(shop, sql -> {
                outbox.outbox.put(sql, shop, effect);
                return shop;
            });
        }
        outbox.run();
        assertThat(stock()).isEqualTo(97);
    }

    static List<Fault> faults() {
        return List.of(
                new Fault.Status(500),
                new Fault.Status(503),
                new Fault.Status(429),
                new Fault.Reset(false),
                new Fault.Reset(true),
                new Fault.Truncated(),
                new Fault.Slow(Duration.ofMillis(2500)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatever_becomes_of_an_answer_the_effect_happens_once(Fault fault) {
        var key = decide("a", -3);
        shopify.simulator.faults().once(fault);
        shopify.simulator.faults().once(fault);
        outbox.run();
        assertThat(outbox.heard(shop)).isEmpty();
        outbox.runFor(Duration.ofSeconds(10));
        assertThat(stock()).isEqualTo(97);
        assertThat(outbox.heard(shop)).containsExactly(key);
    }

    static List<RuntimeException> passingTroubles() {
        return List.of(
                new DataAccessResourceFailureException("planted"),
                new CannotAcquireLockException("planted"),
                new CannotCreateTransactionException("planted"),
                new CommitUnknown(new IllegalStateException("planted")));
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void a_database_that_goes_between_sending_and_taking_note_repeats_with_the_same_key(RuntimeException trouble) {
        var key = decide("a", -3);
        outbox.kind.failure = trouble;
        assertThatThrownBy(() -> outbox.processor.step()).isSameAs(trouble);
        assertThat(stock()).isEqualTo(97);
        assertThat(outbox.open(shop)).extracting(Open::state).containsExactly(State.SENDING);
        outbox.run();
        assertThat(outbox.heard(shop)).as("its turn is still somebody's").isEmpty();
        outbox.forward(Duration.ofSeconds(30));
        outbox.run();
        assertThat(outbox.heard(shop)).containsExactly(key);
        assertThat(stock()).isEqualTo(97);
    }

    static List<RuntimeException> faultsOfTheKind() {
        return List.of(new IllegalStateException("planted"), new DataIntegrityViolationException("planted"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheKind")
    void a_kind_that_cannot_take_note_is_set_aside_and_repeats_with_the_same_key(RuntimeException fault) {
        var key = decide("a", -3);
        outbox.kind.failure = fault;
        outbox.run();
        assertThat(outbox.open(shop)).singleElement().satisfies(open -> {
            assertThat(open.state()).isEqualTo(State.SET_ASIDE);
            assertThat(open.reason().orElseThrow()).contains("planted");
        });
        outbox.desk.resend(shop, outbox.open(shop).getFirst().id());
        outbox.run();
        assertThat(outbox.heard(shop)).containsExactly(key);
        assertThat(stock()).isEqualTo(97);
    }

    @Test
    void a_refused_effect_is_set_aside_with_its_reason_and_only_its_subject_waits() {
        outbox.decide(shop, "a", ADJUST, change(DOMAIN, "gid://shopify/InventoryItem/999", -3));
        decide("a", -5);
        decide("b", -7);
        outbox.run();
        assertThat(stock()).isEqualTo(93);
        assertThat(outbox.open(shop)).extracting(Open::state).containsExactly(State.SET_ASIDE, State.WAITING);
        assertThat(outbox.open(shop).getFirst().reason().orElseThrow()).startsWith("Shopify refused it: INVALID");
        assertThat(outbox.desk.backlog(shop).setAside()).isEqualTo(1);
        assertThat(outbox.desk.drop(shop, outbox.open(shop).getFirst().id())).isEqualTo(OutboxDesk.Answer.OK);
        outbox.run();
        assertThat(stock()).isEqualTo(88);
        assertThat(outbox.open(shop)).isEmpty();
    }

    @Test
    void a_refusal_the_kind_accepts_closes_the_effect() {
        outbox.kind.onRefusal = EffectKind.OnRefusal.ACCEPTED;
        outbox.decide(shop, "a", ADJUST, change(DOMAIN, "gid://shopify/InventoryItem/999", -3));
        outbox.run();
        assertThat(outbox.open(shop)).isEmpty();
    }

    @Test
    void effects_on_one_subject_keep_their_order_when_one_of_them_stumbles() {
        var first = decide("a", -1);
        var second = decide("a", -2);
        shopify.simulator.faults().once(new Fault.Status(503));
        outbox.runFor(Duration.ofSeconds(10));
        assertThat(outbox.heard(shop)).containsExactly(first, second);
    }

    @Test
    void no_more_is_asked_of_a_shop_than_it_has_points_for() {
        var keys = new ArrayList<UUID>();
        for (int i = 0; i < 150; i++) {
            keys.add(decide("subject " + i, -1));
        }
        outbox.run();
        int atOnce = outbox.heard(shop).size();
        assertThat(atOnce).as("1000 points, 10 for each").isBetween(80, 101);
        assertThat(outbox.heard(shop)).as("oldest first").containsExactlyInAnyOrderElementsOf(keys.subList(0, atOnce));
        for (int second = 0; second < 30 && !outbox.open(shop).isEmpty(); second++) {
            outbox.forward(Duration.ofSeconds(1));
            shopify.clock.advance(Duration.ofSeconds(1));
            outbox.run();
        }
        assertThat(outbox.heard(shop)).hasSize(150).doesNotHaveDuplicates();
        assertThat(stock()).isEqualTo(-50);
    }

    @Test
    void a_busy_shop_does_not_keep_another_from_its_turn() {
        var other = new ShopDomain("other.myshopify.com");
        var theirs = shopify.open(other);
        var second = outbox.install(shopify.access(other));
        for (int i = 0; i < 300; i++) {
            decide("subject " + i, -1);
        }
        outbox.decide(second, "a", ADJUST, change(other, theirs.item().gid(), -3));
        outbox.processor.step();
        outbox.processor.step();
        assertThat(outbox.heard(second)).hasSize(1);
        assertThat(outbox.open(shop)).isNotEmpty();
    }
}
