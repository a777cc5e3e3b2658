package dev.holdfast.planner.naive;

import dev.holdfast.planner.Decision;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the naive planner knows, in plain lists that are searched from the front. */
final class NaiveShop {

    final Facts told;
    final LocalDate today;
    final NaiveOrder order;
    final List<NaivePile> stock = new ArrayList<>();
    final List<NaiveDelivery> inbound = new ArrayList<>();
    final List<NaiveLine> lines = new ArrayList<>();
    final Set<VariantId> named = new HashSet<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<Incident> overReceipts = new ArrayList<>();

    NaiveShop(Facts facts) {
        told = facts;
        today = facts.asOf().atZone(facts.settings().timeZone()).toLocalDate();
        order = new NaiveOrder(facts.settings());
        named.addAll(facts.policies().keySet());
        for (int row = 0; row < facts.offers().size(); row++) {
            Offer offer = facts.offers().get(row);
            for (Offer before : facts.offers().subList(0, row)) {
                refuseIf(before.id().equals(offer.id()), "offers[" + row + "].id", "twice");
            }
            named.addAll(offer.variants());
        }
        for (int row = 0; row < facts.stock().size(); row++) {
            takeStock("stock[" + row + "]", facts.stock().get(row));
        }
        for (int row = 0; row < facts.inbound().size(); row++) {
            takeInbound("inbound[" + row + "]", facts.inbound().get(row));
        }
        for (int row = 0; row < facts.demand().size(); row++) {
            takeDemand("demand[" + row + "]", facts.demand().get(row));
        }
    }

    private void takeStock(String place, StockRow row) {
        refuseIf(pile(row.variant(), row.location(), row.offer()) != null, place, "twice");
        checkOffer(place + ".offer", row.offer(), row.variant());
        stock.add(new NaivePile(row));
        named.add(row.variant());
    }

    private void takeInbound(String place, Inbound row) {
        for (NaiveDelivery before : inbound) {
            refuseIf(before.id.equals(row.id()), place + ".id", "twice");
        }
        checkOffer(place + ".offer", row.offer(), row.variant());
        inbound.add(new NaiveDelivery(row));
        named.add(row.variant());
    }

    private void takeDemand(String place, DemandLine row) {
        for (NaiveLine before : lines) {
            refuseIf(before.told.id().equals(row.id()), place + ".id", "twice");
        }
        checkOffer(place + ".offer", row.offer(), row.variant());
        lines.add(new NaiveLine(row));
        named.add(row.variant());
    }

    static void refuseIf(boolean wrong, String place, String reason) {
        if (wrong) {
            throw new InvalidFacts(place, reason);
        }
    }

    /** No offer is always right; a named one must exist and list the variant. */
    void checkOffer(String place, @Nullable OfferId id, VariantId variant) {
        if (id != null) {
            Offer offer = offerOrNull(id);
            if (offer == null || !offer.variants().contains(variant)) {
                throw new InvalidFacts(place, "no such offer for this variant");
            }
        }
    }

    private @Nullable Offer offerOrNull(OfferId id) {
        for (Offer offer : told.offers()) {
            if (offer.id().equals(id)) {
                return offer;
            }
        }
        return null;
    }

    Offer offer(OfferId id) {
        return Objects.requireNonNull(offerOrNull(id));
    }

    Policy policy(VariantId variant) {
        return told.policies().getOrDefault(variant, Policy.DENY);
    }

    @Nullable
    NaivePile pile(VariantId variant, LocationId location, @Nullable OfferId offer) {
        for (NaivePile pile : stock) {
            if (pile.variant.equals(variant) && pile.location.equals(location) && Objects.equals(pile.offer, offer)) {
                return pile;
            }
        }
        return null;
    }

    /** The row, made with nothing on it where there was none: from now on it is shown. */
    NaivePile touch(VariantId variant, LocationId location, @Nullable OfferId offer) {
        NaivePile known = pile(variant, location, offer);
        if (known != null) {
            return known;
        }
        NaivePile made = new NaivePile(new StockRow(variant, location, offer, 0, 0));
        stock.add(made);
        named.add(variant);
        return made;
    }

    /** All lines of a variant in line order, finished ones too. */
    List<NaiveLine> queue(VariantId variant) {
        List<NaiveLine> queue = new ArrayList<>();
        for (NaiveLine line : lines) {
            if (line.told.variant().equals(variant)) {
                queue.add(line);
            }
        }
        queue.sort(order::lines);
        return queue;
    }

    /** Units accepted under an offer, those shipped before the file among them. */
    long accepted(OfferId offer) {
        long accepted = offer(offer).shipped();
        for (NaiveLine line : lines) {
            if (offer.equals(line.offer())) {
                accepted += line.accepted;
            }
        }
        return accepted;
    }

    Facts now() {
        List<Offer> offers = new ArrayList<>();
        for (Offer offer : told.offers()) {
            long shipped = offer.shipped();
            for (NaiveLine line : lines) {
                shipped += offer.id().equals(line.offer()) ? line.accepted - line.open : 0;
            }
            offers.add(new Offer(
                    offer.id(),
                    offer.variants(),
                    offer.cap(),
                    offer.perCustomer(),
                    offer.perOrder(),
                    offer.opens(),
                    offer.closes(),
                    shipped,
                    offer.ships()));
        }
        return new Facts(
                told.asOf(),
                told.settings(),
                told.policies(),
                stock.stream().map(NaivePile::now).toList(),
                inbound.stream().map(NaiveDelivery::now).toList(),
                offers,
                lines.stream().map(NaiveLine::now).toList());
    }
}
