package dev.holdfast.backlog.report;

import dev.holdfast.backlog.PlacedOrder;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.SupplyRef;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A planned line as its merchant sees it.
 *
 * @param expectedBy the date its buyer counts on
 * @param told whether an offer told that date; otherwise it is the shop's usual time
 * @param daysLate calendar days from that date to the plan's; 0 and less is in time
 */
public record LineView(PlannedLine planned, PlacedOrder order, LocalDate expectedBy, boolean told, long daysLate) {

    /** A line without a date is as late as today. */
    static LineView of(PlannedLine planned, PlacedOrder order, LocalDate usual, LocalDate today) {
        LocalDate told = planned.line().promisedOn();
        LocalDate expectedBy = told == null ? usual : told;
        LocalDate ships = planned.shipOn() == null ? today : planned.shipOn();
        return new LineView(planned, order, expectedBy, told != null, ChronoUnit.DAYS.between(expectedBy, ships));
    }

    String orderName() {
        return order.name();
    }

    long units() {
        return planned.line().open();
    }

    long waiting() {
        return planned.line().open() - planned.ready();
    }

    @Nullable
    LocalDate shipOn() {
        return planned.shipOn();
    }

    /** Its plan date, or today when it has none, is past what its buyer counts on. */
    boolean isLate() {
        return daysLate > 0;
    }

    /** Where its ready units lie: "Bremen warehouse 2, Harbour shop 1". */
    String readyAt() {
        return planned.pegs().stream()
                .filter(peg -> peg.supply() instanceof SupplyRef.OnStock)
                .map(LineView::place)
                .collect(Collectors.joining(", "));
    }

    private static String place(Peg peg) {
        return peg.supply() instanceof SupplyRef.OnStock stock
                ? stock.location().value() + " " + peg.quantity()
                : peg.supply().label();
    }
}
