package dev.holdfast.platform.work;

import dev.holdfast.platform.health.HealthCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs all workers from the start of the program to its end, when this process is one that works. */
final class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Role role;
    private final List<WorkerLoop> loops;
    private final List<Thread> threads = new ArrayList<>();

    Workers(Role role, List<Worker> workers, Wakes wakes) {
        Set<String> names = new HashSet<>();
        for (Worker worker : workers) {
            if (!names.add(worker.name())) {
                throw new IllegalStateException("two workers are named " + worker.name());
            }
        }
        this.role = role;
        loops = workers.stream().map(worker -> new WorkerLoop(worker, wakes)).toList();
    }

    @Override
    public synchronized void start() {
        if (!role.works()) {
            return;
        }
        for (WorkerLoop loop : loops) {
            for (int number = 1; number <= loop.worker().threads(); number++) {
                threads.add(Thread.ofVirtual()
                        .name(loop.worker().name() + "-" + number)
                        .start(loop::run));
            }
        }
    }

    @Override
    public synchronized void stop() {
        loops.forEach(WorkerLoop::stop);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, limit - System.nanoTime())))) {
                    LOG.warn("{} did not end within {}; its transaction is rolled back", thread.getName(), PATIENCE);
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Started before the doors are opened and stopped after they were closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    List<HealthCheck> health() {
        return role.works()
                ? loops.stream()
                        .map(loop -> HealthCheck.of("worker " + loop.worker().name(), loop::health))
                        .toList()
                : List.of();
    }
}
