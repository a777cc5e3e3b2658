package dev.holdfast.shop.firstimport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does one piece of work while its caller prepares the next; one after the other, and never more than one behind. */
final class OneBehind implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("import-keeps").factory());
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** Waits for the work before, whose failure it throws: then this is not done. */
    void hand(Runnable work) {
        await();
        running = CompletableFuture.runAsync(work, thread);
    }

    /** Returns when all work is done; throws what it threw. */
    void await() {
        try {
            running.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw e;
            }
        }
    }

    /** Waits, and leaves the failure of the work to {@link #await}. */
    @Override
    public void close() {
        thread.close();
    }
}
