package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line as its variant's plan has it, before its order is looked at.
 *
 * @param pegs in supply order, firm ones before others of the same stock
 * @param onStock units pegged to stock, firm ones included
 * @param shortOfFirm firm units whose stock is gone
 * @param ahead open units before it
 */
record LinePlan(
        DemandLine line,
        List<Peg> pegs,
        long onStock,
        long uncovered,
        long shortOfFirm,
        long ahead,
        @Nullable LocalDate shipOn) {

    boolean whollyOnStock() {
        return onStock == line.open();
    }

    /** Units on stock that are not firm. */
    long movableOnStock() {
        return onStock - (line.firmUnits() - shortOfFirm);
    }

    /** Units neither on stock nor firm: on a delivery, or on nothing. */
    long movableNotOnStock() {
        return line.open() - line.firmUnits() - movableOnStock();
    }

    /** Units neither covered nor firm. */
    long movableUncovered() {
        return uncovered - shortOfFirm;
    }
}
