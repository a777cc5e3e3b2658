package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads off the plan which units were sold past a policy, an offer's window or its cap. Firm units never were. */
final class Oversold {

    private final Books books;
    private final Map<LineId, Long> units = new HashMap<>();
    private final Map<OfferId, List<LinePlan>> byOffer = new HashMap<>();

    Oversold(Books books) {
        this.books = books;
    }

    /** By variant, from the end of its queue. */
    List<Incident> incidents() {
        for (VariantBook book : books.variants()) {
            List<LinePlan> lines = books.plan(book.variant()).lines();
            withoutOffer(books.policy(book.variant()), lines);
            for (LinePlan line : lines) {
                if (line.line().offer() != null) {
                    byOffer.computeIfAbsent(line.line().offer(), id -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        books.offers().forEach(this::ofOffer);
        List<Incident> incidents = new ArrayList<>(units.size());
        for (VariantBook book : books.variants()) {
            for (LinePlan line : books.plan(book.variant()).lines().reversed()) {
                long oversold = units.getOrDefault(line.line().id(), 0L);
                if (oversold > 0) {
                    incidents.add(incident(line, oversold));
                }
            }
        }
        return incidents;
    }

    private void withoutOffer(Policy policy, List<LinePlan> lines) {
        long waiting = 0;
        for (LinePlan line : lines) {
            waiting += line.line().offer() == null ? line.movableNotOnStock() : 0;
        }
        long beyond = policy instanceof Policy.Backorder(Long limit) && limit != null ? waiting - limit : 0;
        for (LinePlan line : lines.reversed()) {
            if (line.line().offer() != null) {
                continue;
            }
            long oversold = switch (policy) {
                case Policy.Deny() -> line.movableNotOnStock();
                case Policy.Incoming() -> line.movableUncovered();
                case Policy.Backorder(Long limit) -> Math.clamp(beyond, 0, line.movableNotOnStock());
            };
            beyond -= oversold;
            name(line, oversold);
        }
    }

    private void ofOffer(OfferBook book) {
        List<LinePlan> queue = new ArrayList<>(byOffer.getOrDefault(book.offer().id(), List.of()));
        queue.sort(Comparator.comparing(LinePlan::line, books.order().lines()));
        long beyond = book.beyondCap();
        for (LinePlan line : queue) {
            if (!book.offer().isOpenAt(line.line().placedAt())) {
                beyond -= name(line, movable(line));
            }
        }
        for (LinePlan line : queue.reversed()) {
            if (beyond > 0 && book.offer().isOpenAt(line.line().placedAt())) {
                beyond -= name(line, Math.min(beyond, movable(line)));
            }
        }
    }

    private static long movable(LinePlan line) {
        return line.line().open() - line.line().firmUnits();
    }

    private long name(LinePlan line, long quantity) {
        units.merge(line.line().id(), quantity, Long::sum);
        return quantity;
    }

    private static Incident incident(LinePlan line, long oversold) {
        String cause = line.line().offer() == null
                ? "%d of %d open units were sold past what this variant's policy allows."
                : "%d of %d open units were sold past the offer's cap or outside its window.";
        return new Incident(
                Incident.Kind.OVERSOLD,
                line.line().variant(),
                line.line().id(),
                oversold,
                cause.formatted(oversold, line.line().open())
                        + " Ways out: the next batch, an alternative, a refund, or less safety stock.");
    }
}
