package dev.holdfast.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a transaction again when it failed for reasons that pass; once per transaction. */
final class Retry {

    static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    // https://www.postgresql.org/docs/18/errcodes-appendix.html
    private static final Set<String> UNDONE = Set.of("40001", "40P01");
    private static final Set<String> SERVER_GOES_AWAY = Set.of("57P01", "57P02", "57P03");

    private boolean begun;
    private boolean committing;

    /** What the transaction says of itself. */
    interface Progress {
        /** It has a connection; getting none is not tried again, since the pool waited for one already. */
        void begun();

        /** The work is done; what fails from here on fails in the commit. */
        void committing();
    }

    <T extends @Nullable Object> T run(Function<Progress, T> transaction) {
        for (int tries = 1; ; tries++) {
            begun = false;
            committing = false;
            try {
                return transaction.apply(new Marks());
            } catch (RuntimeException e) {
                String state = sqlState(e);
                boolean connectionLost = state.startsWith("08") || SERVER_GOES_AWAY.contains(state);
                if (committing && connectionLost) {
                    throw new CommitUnknown(e);
                }
                if (tries == TRIES || !begun || !(connectionLost || UNDONE.contains(state))) {
                    throw e;
                }
                LOG.info("Transaction failed with SQL state {}; try {} of {} follows", state, tries + 1, TRIES);
                pause(tries);
            }
        }
    }

    private final class Marks implements Progress {

        @Override
        public void begun() {
            begun = true;
        }

        @Override
        public void committing() {
            committing = true;
        }
    }

    private static String sqlState(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
        }
        return "";
    }

    // Two that met in a deadlock must not meet again.
    private static void pause(int tries) {
        long limit = 20_000_000L << tries;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(limit / 2, limit));
    }
}
