package dev.holdfast.backlog.report;

import dev.holdfast.backlog.Backlog;
import dev.holdfast.backlog.Delivery;
import dev.holdfast.backlog.PlacedOrder;
import dev.holdfast.backlog.Variant;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A planned backlog, seen by its merchant: what is ready, late, oversold, waiting, to be ordered, on its way. */
public final class BacklogReport {

    private final Backlog backlog;
    private final Plan plan;
    private final LocalDate today;
    private final Map<VariantId, VariantView> variants = new LinkedHashMap<>();
    private final Map<VariantId, String> suppliers = new HashMap<>();
    private final Map<LineId, PlannedLine> oversoldLines = new HashMap<>();
    private final List<LineView> ready = new ArrayList<>();
    private final List<LineView> late = new ArrayList<>();

    public BacklogReport(Backlog backlog, Plan plan) {
        this.backlog = backlog;
        this.plan = plan;
        this.today = backlog.facts().today();
        for (PlannedLine planned : plan.lines()) {
            LineView line = view(planned);
            variant(planned.line().variant()).add(line);
            if (planned.ready() > 0) {
                ready.add(line);
            }
            if (line.isLate()) {
                late.add(line);
            }
        }
        Set<LineId> oversold = oversold().stream().map(Incident::line).collect(Collectors.toSet());
        for (PlannedLine planned : plan.lines()) {
            if (oversold.contains(planned.line().id())) {
                oversoldLines.put(planned.line().id(), planned);
            }
        }
        for (Incident incident : oversold()) {
            variant(incident.variant()).oversell(incident.quantity());
        }
        for (Delivery delivery : backlog.deliveries().values()) {
            suppliers.put(delivery.inbound().variant(), delivery.supplier());
        }
        ready.sort(Comparator.comparing((LineView line) -> line.order().placedAt())
                .thenComparing(line -> line.planned().line().id()));
        late.sort(Comparator.comparingLong((LineView line) -> -line.daysLate())
                .thenComparing(line -> line.order().placedAt())
                .thenComparing(line -> line.planned().line().id()));
    }

    private VariantView variant(VariantId id) {
        return variants.computeIfAbsent(id, unseen -> new VariantView(id, title(id)));
    }

    /** A line with what its buyer counts on: the date the offer told, else the shop's usual time. */
    LineView view(PlannedLine planned) {
        PlacedOrder order = backlog.orders().get(planned.line().id());
        if (order == null) {
            throw new IllegalStateException(
                    "the plan has a line that was never read: " + planned.line().id());
        }
        return LineView.of(planned, order, day(order.placedAt()).plusDays(backlog.promiseDays()), today);
    }

    /** The oversold line with that id, or null. */
    @Nullable
    LineView oversoldLine(@Nullable LineId id) {
        PlannedLine planned = id == null ? null : oversoldLines.get(id);
        return planned == null ? null : view(planned);
    }

    /** The shop's own day. */
    LocalDate day(Instant instant) {
        return instant.atZone(backlog.facts().settings().timeZone()).toLocalDate();
    }

    String title(VariantId id) {
        Variant variant = backlog.variants().get(id);
        return variant == null ? id.value() : variant.title();
    }

    /** Who delivered it last in the inbound file; empty when nobody did. */
    String supplier(VariantId id) {
        return suppliers.getOrDefault(id, "");
    }

    Backlog backlog() {
        return backlog;
    }

    Plan plan() {
        return plan;
    }

    LocalDate today() {
        return today;
    }

    /** With open units, in the plan's order. */
    Collection<VariantView> variants() {
        return variants.values();
    }

    /** Lines with ready units, longest waiting first. */
    List<LineView> ready() {
        return ready;
    }

    /** Lines that ship after the date their buyer counts on, worst first. */
    List<LineView> late() {
        return late;
    }

    List<Incident> oversold() {
        return plan.incidents().stream()
                .filter(incident -> incident.kind() == Incident.Kind.OVERSOLD)
                .toList();
    }

    /** Most waiting units first. */
    List<VariantView> waiting() {
        return variants.values().stream()
                .filter(variant -> variant.waiting() > 0)
                .sorted(Comparator.comparingLong((VariantView variant) -> -variant.waiting())
                        .thenComparing(VariantView::id))
                .toList();
    }

    /** Most ready units first. */
    List<VariantView> readyVariants() {
        return variants.values().stream()
                .filter(variant -> variant.ready() > 0)
                .sorted(Comparator.comparingLong((VariantView variant) -> -variant.ready())
                        .thenComparing(VariantView::id))
                .toList();
    }

    /** Most uncovered units first. */
    List<VariantView> toOrder() {
        return variants.values().stream()
                .filter(variant -> variant.uncovered() > 0)
                .sorted(Comparator.comparingLong((VariantView variant) -> -variant.uncovered())
                        .thenComparing(VariantView::id))
                .toList();
    }

    /** Overdue first, then by date, dateless last. */
    List<Expected> expected() {
        List<Expected> rows = new ArrayList<>();
        for (Plan.InboundLeft left : plan.inbound()) {
            Delivery delivery = backlog.deliveries().get(left.id());
            if (delivery != null) {
                rows.add(new Expected(delivery, left.free()));
            }
        }
        rows.sort(Comparator.comparing(
                        (Expected row) -> row.delivery().inbound().expectedOn(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(row -> row.delivery().inbound().id()));
        return rows;
    }

    boolean isOverdue(@Nullable LocalDate expectedOn) {
        return expectedOn != null && expectedOn.isBefore(today);
    }

    /**
     * A delivery on its way.
     *
     * @param free units that nobody waits for
     */
    record Expected(Delivery delivery, long free) {}
}
