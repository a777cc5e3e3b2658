package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Has things read again, and lends a hand until they are, for there may be no other worker. */
final class Rereading {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private final Refreshes refreshes;
    private final Worker worker;
    private final InstantSource clock;

    Rereading(Database database, Refreshes refreshes, Worker worker, InstantSource clock) {
        this.database = database;
        this.refreshes = refreshes;
        this.worker = worker;
        this.clock = clock;
    }

    void ask(ShopId shop, Hint hint) {
        database.inShop(shop, sql -> {
            refreshes.mark(sql, shop, hint);
            return hint;
        });
    }

    /**
     * Returns when nothing that is due now waits to be read, or after a while with what could not be read. What comes due
     * meanwhile is not waited for: in a shop that trades something always does.
     */
    void settle(ShopId shop) throws InterruptedException {
        Instant begun = clock.instant();
        Instant limit = begun.plus(PATIENCE);
        while (clock.instant().isBefore(limit) && database.inShop(shop, sql -> refreshes.due(sql, shop, begun)) > 0) {
            if (!worker.work()) {
                Thread.sleep(PAUSE);
            }
        }
    }
}
