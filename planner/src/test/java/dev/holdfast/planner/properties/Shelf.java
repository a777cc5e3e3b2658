package dev.holdfast.planner.properties;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.SupplyRef;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One supply of a plan, with the units that are on it.
 *
 * @param there units on hand, or still expected
 * @param left units of it that a line could still have
 */
record Shelf(
        VariantId variant,
        SupplyRef ref,
        LocationId location,
        @Nullable OfferId offer,
        long there,
        long firm,
        long pegged,
        long left) {

    static List<Shelf> of(Facts facts, Plan plan) {
        List<Shelf> shelves = new ArrayList<>();
        for (StockRow row : facts.stock()) {
            SupplyRef ref = new SupplyRef.OnStock(row.location(), row.offer());
            long firm = units(plan, row.variant(), ref, true);
            long pegged = units(plan, row.variant(), ref, false);
            long left = Math.max(0, row.onHand() - firm - row.safetyStock()) - pegged;
            shelves.add(new Shelf(row.variant(), ref, row.location(), row.offer(), row.onHand(), firm, pegged, left));
        }
        for (Inbound inbound : facts.inbound()) {
            SupplyRef ref = new SupplyRef.OnInbound(inbound.id());
            long firm = units(plan, inbound.variant(), ref, true);
            long pegged = units(plan, inbound.variant(), ref, false);
            shelves.add(new Shelf(
                    inbound.variant(),
                    ref,
                    inbound.location(),
                    inbound.offer(),
                    inbound.quantity(),
                    firm,
                    pegged,
                    free(plan, inbound)));
        }
        return shelves;
    }

    private static long units(Plan plan, VariantId variant, SupplyRef ref, boolean firm) {
        long units = 0;
        for (PlannedLine line : plan.lines()) {
            for (Peg peg : line.pegs()) {
                boolean counts = peg.firm() == firm && peg.supply().equals(ref);
                units += counts && line.line().variant().equals(variant) ? peg.quantity() : 0;
            }
        }
        return units;
    }

    private static long free(Plan plan, Inbound inbound) {
        return plan.inbound().stream()
                .filter(left -> left.id().equals(inbound.id()))
                .mapToLong(Plan.InboundLeft::free)
                .sum();
    }

    boolean onStock() {
        return ref instanceof SupplyRef.OnStock;
    }

    /** Whether the line may have units of it that are not firm. */
    boolean mayServe(DemandLine line) {
        return variant.equals(line.variant())
                && (offer == null || offer.equals(line.offer()))
                && mayUse(line, location);
    }

    static boolean mayUse(DemandLine line, LocationId location) {
        return line.locations().isEmpty() || line.locations().contains(location);
    }

    static <T> long sum(List<T> rows, ToLongFunction<T> units) {
        return rows.stream().mapToLong(units).sum();
    }

    static long firmPegged(PlannedLine line) {
        return sum(line.pegs(), peg -> peg.firm() ? peg.quantity() : 0);
    }

    /** Firm units of the line whose stock is gone. */
    static long shortUnits(PlannedLine line) {
        return line.line().firmUnits() - firmPegged(line);
    }

    /** Units that wait for any supply the line may use. */
    static long uncovered(PlannedLine line) {
        return line.uncovered() - shortUnits(line);
    }
}
