package dev.holdfast.planner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds rows of facts that contradict each other; a duplicate is named by its second occurrence. */
final class FactsCheck {

    private final Map<OfferId, Offer> offers = new HashMap<>();

    private FactsCheck() {}

    static void check(Facts facts) {
        FactsCheck check = new FactsCheck();
        check.offers(facts.offers());
        check.stock(facts.stock());
        check.inbound(facts.inbound());
        check.demand(facts.demand());
    }

    private void offers(List<Offer> rows) {
        for (int at = 0; at < rows.size(); at++) {
            Offer offer = rows.get(at);
            if (offers.put(offer.id(), offer) != null) {
                throw duplicate("offers[" + at + "].id", "offer", offer.id());
            }
        }
    }

    private void stock(List<StockRow> rows) {
        Set<Object> seen = HashSet.newHashSet(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            StockRow row = rows.get(at);
            String place = "stock[" + at + "]";
            mayServe(place + ".offer", offers::get, row.offer(), row.variant());
            if (!seen.add(List.of(row.variant(), StockKey.of(row)))) {
                throw new InvalidFacts(
                        place,
                        "stock of \"%s\" at \"%s\" is given twice"
                                .formatted(row.variant().value(), row.location().value()));
            }
        }
    }

    private void inbound(List<Inbound> rows) {
        Set<InboundId> seen = HashSet.newHashSet(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            Inbound line = rows.get(at);
            String place = "inbound[" + at + "]";
            if (!seen.add(line.id())) {
                throw duplicate(place + ".id", "inbound", line.id());
            }
            mayServe(place + ".offer", offers::get, line.offer(), line.variant());
        }
    }

    private void demand(List<DemandLine> rows) {
        Set<LineId> seen = HashSet.newHashSet(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            DemandLine line = rows.get(at);
            String place = "demand[" + at + "]";
            if (!seen.add(line.id())) {
                throw duplicate(place + ".id", "line", line.id());
            }
            mayServe(place + ".offer", offers::get, line.offer(), line.variant());
        }
    }

    /** Throws unless the offer, where one is named, exists and lists the variant. */
    static void mayServe(
            String place, Function<OfferId, @Nullable Offer> offers, @Nullable OfferId offer, VariantId variant) {
        if (offer == null) {
            return;
        }
        Offer known = offers.apply(offer);
        if (known == null) {
            throw unknown(place, "offer", offer);
        }
        if (!known.variants().contains(variant)) {
            throw new InvalidFacts(
                    place, "offer \"%s\" does not list variant \"%s\"".formatted(offer.value(), variant.value()));
        }
    }

    static InvalidFacts unknown(String place, String what, Id<?> id) {
        return new InvalidFacts(place, "there is no %s \"%s\"".formatted(what, id.value()));
    }

    static InvalidFacts duplicate(String place, String what, Id<?> id) {
        return new InvalidFacts(place, "%s \"%s\" is already there".formatted(what, id.value()));
    }
}
