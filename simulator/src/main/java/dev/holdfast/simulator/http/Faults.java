package dev.holdfast.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** The switch for faults on answers under {@code /admin/}: by rates drawn from a seed, or one by one. */
public final class Faults {
    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};
    private final Deque<Fault> next = new ArrayDeque<>();
    private SplittableRandom random;
    private FaultRates rates = FaultRates.NONE;

    public Faults(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From now on faults come at these rates; the same seed and the same order of requests give the same faults. */
    public synchronized void set(FaultRates rates, long seed) {
        this.rates = rates;
        this.random = new SplittableRandom(seed);
    }

    /** The next request under {@code /admin/} meets this fault; several are taken in the order given. */
    public synchronized void once(Fault fault) {
        next.add(fault);
    }

    synchronized Fault draw(String path) {
        if (!path.startsWith("/admin/")) {
            return Fault.NONE;
        }
        var planned = next.poll();
        return planned != null ? planned : rates.equals(FaultRates.NONE) ? Fault.NONE : drawByRate();
    }

    private Fault drawByRate() {
        int at = random.nextInt(1000);
        boolean coin = random.nextBoolean();
        if ((at -= rates.tooMany()) < 0) {
            return new Fault.Status(429);
        }
        if ((at -= rates.serverError()) < 0) {
            return new Fault.Status(SERVER_ERRORS[random.nextInt(SERVER_ERRORS.length)]);
        }
        if ((at -= rates.slow()) < 0) {
            return new Fault.Slow(rates.slowBy());
        }
        if ((at -= rates.reset()) < 0) {
            return new Fault.Reset(coin);
        }
        return at - rates.truncated() < 0 ? new Fault.Truncated() : Fault.NONE;
    }
}
