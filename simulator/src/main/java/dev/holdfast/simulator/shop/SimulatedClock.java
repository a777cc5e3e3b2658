package dev.holdfast.simulator.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time of simulated shops, which can stand still, be set, or run at any speed; and what is due at it.
 *
 * <p>Due work runs one at a time in order of its due time, then of its making: on the thread that moves the clock
 * forward or calls {@link #runDue}. A running clock needs somebody who calls {@link #runDue} now and then.
 */
public final class SimulatedClock {

    private final Object queue = new Object();
    private final ReentrantLock runner = new ReentrantLock();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private long made;
    private Instant anchor;
    private long anchorNanos;
    private double speed;

    private record Due(Instant at, long order, Runnable work) {}

    private SimulatedClock(Instant start, double speed) {
        this.anchor = start;
        this.anchorNanos = System.nanoTime();
        this.speed = speed;
    }

    public static SimulatedClock stoppedAt(Instant start) {
        return new SimulatedClock(start, 0);
    }

    /** Simulated seconds per second: 1 is real time, 0 stands still. */
    public static SimulatedClock running(Instant start, double speed) {
        return new SimulatedClock(start, speed);
    }

    public Instant now() {
        synchronized (queue) {
            return read();
        }
    }

    /** Runs from now on at {@code simulatedSecondsPerSecond}; 0 stops the clock. */
    public void speed(double simulatedSecondsPerSecond) {
        synchronized (queue) {
            moveTo(read());
            speed = simulatedSecondsPerSecond;
        }
    }

    /** By so much from the time it is when its turn comes: two at once add up, and a clock that runs is no hindrance. */
    public void advance(Duration by) {
        runner.lock();
        try {
            reach(after(by));
        } finally {
            runner.unlock();
        }
    }

    /** The time {@code by} from now. Throws {@link IllegalArgumentException} for a time gone by. */
    public Instant after(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("A clock advances forward, not by " + by + "; set it to go back");
        }
        return now().plus(by);
    }

    /** Work that falls due on the way runs at its own time. Throws {@link IllegalArgumentException} for a time gone by. */
    public void advanceTo(Instant time) {
        Instant now = now();
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("It is " + now + " already; set the clock to go back to " + time);
        }
        reach(time);
    }

    /** Like {@link #advanceTo}, for a time that may have gone by meanwhile, as the clock runs: then only what is due runs. */
    public void reach(Instant time) {
        runner.lock();
        try {
            for (Due next = takeDue(time); next != null; next = takeDue(time)) {
                forwardTo(next.at());
                next.work().run();
            }
            forwardTo(time);
        } finally {
            runner.unlock();
        }
    }

    /** Like {@link #advanceTo}, or back, as a wrong clock would be; going back runs nothing. */
    public void set(Instant time) {
        if (!time.isBefore(now())) {
            reach(time);
            return;
        }
        synchronized (queue) {
            moveTo(time);
        }
    }

    /** Runs what is due by now; says how many pieces of work that was. */
    public int runDue() {
        runner.lock();
        try {
            int ran = 0;
            for (Due next = takeDue(now()); next != null; next = takeDue(now())) {
                next.work().run();
                ran++;
            }
            return ran;
        } finally {
            runner.unlock();
        }
    }

    /** Runs {@code work} when the clock reaches {@code time}; at the next chance when it already has. */
    public void at(Instant time, Runnable work) {
        synchronized (queue) {
            due.add(new Due(time, made++, work));
        }
    }

    /** When the next work is due. */
    public Optional<Instant> nextDue() {
        synchronized (queue) {
            return Optional.ofNullable(due.peek()).map(Due::at);
        }
    }

    private @Nullable Due takeDue(Instant by) {
        synchronized (queue) {
            Due next = due.peek();
            return next == null || next.at().isAfter(by) ? null : due.poll();
        }
    }

    private void forwardTo(Instant time) {
        synchronized (queue) {
            if (time.isAfter(read())) {
                moveTo(time);
            }
        }
    }

    private void moveTo(Instant time) {
        anchor = time;
        anchorNanos = System.nanoTime();
    }

    private Instant read() {
        return speed == 0 ? anchor : anchor.plusNanos((long) ((System.nanoTime() - anchorNanos) * speed));
    }
}
