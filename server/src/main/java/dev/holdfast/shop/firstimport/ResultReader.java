package dev.holdfast.shop.firstimport;

import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.BulkBranches;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the result of a bulk operation into our copy: so many lines a transaction, each of which says how far it is. */
final class ResultReader {
    // In lines, for things differ in how many they come as; a quarter of it loads 6 % slower (docs/measured.md).
    private static final int BATCH = 40_000;
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

    <T> void read(Turn turn, Mirror<T> mirror, ImportRow row, URI result) {
        try (var behind = new FewBehind(BEHIND)) {
            var batch = new Filling<T>(
                    branch -> mirror.read(branch, row.asOf()), full -> behind.hand(keeping(turn, mirror, row, full)));
            batch.hand(bulk.read(result, row.linesDone(), batch::add));
            behind.await();
        }
    }

    /** Whole things, and the number of the line they end with. */
    private record Batch<T>(List<T> things, long lines) {}

    /** The batch that is being gathered. */
    private static final class Filling<T> {
        // Each thing is read when the next begins: the lines it came as weigh many times as much.
        private final BulkBranches open = new BulkBranches(1);
        private final Function<Branch, T> reading;
        private final Consumer<Batch<T>> full;
        private List<T> things = new ArrayList<>();
        private int lines;

        Filling(Function<Branch, T> reading, Consumer<Batch<T>> full) {
            this.reading = reading;
            this.full = full;
        }

        void add(long number, String line) {
            if (open.isFullBefore(line)) {
                close();
                if (lines >= BATCH) {
                    hand(number - 1);
                }
            }
            open.add(line);
            lines++;
        }

        private void close() {
            open.take().forEach(branch -> things.add(reading.apply(branch)));
        }

        /** Hands over what there is; {@code end} is the number of its last line. */
        void hand(long end) {
            close();
            full.accept(new Batch<>(things, end));
            things = new ArrayList<>();
            lines = 0;
        }
    }

    private <T> Runnable keeping(Turn turn, Mirror<T> mirror, ImportRow row, Batch<T> batch) {
        return () -> turns.in(turn, sql -> {
            // Plans made while the tables were empty read them from end to end, which takes longer with each batch.
            sql.sql("discard plans").update();
            // What a crash of the database takes away again is read again: the line it was read to goes with it.
            sql.sql("set local synchronous_commit = off").update();
            mirror.write(sql, turn.shop(), batch.things(), clock.instant());
            ImportRows.read(sql, turn.shop(), row.name(), batch.lines());
        });
    }
}
