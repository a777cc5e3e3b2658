package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is known of a shop now, by variant, line, order, delivery and offer. */
final class Books {

    private final Facts facts;
    private final ShopOrder order;
    private final Planning planning;
    private final SortedMap<VariantId, VariantBook> variants = new TreeMap<>();
    private final SortedMap<InboundId, VariantId> inbound = new TreeMap<>();
    private final SortedMap<OfferId, OfferBook> offers = new TreeMap<>();
    private final Map<LineId, DemandLine> lines = new HashMap<>();
    private final Map<OrderId, List<LineId>> orders = new HashMap<>();

    Books(Facts facts) {
        this.facts = facts;
        order = new ShopOrder(facts.settings());
        Map<OfferId, Offer> terms = new HashMap<>();
        planning = new Planning(facts, order, terms);
        FactsCheck.check(facts);
        for (Offer offer : facts.offers()) {
            terms.put(offer.id(), offer);
            offers.put(offer.id(), new OfferBook(offer));
            offer.variants().forEach(this::variant);
        }
        facts.policies().keySet().forEach(this::variant);
        facts.stock().forEach(row -> variant(row.variant()).put(row));
        for (Inbound line : facts.inbound()) {
            inbound.put(line.id(), line.variant());
            variant(line.variant()).put(line);
        }
        facts.demand().forEach(this::accept);
    }

    Facts opening() {
        return facts;
    }

    ShopOrder order() {
        return order;
    }

    Policy policy(VariantId variant) {
        return facts.policies().getOrDefault(variant, Policy.DENY);
    }

    Collection<VariantBook> variants() {
        return variants.values();
    }

    Collection<OfferBook> offers() {
        return offers.values();
    }

    /** Deliveries by id. */
    List<Inbound> inbound() {
        List<Inbound> all = new ArrayList<>(inbound.size());
        for (InboundId id : inbound.keySet()) {
            Inbound line = inbound(id);
            if (line != null) {
                all.add(line);
            }
        }
        return all;
    }

    /** The variant's book; from now on the variant is one that was named. */
    VariantBook variant(VariantId id) {
        return variants.computeIfAbsent(id, named -> new VariantBook(named, order));
    }

    boolean names(VariantId id) {
        return variants.containsKey(id);
    }

    /** Units on hand, without naming the variant. */
    long onHand(VariantId id, StockKey key) {
        VariantBook book = variants.get(id);
        return book == null ? 0 : book.onHand(key);
    }

    VariantPlan plan(VariantId id) {
        return variant(id).plan(planning);
    }

    @Nullable
    Inbound inbound(InboundId id) {
        VariantId variant = inbound.get(id);
        return variant == null ? null : variant(variant).inbound(id);
    }

    @Nullable
    OfferBook offer(OfferId id) {
        return offers.get(id);
    }

    /** Throws unless the offer, where one is named, exists and lists the variant. */
    void checkMayServe(String place, @Nullable OfferId offer, VariantId variant) {
        FactsCheck.mayServe(
                place,
                id -> {
                    OfferBook book = offers.get(id);
                    return book == null ? null : book.offer();
                },
                offer,
                variant);
    }

    /** A line accepted at some time, finished ones too. */
    @Nullable
    DemandLine line(LineId id) {
        return lines.get(id);
    }

    boolean knows(OrderId id) {
        return orders.containsKey(id);
    }

    /** The order's lines, finished ones too. */
    List<DemandLine> linesOf(OrderId id) {
        List<DemandLine> all = new ArrayList<>();
        for (LineId line : orders.getOrDefault(id, List.of())) {
            DemandLine known = lines.get(line);
            if (known != null) {
                all.add(known);
            }
        }
        return all;
    }

    /** Puts a line where it belongs in its variant's queue, and counts it for its offer. */
    void accept(DemandLine line) {
        lines.put(line.id(), line);
        orders.computeIfAbsent(line.order(), id -> new ArrayList<>(1)).add(line.id());
        variant(line.variant()).enqueue(line);
        count(line, line.open());
    }

    /** Counts units accepted, or less than none for units cancelled, for the line's offer. */
    void count(DemandLine line, long units) {
        OfferBook offer = line.offer() == null ? null : offers.get(line.offer());
        if (offer != null) {
            offer.count(line, units);
        }
    }

    /** The line keeps its place with other open or firm units. */
    void change(DemandLine before, long open, List<FirmUnits> firm) {
        DemandLine after = before.with(open, firm);
        lines.put(after.id(), after);
        variant(after.variant()).replace(before, after);
    }
}
