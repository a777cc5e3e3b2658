package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop's facts as events change them, one at a time. Not safe for use by several threads. */
public final class History {

    private final Books books;
    private final Acceptance acceptance;
    private final StockEvents stock;
    private final LineEvents lines;
    private final Moves moves;
    private final List<Decision> decisions = new ArrayList<>();

    /**
     * Starts from these facts.
     *
     * @throws InvalidFacts where rows contradict each other, with the place of the row: {@code demand[3].offer}
     */
    public History(Facts facts) {
        books = new Books(facts);
        acceptance = new Acceptance(books);
        stock = new StockEvents(books);
        lines = new LineEvents(books);
        moves = new Moves(books);
    }

    /**
     * Applies one event whole, or nothing of it.
     *
     * @throws InvalidFacts where the event contradicts the facts, with the place in the event: {@code cancel.quantity}
     */
    public void apply(Event event) {
        moves.during(event, () -> change(event));
    }

    private void change(Event event) {
        switch (event) {
            case Event.Place place -> decisions.add(acceptance.place(place));
            case Event.Raise raise -> decisions.add(acceptance.raise(raise));
            case Event.Cancel cancel -> lines.cancel(cancel);
            case Event.Release release -> lines.release(release);
            case Event.Recall recall -> lines.recall(recall);
            case Event.Ship ship -> lines.ship(ship);
            case Event.Receive receive -> stock.receive(receive);
            case Event.Delay delay -> stock.delay(delay);
            case Event.FreeStock free -> stock.freeStock(free);
            case Event.FreeInbound free -> stock.freeInbound(free);
            case Event.Restock restock -> stock.restock(restock);
            case Event.Count count -> stock.count(count);
            case Event.Adjust adjust -> stock.adjust(adjust);
        }
    }

    /** The plan of the facts as they are now, with the decisions and over-receipts of the events so far. */
    public Plan plan() {
        return new PlanWriter(books, moves).write(decisions, stock.overReceipts());
    }

    /**
     * The facts as they are now: planned from scratch they give the same lines, availability, stock and inbound.
     *
     * <p>Units that left for an offer since the opening are in its {@code shipped}. Variants that were only named get
     * their policy written out, so that they stay named.
     */
    public Facts facts() {
        Facts opening = books.opening();
        Map<VariantId, Policy> policies = new HashMap<>();
        List<StockRow> rows = new ArrayList<>();
        List<DemandLine> demand = new ArrayList<>();
        Map<OfferId, Long> open = new HashMap<>();
        for (VariantBook book : books.variants()) {
            policies.put(book.variant(), books.policy(book.variant()));
            rows.addAll(book.stock());
            for (DemandLine line : book.queue()) {
                if (line.open() > 0) {
                    demand.add(line);
                }
                if (line.offer() != null) {
                    open.merge(line.offer(), line.open(), Long::sum);
                }
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (OfferBook book : books.offers()) {
            offers.add(book.offer()
                    .withShipped(
                            book.accepted() - open.getOrDefault(book.offer().id(), 0L)));
        }
        return new Facts(opening.asOf(), opening.settings(), policies, rows, books.inbound(), offers, demand);
    }
}
