package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan says of one open line.
 *
 * @param ready units that may ship now, firm ones included
 * @param uncovered units that no supply covers, short firm ones included
 * @param shipOn the plan date, or null when there is none
 * @param pegs in supply order; firm ones before others of the same stock
 * @param ahead open units before this line in its variant's queue
 * @param why in words its buyer understands
 */
public record PlannedLine(
        DemandLine line,
        long ready,
        long uncovered,
        @Nullable LocalDate shipOn,
        List<Peg> pegs,
        long ahead,
        String why) {}
