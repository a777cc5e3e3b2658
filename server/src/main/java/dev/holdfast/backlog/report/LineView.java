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
 */
public record LineView(PlannedLine planned, PlacedOrder order, LocalDate expectedBy, boolean told) {

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
    boolean isLate(LocalDate today) {
        return daysLate(today) > 0;
    }

    long daysLate(LocalDate today) {
        LocalDate ships = planned.shipOn();
        return ChronoUnit.DAYS.between(expectedBy, ships == null ? today : ships);
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
