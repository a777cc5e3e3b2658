package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to stock and deliveries: arrivals, dates, counts, returns, and dedicated units set free. */
final class StockEvents {

    private final Books books;
    private final List<Incident> overReceipts = new ArrayList<>();

    StockEvents(Books books) {
        this.books = books;
    }

    /** More than was expected is accepted and reported, once for each arrival. */
    List<Incident> overReceipts() {
        return overReceipts;
    }

    void receive(Event.Receive event) {
        Inbound inbound = event.inbound() == null ? null : known("receive.inbound", event.inbound());
        if (inbound == null) {
            if (event.closes()) {
                throw new InvalidFacts("receive.closes", "there is no inbound here that it could close");
            }
            books.variant(event.variant()).addToStock(new StockKey(event.location(), null), event.quantity());
            return;
        }
        if (!inbound.variant().equals(event.variant())) {
            throw new InvalidFacts(
                    "receive.variant",
                    "delivery \"%s\" is of variant \"%s\", not \"%s\""
                            .formatted(
                                    inbound.id().value(),
                                    inbound.variant().value(),
                                    event.variant().value()));
        }
        VariantBook book = books.variant(event.variant());
        book.addToStock(new StockKey(event.location(), inbound.offer()), event.quantity());
        long still = event.closes() ? 0 : Math.max(0, inbound.quantity() - event.quantity());
        book.change(inbound.id(), line -> line.withQuantity(still));
        long excess = event.quantity() - inbound.quantity();
        if (excess > 0) {
            overReceipts.add(new Incident(
                    Incident.Kind.OVER_RECEIPT,
                    event.variant(),
                    null,
                    excess,
                    "Delivery %2$s still expected %3$d and brought %1$d; all of it is in stock. Check the count, and what the supplier charges."
                            .formatted(event.quantity(), inbound.id().value(), inbound.quantity())));
        }
    }

    void delay(Event.Delay event) {
        Inbound inbound = known("delay.inbound", event.inbound());
        books.variant(inbound.variant()).change(inbound.id(), line -> line.withExpectedOn(event.expectedOn()));
    }

    void freeInbound(Event.FreeInbound event) {
        Inbound inbound = known("free.inbound", event.inbound());
        books.variant(inbound.variant()).change(inbound.id(), Inbound::general);
    }

    void freeStock(Event.FreeStock event) {
        books.checkMayServe("free.offer", event.offer(), event.variant());
        StockKey dedicated = new StockKey(event.location(), event.offer());
        take("free.quantity", event.variant(), dedicated, event.quantity());
        books.variant(event.variant()).addToStock(dedicated.general(), event.quantity());
    }

    void restock(Event.Restock event) {
        books.checkMayServe("restock.offer", event.offer(), event.variant());
        books.variant(event.variant()).addToStock(new StockKey(event.location(), event.offer()), event.quantity());
    }

    void count(Event.Count event) {
        books.checkMayServe("count.offer", event.offer(), event.variant());
        VariantBook book = books.variant(event.variant());
        StockKey key = new StockKey(event.location(), event.offer());
        book.put(book.row(key).withOnHand(event.onHand()));
    }

    void adjust(Event.Adjust event) {
        books.checkMayServe("adjust.offer", event.offer(), event.variant());
        StockKey key = new StockKey(event.location(), event.offer());
        if (event.delta() < 0) {
            take("adjust.delta", event.variant(), key, -event.delta());
        } else {
            books.variant(event.variant()).addToStock(key, event.delta());
        }
    }

    private void take(String place, VariantId variant, StockKey key, long units) {
        long onHand = books.onHand(variant, key);
        if (units > onHand) {
            throw new InvalidFacts(
                    place,
                    "takes %d units of \"%s\" at \"%s\", where %d are on hand"
                            .formatted(units, variant.value(), key.location().value(), onHand));
        }
        books.variant(variant).addToStock(key, -units);
    }

    private Inbound known(String place, InboundId id) {
        @Nullable Inbound inbound = books.inbound(id);
        if (inbound == null) {
            throw FactsCheck.unknown(place, "inbound", id);
        }
        return inbound;
    }
}
