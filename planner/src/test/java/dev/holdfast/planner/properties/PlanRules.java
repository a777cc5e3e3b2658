package dev.holdfast.planner.properties;

import static dev.holdfast.planner.properties.Shelf.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.SupplyRef;
import dev.holdfast.planner.properties.Trace.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that one plan shows by itself. */
final class PlanRules {

    private PlanRules() {}

    /** P1. */
    static void conservation(Step step) {
        List<Shelf> shelves = Shelf.of(step.facts(), step.plan());
        for (Shelf shelf : shelves) {
            assertThat(shelf.left()).as("left of %s", shelf).isNotNegative();
            assertThat(shelf.firm()).as("firm on %s", shelf).isBetween(0L, shelf.onStock() ? shelf.there() : 0);
            assertThat(shelf.firm() + shelf.pegged()).as("on %s", shelf).isLessThanOrEqualTo(shelf.there());
        }
        for (PlannedLine line : step.plan().lines()) {
            assertThat(sum(line.pegs(), Peg::quantity) + line.uncovered())
                    .as("%s", line)
                    .isEqualTo(line.line().open());
            assertThat(line.pegs()).allMatch(peg -> peg.quantity() > 0);
            assertThat(line.ready()).isBetween(0L, line.line().open());
        }
        for (StockRow row : step.facts().stock()) {
            heldBackIsWhatIsMissing(step, shelves, row);
        }
    }

    /** Deliveries for a row hold back what is missing to its safety stock and, for a general row, short firm units. */
    private static void heldBackIsWhatIsMissing(Step step, List<Shelf> shelves, StockRow row) {
        long missing = row.safetyStock();
        long expected = 0;
        long heldBack = 0;
        for (Shelf shelf : shelves) {
            if (shelf.variant().equals(row.variant())
                    && shelf.location().equals(row.location())
                    && Objects.equals(shelf.offer(), row.offer())) {
                missing -= shelf.onStock() ? Math.min(row.safetyStock(), shelf.there() - shelf.firm()) : 0;
                expected += shelf.onStock() ? 0 : shelf.there();
                heldBack += shelf.onStock() ? 0 : shelf.there() - shelf.pegged() - shelf.left();
            }
        }
        for (PlannedLine line : step.plan().lines()) {
            if (row.offer() == null && line.line().variant().equals(row.variant())) {
                missing += shortAt(line, row.location());
            }
        }
        assertThat(heldBack).as("held back for %s", row).isEqualTo(Math.min(expected, missing));
    }

    private static long shortAt(PlannedLine line, LocationId location) {
        long firm = sum(line.line().firm(), units -> units.location().equals(location) ? units.quantity() : 0);
        return firm - sum(line.pegs(), peg -> peg.firm() && isAt(peg, location) ? peg.quantity() : 0);
    }

    private static boolean isAt(Peg peg, LocationId location) {
        return peg.supply() instanceof SupplyRef.OnStock stock
                && stock.location().equals(location);
    }

    /** P2. */
    static void noWaste(Step step) {
        List<Shelf> shelves = Shelf.of(step.facts(), step.plan());
        for (PlannedLine line : step.plan().lines()) {
            if (Shelf.uncovered(line) > 0) {
                for (Shelf shelf : shelves) {
                    assertThat(shelf.left() == 0 || !shelf.mayServe(line.line()))
                            .as("%s is uncovered beside %s", line, shelf)
                            .isTrue();
                }
            }
        }
    }

    /** P3. */
    static void order(Step step) {
        List<PlannedLine> lines = step.plan().lines();
        List<Shelf> shelves = Shelf.of(step.facts(), step.plan());
        for (int ahead = 0; ahead < lines.size(); ahead++) {
            for (int behind = ahead + 1; behind < lines.size(); behind++) {
                PlannedLine first = lines.get(ahead);
                PlannedLine second = lines.get(behind);
                if (first.line().variant().equals(second.line().variant())) {
                    neverLater(first, second, null, shelves);
                    OfferId offer = first.line().offer();
                    if (offer != null && offer.equals(second.line().offer())) {
                        neverLater(first, second, offer, shelves);
                    }
                }
            }
        }
    }

    /** No unit of the first may come later than one that the second has from where the first could have had it. */
    private static void neverLater(
            PlannedLine first, PlannedLine second, @Nullable OfferId offer, List<Shelf> shelves) {
        List<Peg> firsts = pegs(first, offer, shelves);
        long elsewhere = first.line().open() - first.line().firmUnits() - sum(firsts, Peg::quantity);
        boolean firstLacks = offer == null ? Shelf.uncovered(first) > 0 : elsewhere > 0;
        for (Peg given : pegs(second, offer, shelves)) {
            if (shelf(given, second, shelves).mayServe(first.line())) {
                assertThat(firstLacks).as("%s lacks what %s has", first, second).isFalse();
                assertThat(firsts)
                        .as("%s before %s", first, second)
                        .noneMatch(peg -> isLater(peg.from(), given.from()));
            }
        }
    }

    private static boolean isLater(@Nullable LocalDate one, @Nullable LocalDate other) {
        return other != null && (one == null || one.isAfter(other));
    }

    private static List<Peg> pegs(PlannedLine line, @Nullable OfferId offer, List<Shelf> shelves) {
        List<Peg> pegs = new ArrayList<>();
        for (Peg peg : line.pegs()) {
            if (!peg.firm() && Objects.equals(shelf(peg, line, shelves).offer(), offer)) {
                pegs.add(peg);
            }
        }
        return pegs;
    }

    private static Shelf shelf(Peg peg, PlannedLine line, List<Shelf> shelves) {
        return shelves.stream()
                .filter(shelf -> shelf.ref().equals(peg.supply()))
                .filter(shelf -> shelf.variant().equals(line.line().variant()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line + " is on a supply that is not there: " + peg));
    }

    /** P5, what a plan shows of it. */
    static void firmStays(Step step) {
        for (PlannedLine line : step.plan().lines()) {
            Set<LocationId> released =
                    line.line().firm().stream().map(FirmUnits::location).collect(Collectors.toSet());
            for (LocationId location : released) {
                assertThat(shortAt(line, location))
                        .as("%s at %s", line, location)
                        .isNotNegative();
            }
            assertThat(line.pegs())
                    .as("%s", line)
                    .noneMatch(peg -> peg.firm() && released.stream().noneMatch(location -> isAt(peg, location)));
            long reported = sum(
                    step.plan().incidents(),
                    incident -> incident.kind() == Incident.Kind.SHORT
                                    && line.line().id().equals(incident.line())
                            ? incident.quantity()
                            : 0);
            assertThat(reported).as("SHORT of %s", line).isEqualTo(Shelf.shortUnits(line));
            assertThat(Shelf.uncovered(line)).as("%s", line).isNotNegative();
        }
    }
}
