package dev.holdfast.bench.planner;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.Pegs;
import dev.holdfast.planner.Remainder;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.Supply;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** The process that is measured: prints one line a round, with the planner and its limit side by side. */
public final class PlannerLoad {

    private static final int VARIANTS = 100_000;
    private static final int LINES = 1_000_000;
    private static final int HOTTEST = 50_000;
    private static final int APPENDS = 2_000_000;

    private PlannerLoad() {}

    /** Counts what it is told, as the least a receiver of pegs can do. */
    private static final class Counted implements Pegs {
        private long pegs;
        private long units;
        private long uncovered;

        @Override
        public void peg(DemandLine line, Supply supply, long quantity, boolean firm) {
            pegs++;
            units += quantity;
        }

        @Override
        public void uncovered(DemandLine line, long quantity, long shortOfFirm) {
            uncovered += quantity;
        }
    }

    private record Sums(long demand, long supply) {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        SkewedShop shop = new SkewedShop(VARIANTS, LINES, HOTTEST);
        for (int round = -2; round < rounds; round++) {
            long start = System.nanoTime();
            Sums sums = sum(shop);
            long read = System.nanoTime();
            Counted pegs = plan(shop);
            long planned = System.nanoTime();
            double few = appendNanos(1_000);
            double many = appendNanos(LINES);
            if (pegs.units + pegs.uncovered != sums.demand() || pegs.units > sums.supply()) {
                throw new IllegalStateException(
                        "%d units pegged and %d uncovered of %s".formatted(pegs.units, pegs.uncovered, sums));
            }
            if (round >= 0) {
                System.out.printf(
                        Locale.ROOT,
                        "round sum_ms=%.1f plan_ms=%.1f append_1k_ns=%.2f append_1m_ns=%.2f pegs=%d heap_mb=%.0f%n",
                        (read - start) / 1e6,
                        (planned - read) / 1e6,
                        few,
                        many,
                        pegs.pegs,
                        peakHeapMegabytes());
            }
        }
    }

    /** The limit: reads the same rows, supplies and lines, and only adds up their units. */
    private static Sums sum(SkewedShop shop) {
        long units = 0;
        long supplied = 0;
        for (int variant = 0; variant < shop.variants(); variant++) {
            for (StockRow row : shop.stock(variant)) {
                supplied += row.onHand();
            }
            for (Inbound line : shop.inbound(variant)) {
                supplied += line.quantity();
            }
            WaitingLines queue = shop.queue(variant);
            while (queue.hasNext()) {
                units += queue.next().open();
            }
        }
        return new Sums(units, supplied);
    }

    private static Counted plan(SkewedShop shop) {
        Counted pegs = new Counted();
        for (int variant = 0; variant < shop.variants(); variant++) {
            Remainder remainder = new Remainder(shop.supply(variant));
            WaitingLines queue = shop.queue(variant);
            while (queue.hasNext()) {
                remainder.give(queue.next(), pegs);
            }
        }
        return pegs;
    }

    /** One variant with so many lines waiting; then new lines at its tail, each tried on what is left. */
    private static double appendNanos(int waiting) {
        SkewedShop shop = new SkewedShop(1, waiting, waiting);
        Counted pegs = new Counted();
        Remainder remainder = new Remainder(shop.supply(0));
        WaitingLines queue = shop.queue(0);
        while (queue.hasNext()) {
            remainder.give(queue.next(), pegs);
        }
        DemandLine tail = queue.line(waiting + 1L, false);
        long start = System.nanoTime();
        for (int times = 0; times < APPENDS; times++) {
            remainder.copy().give(tail, pegs);
        }
        return (System.nanoTime() - start) / (double) APPENDS;
    }

    private static double peakHeapMegabytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += pool.getPeakUsage().getUsed();
            }
        }
        return bytes / 1048576.0;
    }
}
