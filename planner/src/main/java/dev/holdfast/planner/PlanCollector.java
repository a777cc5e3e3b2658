package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the pegs of a variant's queue, line by line, into its plan. */
final class PlanCollector implements Pegs {

    private record Ranked(int rank, Peg peg) {}

    private static final Comparator<Ranked> SUPPLY_ORDER = Comparator.comparingInt(Ranked::rank)
            .thenComparingInt(ranked -> ranked.peg().firm() ? 0 : 1);

    private final ShipDates dates;
    private final Map<OfferId, Offer> offers;
    private final List<Ranked> pegs = new ArrayList<>();
    private long onStock;
    private long uncovered;
    private long shortOfFirm;

    PlanCollector(ShipDates dates, Map<OfferId, Offer> offers) {
        this.dates = dates;
        this.offers = offers;
    }

    void collect(Iterable<DemandLine> queue, VariantPlan plan) {
        Remainder remainder = plan.remainder();
        for (DemandLine line : queue) {
            if (line.open() == 0) {
                continue;
            }
            pegs.clear();
            onStock = 0;
            uncovered = 0;
            shortOfFirm = 0;
            long ahead = remainder.given();
            remainder.give(line, this);
            plan.lines().add(planned(line, ahead));
        }
    }

    private LinePlan planned(DemandLine line, long ahead) {
        if (pegs.size() > 1) {
            pegs.sort(SUPPLY_ORDER);
        }
        List<Peg> inOrder = pegs.stream().map(Ranked::peg).toList();
        @Nullable OfferId offer = line.offer();
        return new LinePlan(
                line,
                inOrder,
                onStock,
                uncovered,
                shortOfFirm,
                ahead,
                dates.shipOn(line, inOrder, uncovered, offer == null ? null : offers.get(offer)));
    }

    @Override
    public void peg(DemandLine line, Supply supply, long quantity, boolean firm) {
        pegs.add(new Ranked(supply.rank(), supply.peg(quantity, firm)));
        onStock += supply.onStock() ? quantity : 0;
    }

    @Override
    public void uncovered(DemandLine line, long quantity, long shortUnits) {
        uncovered = quantity;
        shortOfFirm = shortUnits;
    }
}
