package dev.holdfast.shop.firstimport;

import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a shop that is being imported its turn: asks Shopify for all parts at once, then reads them one after the other. */
final class ImportProcessor {
    private static final Logger log = LoggerFactory.getLogger(ImportProcessor.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Turns turns;
    private final ShopAccess access;
    private final BulkQueries bulk;
    private final Parts parts;

    /** What it works with; grouped because they belong together. */
    record Parts(Imports imports, Mirrors mirrors, ResultReader results, InstantSource clock) {}

    ImportProcessor(Turns turns, ShopAccess access, BulkQueries bulk, Parts parts) {
        this.turns = turns;
        this.access = access;
        this.bulk = bulk;
        this.parts = parts;
    }

    /** Whether anything was done. */
    boolean step() {
        return turns.step(Duty.IMPORT, this::work);
    }

    private void work(Turn turn) {
        switch (access.grant(turn.shop())) {
            case ShopAccess.Withheld withheld -> turns.giveBack(turn, now().plus(withheld.again()));
            case ShopAccess.Given given -> turns.giveBack(turn, work(turn, given.access()));
        }
    }

    /** When to look again. */
    private Instant work(Turn turn, Access right) {
        // Orders name variants: a part is read when those before it are here.
        boolean mayRead = true;
        for (var row : parts.imports().open(turn.shop())) {
            try {
                if (row.state() == ImportProgress.State.ASKED) {
                    ask(turn, right, row);
                    mayRead = false;
                } else if (mayRead) {
                    mayRead = read(turn, right, row);
                }
            } catch (ShopifyFault e) {
                log.warn("{}: the import of {} waits: {}", turn.shop(), row.name(), e.getMessage());
                if (e.kind() == ShopifyFault.Kind.TOKEN_DEAD) {
                    access.refused(turn.shop(), right);
                } else if (!e.canBeRepeated()) {
                    failed(turn, row, String.valueOf(e.getMessage()));
                }
                return now().plus(e.after().orElse(pause(row)));
            }
        }
        return parts.imports().open(turn.shop()).isEmpty() ? Instant.MAX : now().plus(LOOK_AGAIN);
    }

    private void ask(Turn turn, Access right, ImportRow row) {
        var mirror = parts.mirrors().named(row.name()).orElse(null);
        if (mirror == null) {
            turns.in(turn, sql -> ImportRows.done(sql, turn.shop(), row.name(), now()));
            return;
        }
        // Before Shopify begins: what it gathers is at least as new.
        var asOf = now();
        switch (bulk.start(right, mirror.all().text())) {
            case BulkQueries.Started started ->
                turns.in(turn, sql -> ImportRows.running(sql, turn.shop(), row.name(), started.id(), asOf));
            case BulkQueries.NotStarted no -> {
                log.warn("{}: Shopify does not gather {}: {}", turn.shop(), row.name(), no.errors());
                failed(turn, row, String.valueOf(no.errors()));
            }
        }
    }

    /** Whether this part is done. */
    private boolean read(Turn turn, Access right, ImportRow row) {
        return switch (bulk.look(right, row.operation())) {
            case BulkQueries.Running running -> {
                turns.in(turn, sql -> ImportRows.gathered(sql, turn.shop(), row.name(), running.objects()));
                yield false;
            }
            case BulkQueries.Failed failed -> {
                log.warn("{}: {} is gathered anew: {}", turn.shop(), row.name(), failed.reason());
                failed(turn, row, failed.reason());
                yield false;
            }
            case BulkQueries.Ready ready -> {
                turns.in(turn, sql -> ImportRows.gathered(sql, turn.shop(), row.name(), ready.objects()));
                var mirror = parts.mirrors().named(row.name()).orElseThrow();
                var begun = now();
                ready.result().ifPresent(result -> parts.results().read(turn, mirror, row, result));
                turns.in(turn, sql -> ImportRows.done(sql, turn.shop(), row.name(), now()));
                log.info(
                        "{}: imported {} ({} objects, kept in {} ms)",
                        turn.shop(),
                        row.name(),
                        ready.objects(),
                        Duration.between(begun, now()).toMillis());
                yield true;
            }
        };
    }

    private void failed(Turn turn, ImportRow row, String problem) {
        turns.in(turn, sql -> ImportRows.failed(sql, turn.shop(), row.name(), problem));
    }

    private static Duration pause(ImportRow row) {
        var pause = Duration.ofSeconds(5L << Math.min(row.attempts(), 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
