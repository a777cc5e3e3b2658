package dev.holdfast.shop.refresh;

import dev.holdfast.platform.database.Database;
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
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives every shop with hints its turn: reads side by side, then keeps what was read in one transaction. */
final class RefreshProcessor {
    private static final Logger log = LoggerFactory.getLogger(RefreshProcessor.class);
    private static final int TOGETHER = 20;
    // Then other shops have their turn.
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Database database;
    private final Turns turns;
    private final ShopAccess access;
    private final Kinds kinds;
    private final InstantSource clock;

    RefreshProcessor(Database database, Turns turns, ShopAccess access, Kinds kinds, InstantSource clock) {
        this.database = database;
        this.turns = turns;
        this.access = access;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Whether anything was done. */
    boolean step() {
        var turn = turns.next(Duty.REFRESH);
        turn.ifPresent(this::work);
        return turn.isPresent();
    }

    private void work(Turn turn) {
        switch (access.grant(turn.shop())) {
            case ShopAccess.Withheld withheld -> giveBack(turn, clock.instant().plus(withheld.again()));
            case ShopAccess.Given given -> {
                read(turn, given);
                giveBack(turn);
            }
        }
    }

    private void read(Turn turn, ShopAccess.Given given) {
        var end = clock.instant().plus(LONGEST);
        while (clock.instant().isBefore(end)) {
            var rows = inTurn(turn, sql -> {}, sql -> RefreshRows.due(sql, turn.shop(), clock.instant(), TOGETHER));
            if (rows.isEmpty()) {
                return;
            }
            boolean dead = false;
            for (var reading : readAll(given, rows)) {
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

    private List<Kinds.Reading> readAll(ShopAccess.Given given, List<RefreshRow> rows) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = rows.stream()
                    .map(row -> CompletableFuture.supplyAsync(() -> kinds.read(given.access(), row), threads))
                    .toList();
            return reading.stream().map(CompletableFuture::join).toList();
        }
    }

    private void keep(Turn turn, Kinds.Reading reading) {
        var row = reading.row();
        var shop = turn.shop();
        if (reading.problem().isPresent()) {
            failed(turn, row, reading.problem().get());
            return;
        }
        try {
            inTurn(turn, sql -> reading.keep().accept(sql, shop), sql -> {
                RefreshRows.done(sql, shop, List.of(row));
                return row;
            });
        } catch (IllegalArgumentException | DataIntegrityViolationException e) {
            // The others go on; this one is shown with its reason and tried again, for it may be read whole next time.
            log.error("{}: {} {} cannot be kept", shop, row.kind(), row.id(), e);
            failed(turn, row, e);
        }
    }

    private void failed(Turn turn, RefreshRow row, RuntimeException why) {
        var due = clock.instant().plus(pause(row));
        inTurn(turn, sql -> {}, sql -> {
            RefreshRows.failed(sql, turn.shop(), row, String.valueOf(why.getMessage()), due);
            return row;
        });
    }

    private static Duration pause(RefreshRow row) {
        return Duration.ofSeconds(Math.min(3600, 1L << Math.min(row.attempts(), 12)));
    }

    private <R> R inTurn(Turn turn, Consumer<JdbcClient> work, Function<JdbcClient, R> last) {
        return database.inShop(turn.shop(), sql -> {
            turns.keep(sql, turn);
            work.accept(sql);
            return last.apply(sql);
        });
    }

    private void giveBack(Turn turn) {
        // Kept before it looks: what is marked from here on announces itself after us, so that no mark is overlooked.
        inTurn(turn, sql -> {}, sql -> {
            turns.giveBack(sql, turn, RefreshRows.next(sql, turn.shop()).orElse(Instant.MAX));
            return turn;
        });
    }

    private void giveBack(Turn turn, Instant due) {
        database.global(sql -> {
            turns.giveBack(sql, turn, due);
            return turn;
        });
    }
}
