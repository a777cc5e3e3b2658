package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.outbox.EffectSender.Ready;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.PassingTrouble;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works on one shop's outbox: marks what is sent, sends it, writes down what it came to. */
final class OutboxProcessor {
    private static final Logger log = LoggerFactory.getLogger(OutboxProcessor.class);
    private static final int TOGETHER = 20;
    // Then other shops have their turn.
    private static final Duration LONGEST = Duration.ofSeconds(2);
    // Consent is announced; this is only how often a look is wasted on the shop until then.
    private static final Duration WITHOUT_CONSENT = Duration.ofMinutes(15);

    private static final String NO_POINTS = "Shopify lets this shop do only so much at a time.";
    private static final String NO_CONSENT =
            "The merchant has not agreed to the first changes: holdfast changes lists them.";

    private final Turns turns;
    private final ShopAccess access;
    private final ShopifyClient client;
    private final Parts parts;

    /** What it works with; grouped because they belong together. */
    record Parts(EffectKinds kinds, EffectSender sender, Settlement settlement, Outages outages, InstantSource clock) {}

    OutboxProcessor(Turns turns, ShopAccess access, ShopifyClient client, Parts parts) {
        this.turns = turns;
        this.access = access;
        this.client = client;
        this.parts = parts;
    }

    /** Gives the shop that has waited longest its turn; false when there is none. */
    boolean step() {
        return turns.step(Duty.OUTBOX, this::work);
    }

    private void work(Turn turn) {
        switch (access.grant(turn.shop())) {
            case ShopAccess.Withheld withheld -> {
                log.info("The outbox of {} waits: {}", turn.shop(), withheld.reason());
                giveBack(
                        turn, new Rest(parts.clock().instant().plus(withheld.again()), Optional.of(withheld.reason())));
            }
            case ShopAccess.Given given -> giveBack(turn, send(turn, given));
        }
    }

    /** Until when the shop is left alone, and why if its rows do not say so. */
    private record Rest(Instant notBefore, Optional<String> why) {
        static Rest until(Instant notBefore) {
            return new Rest(notBefore, Optional.empty());
        }
    }

    /** Sends for about two seconds; answers before when there is nothing to be done for this shop. */
    private Rest send(Turn turn, ShopAccess.Given given) {
        var end = parts.clock().instant().plus(LONGEST);
        while (parts.clock().instant().isBefore(end)) {
            var claim = new Claim(turn, given);
            turns.in(turn, claim::mark);
            if (claim.ready.isEmpty()) {
                return claim.rest;
            }
            var outcomes = parts.sender().sendAll(given.access(), claim.ready);
            for (int i = 0; i < outcomes.size(); i++) {
                settle(turn, claim.ready.get(i).effect(), outcomes.get(i));
            }
            var pause = pause(turn.shop(), given.access(), outcomes);
            if (pause.isPositive()) {
                return Rest.until(parts.clock().instant().plus(pause));
            }
        }
        return Rest.until(Instant.MIN);
    }

    /** What can be sent now, chosen and marked in one transaction. */
    private final class Claim {
        private final Turn turn;
        private final ShopAccess.Given given;
        private final List<Ready> ready = new ArrayList<>();
        private Rest rest = Rest.until(Instant.MIN);

        Claim(Turn turn, ShopAccess.Given given) {
            this.turn = turn;
            this.given = given;
        }

        void mark(JdbcClient sql) {
            // The transaction may run a second time.
            ready.forEach(earlier -> client.giveUp(given.access(), earlier.points()));
            ready.clear();
            var now = parts.clock().instant();
            var allowed =
                    new OutboxRows.Allowed(given.mayChangeShop(), parts.kinds().harmless());
            for (var effect : OutboxRows.sendable(sql, turn.shop(), now, allowed, TOGETHER)) {
                if (!parts.kinds().knows(effect)) {
                    OutboxRows.setAside(
                            sql,
                            effect,
                            now,
                            "This version knows no " + effect.kind() + " by " + effect.document()
                                    + ": update Holdfast, then resend it.");
                    continue;
                }
                var document = Document.named(effect.document());
                var points = client.turn(given.access(), document);
                if (!points.isNow()) {
                    rest = new Rest(now.plus(points.delay()), Optional.of(NO_POINTS));
                    return;
                }
                if (OutboxRows.sending(sql, effect, now)) {
                    ready.add(new Ready(effect, document, points));
                }
            }
            if (!given.mayChangeShop()) {
                rest = new Rest(now.plus(WITHOUT_CONSENT), Optional.of(NO_CONSENT));
            }
        }
    }

    private void settle(Turn turn, Effect effect, Outcome outcome) {
        try {
            turns.in(turn, sql -> parts.settlement().settle(sql, effect, outcome));
        } catch (RuntimeException e) {
            if (PassingTrouble.isBehind(e)) {
                // It stays marked as being sent, and is repeated with its key.
                throw e;
            }
            log.error("Could not take note of {}", effect, e);
            turns.in(turn, sql -> parts.settlement().notNoted(sql, effect, e));
        }
        if (outcome instanceof Outcome.Failed failed) {
            log.info("{}: {}", effect, failed.fault().kind());
        }
    }

    /** How long to leave the shop alone after these. */
    private Duration pause(ShopId shop, Access used, List<Outcome> outcomes) {
        var faults = outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).fault())
                .toList();
        return parts.outages().pause(shop, used, outcomes.size(), faults);
    }

    private void giveBack(Turn turn, Rest rest) {
        turns.giveBack(turn, sql -> {
            rest.why().ifPresent(why -> OutboxRows.tell(sql, turn.shop(), why));
            var due = OutboxRows.nextDue(sql, turn.shop()).orElse(Instant.MAX);
            return due.isAfter(rest.notBefore()) ? due : rest.notBefore();
        });
    }
}
