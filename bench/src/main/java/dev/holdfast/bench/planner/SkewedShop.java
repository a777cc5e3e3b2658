package dev.holdfast.bench.planner;

import static dev.holdfast.bench.planner.WaitingLines.DROP;
import static dev.holdfast.bench.planner.WaitingLines.MAIN;

import dev.holdfast.planner.FirmTotals;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.ShopOrder;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.VariantSupply;
import java.time.LocalDate;
import java.util.List;

/** A shop whose variants sell as in life: one very much, a few much, most hardly at all. */
final class SkewedShop {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final ShopOrder order = new ShopOrder(Settings.DEFAULT);
    private final int[] lines;
    private final long[] firstLine;

    /** Counts fall as a power of the rank, from {@code hottest} on, so that they add up to {@code total}. */
    SkewedShop(int variants, int total, int hottest) {
        double low = 0;
        double high = 4;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (sum(variants, hottest, middle) > total) {
                low = middle;
            } else {
                high = middle;
            }
        }
        lines = new int[variants];
        firstLine = new long[variants];
        long sum = 0;
        for (int at = 0; at < variants; at++) {
            lines[at] = count(hottest, at, high);
            sum += lines[at];
        }
        for (int at = 1; sum < total; at = at % (variants - 1) + 1, sum++) {
            lines[at]++;
        }
        for (int at = 1; at < variants; at++) {
            firstLine[at] = firstLine[at - 1] + lines[at - 1];
        }
    }

    private static long sum(int variants, int hottest, double exponent) {
        long sum = 0;
        for (int at = 0; at < variants; at++) {
            sum += count(hottest, at, exponent);
        }
        return sum;
    }

    private static int count(int hottest, int rank, double exponent) {
        return Math.max(1, (int) (hottest / Math.pow(rank + 1.0, exponent)));
    }

    int variants() {
        return lines.length;
    }

    int linesOf(int variant) {
        return lines[variant];
    }

    WaitingLines queue(int variant) {
        return new WaitingLines(id(variant), lines[variant], firstLine[variant]);
    }

    /** What the database would sum up of the queue's firm units. */
    FirmTotals firm(int variant) {
        FirmTotals firm = new FirmTotals();
        for (int line = 0; line < Math.min(WaitingLines.FIRM_LINES, lines[variant]); line++) {
            boolean dedicated = (firstLine[variant] + line) % 10 == 0;
            firm.add(MAIN, dedicated ? DROP : null, 1);
        }
        return firm;
    }

    /** Stock for a third of the queue. */
    List<StockRow> stock(int variant) {
        return List.of(new StockRow(id(variant), MAIN, null, 2 + units(variant) / 3, 0));
    }

    /** A dedicated batch and two general ones, which cover all but a tenth of the rest. */
    List<Inbound> inbound(int variant) {
        VariantId id = id(variant);
        long units = units(variant);
        return List.of(
                new Inbound(new InboundId("A"), id, MAIN, DROP, units / 20, TODAY.plusDays(9)),
                new Inbound(new InboundId("B"), id, MAIN, null, units / 3, TODAY.plusDays(12)),
                new Inbound(new InboundId("C"), id, MAIN, null, units / 5, null));
    }

    VariantSupply supply(int variant) {
        return VariantSupply.of(TODAY, order, stock(variant), inbound(variant), firm(variant));
    }

    private long units(int variant) {
        return 2L * lines[variant];
    }

    private static VariantId id(int variant) {
        return new VariantId("V" + variant);
    }
}
