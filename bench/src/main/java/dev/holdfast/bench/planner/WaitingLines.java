package dev.holdfast.bench.planner;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.VariantId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The waiting lines of one variant in queue order, made as they are asked for, as rows come out of a cursor: nothing of
 * a line exists before it is read.
 */
final class WaitingLines implements Iterator<DemandLine> {

    static final LocationId MAIN = new LocationId("main");
    static final OfferId DROP = new OfferId("drop");
    static final int FIRM_LINES = 2;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<FirmUnits> ONE_FIRM = List.of(new FirmUnits(MAIN, 1));

    private final VariantId variant;
    private final int count;
    private final long firstNumber;
    private int made;

    WaitingLines(VariantId variant, int count, long firstNumber) {
        this.variant = variant;
        this.count = count;
        this.firstNumber = firstNumber;
    }

    @Override
    public boolean hasNext() {
        return made < count;
    }

    @Override
    public DemandLine next() {
        if (made >= count) {
            throw new NoSuchElementException("all " + count + " lines of " + variant.value() + " were read");
        }
        DemandLine line = line(firstNumber + made, made < FIRM_LINES);
        made++;
        return line;
    }

    DemandLine line(long number, boolean firm) {
        @Nullable OfferId offer = number % 10 == 0 ? DROP : null;
        return new DemandLine(
                new LineId("L" + number),
                new OrderId("O" + number / 2),
                null,
                variant,
                1 + number % 3,
                FIRST.plusSeconds(made),
                0,
                offer,
                null,
                Set.of(),
                Splitting.SPLIT,
                firm ? ONE_FIRM : List.of());
    }
}
