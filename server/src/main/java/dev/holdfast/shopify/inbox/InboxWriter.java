package dev.holdfast.shopify.inbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores webhooks durably, those that arrive together with one commit. */
final class InboxWriter implements AutoCloseable {
    /** Stores all of them with one commit, or none; those that are stored already are passed over. */
    @FunctionalInterface
    interface Store {
        void insert(Collection<Delivery> deliveries) throws SQLException;
    }

    private static final Logger log = LoggerFactory.getLogger(InboxWriter.class);
    private static final long IDLE_MILLIS = 50;
    // Under load those who look would find little each time, and take the processor from those who store.
    private static final long NEWS_NANOS = 50_000_000;

    private final Store store;
    private final Runnable news;
    private final int batch;
    private final Duration patience;
    private final BlockingQueue<Waiting> queue;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Optional<String> trouble = Optional.empty();
    private boolean untold;
    private long toldAt = System.nanoTime() - NEWS_NANOS;

    /** What became of a webhook. */
    enum Result {
        DURABLE,
        /** Not stored, or nobody knows; Shopify has to send it again. */
        NOT_DURABLE
    }

    private record Waiting(Delivery delivery, CompletableFuture<Result> result) {}

    /** {@code news} is run soon after webhooks were stored: somebody may look what came. */
    InboxWriter(Store store, InboxLimits limits, Runnable news) {
        this.store = store;
        this.news = news;
        this.batch = limits.batch();
        this.patience = limits.patience();
        this.queue = new ArrayBlockingQueue<>(limits.waiting());
        this.thread = Thread.ofPlatform().name("inbox-writer").start(this::run);
    }

    /** Returns once the webhook is durable, or is known not to become so within the patience; never throws. */
    Result store(Delivery delivery) {
        var waiting = new Waiting(delivery, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            return Result.NOT_DURABLE;
        }
        return waiting.result()
                .completeOnTimeout(Result.NOT_DURABLE, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    int waiting() {
        return queue.size();
    }

    /** Takes no more, stores what waits, then returns. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var taken = new ArrayList<Waiting>(batch);
        // One more look after closing: a webhook may have passed the check just before.
        boolean last = false;
        while (!last) {
            last = closed && queue.isEmpty();
            taken.clear();
            take(taken);
            taken.removeIf(waiting -> waiting.result().isDone());
            if (!taken.isEmpty()) {
                write(taken);
            }
            tell(taken.isEmpty());
        }
    }

    /** Soon after a commit, and at once when nothing follows. */
    private void tell(boolean idle) {
        long now = System.nanoTime();
        if (untold && (idle || now - toldAt >= NEWS_NANOS)) {
            untold = false;
            toldAt = now;
            news.run();
        }
    }

    private void take(List<Waiting> taken) {
        try {
            var first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
                queue.drainTo(taken, batch - 1);
            }
        } catch (InterruptedException e) {
            // Nobody may stop this thread but close(): what was taken from Shopify is stored first.
            log.warn("The inbox writer was interrupted and goes on.");
        }
    }

    private void write(List<Waiting> together) {
        try {
            store.insert(together.stream().map(Waiting::delivery).toList());
            // Whoever is answered may look at once.
            trouble = Optional.empty();
            together.forEach(waiting -> waiting.result().complete(Result.DURABLE));
            untold = true;
        } catch (SQLException | RuntimeException e) {
            if (together.size() == 1 || isAboutTheDatabase(e)) {
                log.warn("Could not store {} webhooks: {}", together.size(), e.getMessage());
                if (isAboutTheDatabase(e)) {
                    trouble = Optional.of(inWords(e));
                }
                together.forEach(waiting -> waiting.result().complete(Result.NOT_DURABLE));
            } else {
                together.stream()
                        .filter(waiting -> !waiting.result().isDone())
                        .forEach(waiting -> write(List.of(waiting)));
            }
        }
    }

    /** Why nothing could be stored last time; empty once something was stored. */
    Optional<String> trouble() {
        return trouble;
    }

    private static String inWords(Exception e) {
        var state = e instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        if (state.equals("53100")) {
            return "the disk of the database is full";
        }
        return state.startsWith("53") ? "the database is short of resources" : "the database does not answer";
    }

    // Connection lost, out of resources, shutting down: one by one would fail just the same, only slower.
    private static boolean isAboutTheDatabase(Exception e) {
        // So the pool says that it has no connection to give, mostly without a state.
        if (e instanceof SQLTransientException || e instanceof SQLRecoverableException) {
            return true;
        }
        if (!(e instanceof SQLException sql) || sql.getSQLState() == null) {
            return false;
        }
        var state = sql.getSQLState();
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }
}
