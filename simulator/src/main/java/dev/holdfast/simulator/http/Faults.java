package dev.holdfast.simulator.http;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;

/** The switch for faults on answers under {@code /admin/}: by rates drawn from a seed, or one by one. */
public final class Faults {
    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};
    private static final String ADMIN = "/admin/";
    private static final int REMEMBERED = 100_000;
    private final Deque<Fault> next = new ArrayDeque<>();
    private final LinkedHashMap<Long, Integer> asked = new LinkedHashMap<>();
    private long seed;
    private FaultRates rates = FaultRates.NONE;

    public Faults(long seed) {
        this.seed = seed;
    }

    /**
     * From now on faults come at these rates. Under the same seed the same request, sent for the same time, meets the
     * same fault: it depends on its method, path and body, and on nothing that other threads send meanwhile.
     */
    public synchronized void set(FaultRates rates, long seed) {
        this.rates = rates;
        this.seed = seed;
        asked.clear();
    }

    /** Whether a request's body has to be known before its fault is drawn. */
    synchronized boolean needBody(String path) {
        return path.startsWith(ADMIN) && next.isEmpty() && !rates.equals(FaultRates.NONE);
    }

    /** The next request under {@code /admin/} meets this fault; several are taken in the order given. */
    public synchronized void once(Fault fault) {
        next.add(fault);
    }

    synchronized Fault draw(String method, String path, byte[] body) {
        if (!path.startsWith(ADMIN)) {
            return Fault.NONE;
        }
        var planned = next.poll();
        if (planned != null || rates.equals(FaultRates.NONE)) {
            return planned == null ? Fault.NONE : planned;
        }
        long what = ((long) (method + " " + path).hashCode() << 32) ^ Arrays.hashCode(body);
        int before = asked.merge(what, 1, Integer::sum) - 1;
        if (asked.size() > REMEMBERED) {
            asked.pollFirstEntry();
        }
        return drawByRate(new SplittableRandom(new SplittableRandom(seed ^ what).nextLong() + before));
    }

    private Fault drawByRate(SplittableRandom random) {
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
