package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be sold: whether an order, or the raise of a line, fits what everyone already waiting leaves. It is
 * tried as if it stood at the end of the queue.
 */
final class Acceptance {

    private static final Pegs NOBODY_ASKS = new Pegs() {
        @Override
        public void peg(DemandLine line, Supply supply, long quantity, boolean firm) {}

        @Override
        public void uncovered(DemandLine line, long quantity, long shortOfFirm) {}
    };

    private final Books books;

    Acceptance(Books books) {
        this.books = books;
    }

    /** Accepts the order whole, or refuses it whole; its lines are tried by id, each with those before it in the plan. */
    Decision place(Event.Place event) {
        check(event);
        List<DemandLine> lines = new ArrayList<>(event.lines().size());
        for (Event.PlacedLine line : event.lines()) {
            books.variant(line.variant());
            lines.add(demand(event, line));
        }
        lines.sort(Comparator.comparing(DemandLine::id));
        Trial trial = new Trial();
        for (DemandLine line : lines) {
            Decision.@Nullable Refusal refusal = trial.refusal(line);
            if (refusal != null) {
                return new Decision.Refused(event.order(), line.id(), refusal);
            }
            trial.take(line);
        }
        lines.forEach(books::accept);
        return new Decision.Accepted(event.order(), null);
    }

    /** Room is needed for the increase only. */
    Decision raise(Event.Raise event) {
        DemandLine line = books.line(event.line());
        if (line == null) {
            throw FactsCheck.unknown("raise.line", "line", event.line());
        }
        Decision.@Nullable Refusal refusal = new Trial().refusal(line.with(event.quantity(), List.of()));
        if (refusal != null) {
            return new Decision.Refused(line.order(), line.id(), refusal);
        }
        books.change(line, line.open() + event.quantity(), line.firm());
        books.count(line, event.quantity());
        return new Decision.Accepted(line.order(), line.id());
    }

    private void check(Event.Place event) {
        if (books.knows(event.order())) {
            throw FactsCheck.duplicate("place.order", "order", event.order());
        }
        if (event.lines().isEmpty()) {
            throw new InvalidFacts("place.lines", "an order needs at least one line");
        }
        Set<LineId> seen = new HashSet<>();
        for (int at = 0; at < event.lines().size(); at++) {
            Event.PlacedLine line = event.lines().get(at);
            String place = "place.lines[" + at + "]";
            if (books.line(line.id()) != null || !seen.add(line.id())) {
                throw FactsCheck.duplicate(place + ".id", "line", line.id());
            }
            books.checkMayServe(place + ".offer", line.offer(), line.variant());
        }
    }

    private static DemandLine demand(Event.Place event, Event.PlacedLine line) {
        return new DemandLine(
                line.id(),
                event.order(),
                event.customer(),
                line.variant(),
                line.quantity(),
                event.placedAt(),
                event.priority(),
                line.offer(),
                null,
                line.locations(),
                event.splitting(),
                List.of());
    }

    /** An order tried on copies: what its variants have left, and what its offers have accepted. */
    private final class Trial {

        private final Map<VariantId, Remainder> remainders = new HashMap<>();
        private final Map<OfferId, OfferBook> offers = new HashMap<>();

        /** Why all open units of the line do not fit, or null when they do. */
        Decision.@Nullable Refusal refusal(DemandLine line) {
            OfferBook offer = offer(line);
            if (offer != null) {
                return offer.refusal(line, line.open());
            }
            boolean fits = fits(books.policy(line.variant()), remainder(line.variant()), line);
            return fits ? null : Decision.Refusal.OUT_OF_STOCK;
        }

        void take(DemandLine line) {
            remainder(line.variant()).give(line, NOBODY_ASKS);
            OfferBook offer = offer(line);
            if (offer != null) {
                offer.count(line, line.open());
            }
        }

        private Remainder remainder(VariantId variant) {
            return remainders.computeIfAbsent(
                    variant, id -> books.plan(id).remainder().copy());
        }

        private @Nullable OfferBook offer(DemandLine line) {
            OfferId id = line.offer();
            OfferBook book = id == null ? null : books.offer(id);
            return id == null || book == null ? null : offers.computeIfAbsent(id, known -> book.copy());
        }
    }

    private static boolean fits(Policy policy, Remainder left, DemandLine line) {
        long units = line.open();
        return switch (policy) {
            case Policy.Deny() -> units <= left.stockLeft(line);
            case Policy.Incoming() -> units <= left.anyLeft(line);
            case Policy.Backorder(Long limit) -> {
                long stock = left.stockLeft(line);
                yield limit == null || units <= stock || left.waiting() + (units - stock) <= limit;
            }
        };
    }
}
