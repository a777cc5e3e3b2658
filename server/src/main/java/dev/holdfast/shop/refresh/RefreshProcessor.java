package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.PassingTrouble;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every shop with hints its turn: reads many things together, then keeps those of a kind in one transaction. */
final class RefreshProcessor {
    private static final Logger log = LoggerFactory.getLogger(RefreshProcessor.class);
    private static final int TOGETHER = 200;
    // Whatever the points are, which come back while it waits, and while it is not known whether the shop answers.
    private static final int TRIED = 20;
    // Then other shops have their turn.
    private static final Duration LONGEST = Duration.ofSeconds(2);
    // Much shorter than a turn.
    private static final Duration KEPT_EVERY = Duration.ofSeconds(5);

    // What can never be read or kept costs a few points so often.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Turns turns;
    private final ShopAccess access;
    private final Kinds kinds;
    private final Outages outages;
    private final InstantSource clock;

    RefreshProcessor(Turns turns, ShopAccess access, Kinds kinds, Outages outages, InstantSource clock) {
        this.turns = turns;
        this.access = access;
        this.kinds = kinds;
        this.outages = outages;
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
                var notBefore = read(turn, given);
                turns.giveBack(turn, sql -> {
                    var due = RefreshRows.next(sql, turn.shop()).orElse(Instant.MAX);
                    return due.isAfter(notBefore) ? due : notBefore;
                });
            }
        }
    }

    /** Reads for about two seconds; answers until when the shop is then left alone, unless more is announced. */
    private Instant read(Turn turn, ShopAccess.Given given) {
        var end = clock.instant().plus(LONGEST);
        while (clock.instant().isBefore(end)) {
            int most = outages.isSilent(turn.shop()) ? TRIED : TOGETHER;
            var due = turns.within(turn, sql -> RefreshRows.due(sql, turn.shop(), clock.instant(), most));
            if (due.isEmpty()) {
                break;
            }
            var rows = kinds.affordable(given.access(), due, TRIED);
            var pause = settle(turn, given.access(), readAll(turn, given, rows));
            if (pause.isPositive()) {
                return clock.instant().plus(pause);
            }
        }
        return Instant.MIN;
    }

    /** Keeps what was read together; answers how long the shop is to be left alone. */
    private Duration settle(Turn turn, Access used, List<Batch<?>> batches) {
        var faults = batches.stream()
                .flatMap(batch -> batch.readings().stream())
                .flatMap(reading -> reading.fault().stream())
                .toList();
        int sent = batches.stream().mapToInt(batch -> batch.readings().size()).sum();
        var pause = outages.pause(turn.shop(), used, sent, faults);
        batches.forEach(batch -> settle(turn, batch, pause));
        return pause;
    }

    private <T> void settle(Turn turn, Batch<T> batch, Duration pause) {
        Predicate<Batch.Reading<T>> isOfShop = reading ->
                reading.fault().filter(fault -> isOfShop(fault, pause)).isPresent();
        var unanswered = batch.only(isOfShop).rows();
        if (!unanswered.isEmpty()) {
            var now = clock.instant();
            turns.in(turn, sql -> RefreshRows.unanswered(sql, turn.shop(), unanswered, now));
        }
        batch.only(isOfShop.negate())
                .readings()
                .forEach(reading -> reading.found().problem().ifPresent(why -> failed(turn, reading.row(), why)));
        keep(turn, batch.only(reading -> reading.found().problem().isEmpty()));
    }

    /** Whether the shop is to blame for it, and not the one thing that was to be read. */
    private static boolean isOfShop(ShopifyFault fault, Duration pause) {
        // Among answers it may be that Shopify always breaks on this one.
        return fault.isOfShop() || (fault.mayHaveHappened() && pause.isPositive());
    }

    private List<Batch<?>> readAll(Turn turn, ShopAccess.Given given, List<RefreshRow> rows) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = CompletableFuture.supplyAsync(() -> kinds.read(given.access(), rows), threads);
            // A patient reader may wait for longer than a turn lasts.
            while (!isDone(reading)) {
                turns.in(turn, _ -> {});
            }
            return reading.join();
        }
    }

    private static boolean isDone(CompletableFuture<?> reading) {
        return reading.handle((_, _) -> true)
                .completeOnTimeout(false, KEPT_EVERY.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private <T> void keep(Turn turn, Batch<T> batch) {
        if (batch.readings().isEmpty()) {
            return;
        }
        var shop = turn.shop();
        try {
            turns.in(turn, sql -> {
                batch.keep(sql, shop);
                RefreshRows.done(sql, shop, batch.rows());
            });
        } catch (RuntimeException e) {
            if (PassingTrouble.isBehind(e)) {
                // All of them stay due.
                throw e;
            }
            if (batch.readings().size() > 1) {
                batch.halves().forEach(half -> keep(turn, half));
                return;
            }
            // The others go on; this one is shown with its reason and tried again, for it may be read whole next time.
            failed(turn, batch.rows().getFirst(), e);
        }
    }

    private void failed(Turn turn, RefreshRow row, RuntimeException why) {
        if (!(why instanceof ShopifyFault)) {
            log.error("{}: {} {} cannot be read or kept", turn.shop(), row.kind(), row.id(), why);
        }
        var due = clock.instant().plus(pause(row));
        turns.in(turn, sql -> RefreshRows.failed(sql, turn.shop(), row, text(why), due));
    }

    private static String text(RuntimeException why) {
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    /** How long to wait before it is tried again. */
    static Duration pause(RefreshRow row) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(row.attempts(), 12)));
    }
}
