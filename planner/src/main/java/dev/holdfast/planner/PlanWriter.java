package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together the whole plan of a shop from the plans of its variants: the pass over orders, and what is left. */
final class PlanWriter {

    private final Books books;
    private final Moves moves;
    private final Why why;
    private final Set<OrderId> waiting = new HashSet<>();

    PlanWriter(Books books, Moves moves) {
        this.books = books;
        this.moves = moves;
        why = new Why(books.opening());
    }

    Plan write(List<Decision> decisions, List<Incident> overReceipts) {
        List<VariantPlan> plans = new ArrayList<>(books.variants().size());
        for (VariantBook book : books.variants()) {
            VariantPlan plan = books.plan(book.variant());
            plans.add(plan);
            for (LinePlan line : plan.lines()) {
                if (!line.whollyOnStock()) {
                    waiting.add(line.line().order());
                }
            }
        }
        List<Incident> incidents = new Oversold(books).incidents();
        List<PlannedLine> lines = new ArrayList<>();
        for (VariantPlan plan : plans) {
            for (LinePlan line : plan.lines()) {
                lines.add(planned(line));
            }
            shortages(plan, incidents);
        }
        incidents.addAll(overReceipts);
        return new Plan(
                List.copyOf(decisions), lines, availability(), stock(), inbound(), offers(), List.copyOf(incidents));
    }

    private PlannedLine planned(LinePlan line) {
        long ready = switch (line.line().splitting()) {
            case SPLIT -> line.onStock();
            case WHOLE_LINE -> line.whollyOnStock() ? line.onStock() : 0;
            case WHOLE_ORDER -> waiting.contains(line.line().order()) ? 0 : line.onStock();
        };
        return new PlannedLine(
                line.line(),
                ready,
                line.uncovered(),
                line.shipOn(),
                line.pegs(),
                line.ahead(),
                why.of(line, ready > 0, moves.last(line.line().id())));
    }

    private static void shortages(VariantPlan plan, List<Incident> incidents) {
        for (LinePlan line : plan.lines()) {
            if (line.shortOfFirm() > 0) {
                incidents.add(new Incident(
                        Incident.Kind.SHORT,
                        line.line().variant(),
                        line.line().id(),
                        line.shortOfFirm(),
                        "%d of %d units released to the warehouse are not in stock there. Ways out: count again, recall them, or wait for the next receipt at that location."
                                .formatted(line.shortOfFirm(), line.line().firmUnits())));
            }
        }
    }

    private List<Availability> availability() {
        List<Availability> rows = new ArrayList<>(books.variants().size());
        for (VariantBook book : books.variants()) {
            rows.add(availability(book.variant(), books.plan(book.variant()).remainder()));
        }
        return rows;
    }

    private Availability availability(VariantId variant, Remainder remainder) {
        List<Availability.Rung> ladder = new ArrayList<>();
        long stock = 0;
        long any = 0;
        for (Supply supply : remainder.supply().general()) {
            long left = remainder.left(supply);
            any += left;
            stock += supply.onStock() ? left : 0;
            if (left > 0) {
                climb(ladder, supply.from(), left);
            }
        }
        @Nullable
        Long sellable = switch (books.policy(variant)) {
            case Policy.Deny() -> Long.valueOf(stock);
            case Policy.Incoming() -> Long.valueOf(any);
            case Policy.Backorder(Long limit) ->
                limit == null ? null : Long.valueOf(Math.max(stock, stock + limit - remainder.waiting()));
        };
        return new Availability(variant, stock - remainder.waiting(), sellable, ladder);
    }

    /** Supplies come by date, so units of one date follow each other. */
    private static void climb(List<Availability.Rung> ladder, @Nullable LocalDate from, long units) {
        Availability.Rung last = ladder.isEmpty() ? null : ladder.getLast();
        if (last != null && Objects.equals(last.from(), from)) {
            ladder.set(ladder.size() - 1, new Availability.Rung(from, last.quantity() + units));
        } else {
            ladder.add(new Availability.Rung(from, units));
        }
    }

    private List<StockRow> stock() {
        Comparator<StockRow> order = Comparator.comparing(
                        StockRow::location, books.order().locations())
                .thenComparing(StockRow::offer, Comparator.nullsFirst(Comparator.naturalOrder()));
        List<StockRow> rows = new ArrayList<>();
        for (VariantBook book : books.variants()) {
            book.stock().stream().sorted(order).forEach(rows::add);
        }
        return rows;
    }

    private List<Plan.InboundLeft> inbound() {
        Map<InboundId, Long> free = new HashMap<>();
        for (VariantBook book : books.variants()) {
            Remainder remainder = books.plan(book.variant()).remainder();
            for (Supply supply : remainder.supply().supplies()) {
                if (supply.ref() instanceof SupplyRef.OnInbound(InboundId id)) {
                    free.put(id, remainder.left(supply));
                }
            }
        }
        return books.inbound().stream()
                .map(line -> new Plan.InboundLeft(line.id(), line.quantity(), free.getOrDefault(line.id(), 0L)))
                .toList();
    }

    private List<Plan.OfferLeft> offers() {
        return books.offers().stream().map(OfferBook::left).toList();
    }
}
