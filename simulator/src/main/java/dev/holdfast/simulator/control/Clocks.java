package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Moves the clocks of shops: by hand in exact steps, and on a thread of its own for those that run. */
public final class Clocks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Clocks.class.getName());
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Webhooks webhooks;
    private final Supplier<Collection<Shop>> shops;
    private final ReentrantLock moving = new ReentrantLock();
    private final Thread ticker;
    private volatile boolean closed;

    public Clocks(Webhooks webhooks, Supplier<Collection<Shop>> shops) {
        this.webhooks = webhooks;
        this.shops = shops;
        this.ticker = Thread.ofVirtual().name("simulated-clocks").start(this::tick);
    }

    /**
     * Forward to {@code time}, from one piece of due work to the next, waiting each time until the webhooks it sent were
     * answered: so a retry comes at its own time, however slow the receiver is. A clock that runs goes on meanwhile.
     *
     * @throws IllegalArgumentException for a time gone by
     */
    public void advanceTo(SimulatedClock clock, Instant time) throws InterruptedException {
        Instant now = clock.now();
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("It is " + now + " already; set the clock to go back to " + time);
        }
        moving.lock();
        try {
            step(clock, time);
        } finally {
            moving.unlock();
        }
    }

    private void step(SimulatedClock clock, Instant time) throws InterruptedException {
        webhooks.settle(PATIENCE);
        for (Optional<Instant> next = clock.nextDue();
                next.isPresent() && !next.get().isAfter(time);
                next = clock.nextDue()) {
            clock.reach(next.get());
            webhooks.settle(PATIENCE);
        }
        clock.reach(time);
        webhooks.settle(PATIENCE);
    }

    /** By so much from the time it is when its turn comes: two at once add up. */
    public void advance(SimulatedClock clock, Duration by) throws InterruptedException {
        moving.lock();
        try {
            step(clock, clock.after(by));
        } finally {
            moving.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(ticker);
    }

    /** A clock that stands still has its late work run too, such as a retry whose answer came after the clock moved. */
    private void tick() {
        while (!closed) {
            shops.get().forEach(this::runDue);
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    private void runDue(Shop shop) {
        moving.lock();
        try {
            shop.clock().runDue();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Due work of " + shop.settings().domain() + " broke", e);
        } finally {
            moving.unlock();
        }
    }
}
