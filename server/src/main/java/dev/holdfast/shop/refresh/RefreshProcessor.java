package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
            var rows = turns.within(turn, sql -> RefreshRows.due(sql, turn.shop(), clock.instant(), TOGETHER));
            if (rows.isEmpty()) {
                break;
            }
            var pause = settle(turn, given.access(), readAll(turn, given, rows));
            if (pause.isPositive()) {
                return clock.instant().plus(pause);
            }
        }
        return Instant.MIN;
    }

    /** Keeps what was read together; answers how long the shop is to be left alone. */
    private Duration settle(Turn turn, Access used, List<Kinds.Reading> readings) {
        var shop = turn.shop();
        var faults =
                readings.stream().flatMap(reading -> reading.fault().stream()).toList();
        var pause = outages.pause(shop, used, readings.size(), faults);
        var unanswered = new ArrayList<RefreshRow>();
        for (var reading : readings) {
            if (reading.fault().filter(fault -> isOfShop(fault, pause)).isPresent()) {
                unanswered.add(reading.row());
            } else {
                keep(turn, reading);
            }
        }
        if (!unanswered.isEmpty()) {
            var now = clock.instant();
            turns.in(turn, sql -> RefreshRows.unanswered(sql, shop, unanswered, now));
        }
        return pause;
    }

    /** Whether the shop is to blame for it, and not the one thing that was to be read. */
    private static boolean isOfShop(ShopifyFault fault, Duration pause) {
        return switch (fault.kind()) {
            case THROTTLED, UNREACHABLE, BUSY, TOKEN_DEAD, SHOP_UNAVAILABLE -> true;
            // Among answers it may be that Shopify always breaks on this one.
            case BROKEN, LOST -> pause.isPositive();
            case PARTIAL, ACCESS_DENIED, REFUSED -> false;
        };
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
