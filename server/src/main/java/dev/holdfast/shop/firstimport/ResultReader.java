package dev.holdfast.shop.firstimport;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.BulkBranches;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** Reads the result of a bulk operation into our copy: so many things a transaction, each of which says how far it is. */
final class ResultReader {
    private static final int BATCH = 4000;
    // Reading and keeping take turns in being the slower one.
    private static final int BEHIND = 2;

    private final Turns turns;
    private final BulkQueries bulk;
    private final InstantSource clock;

    ResultReader(Turns turns, BulkQueries bulk, InstantSource clock) {
        this.turns = turns;
        this.bulk = bulk;
        this.clock = clock;
    }

    void read(Turn turn, Mirror<?> mirror, ImportRow row, URI result) {
        var lines = new BulkBranches(BATCH);
        try (var behind = new FewBehind(BEHIND)) {
            long read = bulk.read(result, row.linesDone(), (number, line) -> {
                if (lines.isFullBefore(line)) {
                    behind.hand(keeping(turn, mirror, row, new Batch(lines.take(), number - 1)));
                }
                lines.add(line);
            });
            behind.hand(keeping(turn, mirror, row, new Batch(lines.take(), read)));
            behind.await();
        }
    }

    /** Whole things, and the number of the line they end with. */
    private record Batch(List<Branch> branches, long lines) {}

    /** Reads a batch now; what is left to do is to keep it. */
    private <T> Runnable keeping(Turn turn, Mirror<T> mirror, ImportRow row, Batch batch) {
        var things = batch.branches().stream()
                .map(branch -> mirror.read(branch, row.asOf()))
                .toList();
        ShopId shop = turn.shop();
        return () -> turns.in(turn, sql -> {
            // Plans made while the tables were empty read them from end to end, which takes longer with each batch.
            sql.sql("discard plans").update();
            // What a crash of the database takes away again is read again: the line it was read to goes with it.
            sql.sql("set local synchronous_commit = off").update();
            mirror.write(sql, shop, things, clock.instant());
            ImportRows.read(sql, shop, row.name(), batch.lines());
        });
    }
}
