package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/** Gives every shop with hints its turn: reads side by side, then keeps what was read in one transaction. */
final class RefreshProcessor {
    private static final Logger log = LoggerFactory.getLogger(RefreshProcessor.class);
    private static final int TOGETHER = 20;
    // Then other shops have their turn.
    private static final Duration LONGEST = Duration.ofSeconds(2);
    // Much shorter than a turn.
    private static final Duration KEPT_EVERY = Duration.ofSeconds(5);

    // So long after Shopify is back our copy may lag; what can never be read costs a few points so often.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Turns turns;
    private final ShopAccess access;
    private final Kinds kinds;
    private final InstantSource clock;

    RefreshProcessor(Turns turns, ShopAccess access, Kinds kinds, InstantSource clock) {
        this.turns = turns;
        this.access = access;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Whether anything was done. */
    boolean step() {
        return turns.step(Duty.REFRESH, this::work);
    }

    private void work(Turn turn) {
        switch (access.grant(turn.shop())) {
            case ShopAccess.Withheld withheld -> {
                var now = clock.instant();
                turns.in(turn, sql -> RefreshRows.fold(sql, turn.shop(), now));
                turns.giveBack(turn, now.plus(withheld.again()));
            }
            case ShopAccess.Given given -> {
                read(turn, given);
                turns.giveBack(turn, sql -> RefreshRows.next(sql, turn.shop()).orElse(Instant.MAX));
            }
        }
    }

    private void read(Turn turn, ShopAccess.Given given) {
        var end = clock.instant().plus(LONGEST);
        while (clock.instant().isBefore(end)) {
            var rows = turns.within(turn, sql -> RefreshRows.due(sql, turn.shop(), clock.instant(), TOGETHER));
            if (rows.isEmpty()) {
                return;
            }
            boolean dead = false;
            for (var reading : readAll(turn, given, rows)) {
                keep(turn, reading);
                dead |= reading.fault()
                        .filter(fault -> fault.kind() == ShopifyFault.Kind.TOKEN_DEAD)
                        .isPresent();
            }
            if (dead) {
                access.refused(turn.shop(), given.access());
                return;
            }
        }
    }

    private List<Kinds.Reading> readAll(Turn turn, ShopAccess.Given given, List<RefreshRow> rows) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = rows.stream()
                    .map(row -> CompletableFuture.supplyAsync(() -> kinds.read(given.access(), row), threads))
                    .toList();
            // A patient reader may wait for longer than a turn lasts.
            var all = CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new));
            while (!isDone(all)) {
                turns.in(turn, _ -> {});
            }
            return reading.stream().map(CompletableFuture::join).toList();
        }
    }

    private static boolean isDone(CompletableFuture<Void> all) {
        return all.handle((_, _) -> true)
                .completeOnTimeout(false, KEPT_EVERY.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void keep(Turn turn, Kinds.Reading reading) {
        var row = reading.row();
        var shop = turn.shop();
        if (reading.problem().isPresent()) {
            failed(turn, row, reading.problem().get());
            return;
        }
        try {
            turns.in(turn, sql -> {
                reading.keep().accept(sql, shop);
                RefreshRows.done(sql, shop, List.of(row));
            });
        } catch (IllegalArgumentException | DataIntegrityViolationException e) {
            // The others go on; this one is shown with its reason and tried again, for it may be read whole next time.
            log.error("{}: {} {} cannot be kept", shop, row.kind(), row.id(), e);
            failed(turn, row, e);
        }
    }

    private void failed(Turn turn, RefreshRow row, RuntimeException why) {
        var due = clock.instant().plus(pause(row));
        turns.in(turn, sql -> RefreshRows.failed(sql, turn.shop(), row, String.valueOf(why.getMessage()), due));
    }

    /** How long to wait before it is tried again. */
    static Duration pause(RefreshRow row) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(row.attempts(), 12)));
    }
}
