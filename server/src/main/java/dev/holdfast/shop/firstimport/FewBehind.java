package dev.holdfast.shop.firstimport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does work one piece after the other while its caller prepares the next pieces, a few at most. */
final class FewBehind implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("import-keeps").factory());
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private final int most;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    FewBehind(int most) {
        this.most = most;
    }

    /** Waits while too much waits; throws the failure of work before. After a failure nothing more is done. */
    void hand(Runnable work) {
        if (waiting.size() >= most) {
            await(waiting.remove());
        }
        last = last.thenRunAsync(work, thread);
        waiting.add(last);
    }

    /** Returns when all work is done; throws what it threw. */
    void await() {
        await(last);
    }

    private static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw e;
            }
        }
    }

    /** Waits, and leaves the failure of the work to {@link #await()}. */
    @Override
    public void close() {
        last.handle((_, failure) -> failure).join();
        thread.close();
    }
}
