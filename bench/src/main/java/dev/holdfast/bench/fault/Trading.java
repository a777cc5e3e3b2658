package dev.holdfast.bench.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Load until it is closed: buyers in the shop, with the webhooks that follow, and webhooks of our own. */
final class Trading implements AutoCloseable {
    private static final Duration BETWEEN_BUYERS = Duration.ofMillis(250);
    private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> running;
    private final AtomicInteger sold = new AtomicInteger();
    private volatile boolean ends;

    /** One step of the load. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    Trading(Ground ground, long seed) {
        running = List.of(
                repeat(BETWEEN_BUYERS, () -> ground.toys.sell(1, seed * 1_000_000 + sold.incrementAndGet())),
                repeat(BETWEEN_KNOCKS, ground.knocker::knock));
    }

    private CompletableFuture<Void> repeat(Duration pause, Step step) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        while (!ends) {
                            step.run();
                            // The load's own pace.
                            Thread.sleep(pause);
                        }
                    } catch (IOException e) {
                        throw new IllegalStateException("The load broke", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                threads);
    }

    int buyers() {
        return sold.get();
    }

    @Override
    public void close() {
        ends = true;
        running.forEach(CompletableFuture::join);
        threads.close();
    }
}
