package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Table;
import dev.holdfast.simulator.shop.state.Row;
import java.util.List;
import java.util.function.Predicate;

/** Set on the requests a bulk operation makes: a table is read in stretches, every other connection whole. */
final class BulkRun {
    // Few enough that what an answer is made of is still near the processor when it is written down.
    private static final int STRETCH = 50;

    private long last = Long.MIN_VALUE;
    private boolean more;

    /** The next rows of the table, by id. */
    <V extends Row> List<V> stretch(Table<V> table, Predicate<? super V> matching) {
        var rows = table.after(last, STRETCH, matching);
        more = rows.size() == STRETCH;
        if (more) {
            last = rows.getLast().id().number();
        }
        return rows;
    }

    /** Whether the document has to be run again for the rows that follow. */
    boolean goesOn() {
        return more;
    }
}
