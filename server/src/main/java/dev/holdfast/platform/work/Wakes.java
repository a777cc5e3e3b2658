package dev.holdfast.platform.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a worker of this process that there is something to do. Only saves it waiting: workers of other processes find it
 * after their pause.
 */
public final class Wakes {

    private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();

    /** Wakes one thread of the worker, or lets it look again at once when it is busy; call it after the commit. */
    public void wake(String worker) {
        Semaphore bell = bell(worker);
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Within an open transaction: wakes one thread once that commits. */
    public void wakeAfterCommit(String worker) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(worker);
            }
        });
    }

    void await(String worker, Duration atMost) throws InterruptedException {
        Semaphore bell = bell(worker);
        if (bell.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
        }
    }

    void wakeAll(String worker, int threads) {
        bell(worker).release(threads);
    }

    private Semaphore bell(String worker) {
        return bells.computeIfAbsent(worker, name -> new Semaphore(0));
    }
}
