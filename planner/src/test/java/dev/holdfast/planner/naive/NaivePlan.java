package dev.holdfast.planner.naive;

import dev.holdfast.planner.Availability;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan of a shop, told in the order that the plan file promises. */
final class NaivePlan {

    private final NaiveShop shop;
    private final Map<VariantId, NaiveFill> fills = new HashMap<>();

    NaivePlan(NaiveShop shop) {
        this.shop = shop;
    }

    Plan plan() {
        return new Plan(
                List.copyOf(shop.decisions),
                lines(),
                variants().stream().map(this::availability).toList(),
                stock(),
                inbound(),
                offers(),
                new NaiveIncidents(shop, this).all());
    }

    NaiveFill fill(VariantId variant) {
        return fills.computeIfAbsent(variant, v -> new NaiveFill(shop, v, shop.queue(v)));
    }

    List<VariantId> variants() {
        return shop.named.stream().sorted(NaiveOrder::ids).toList();
    }

    private List<PlannedLine> lines() {
        List<PlannedLine> lines = new ArrayList<>();
        NaiveDates dates = new NaiveDates(shop);
        for (VariantId variant : variants()) {
            long ahead = 0;
            for (NaiveLine line : shop.queue(variant)) {
                if (line.open > 0) {
                    List<NaiveFill.Want> wants = fill(variant).of(line);
                    long uncovered =
                            wants.stream().filter(want -> want.got == null).count();
                    lines.add(new PlannedLine(
                            line.now(), ready(line), uncovered, dates.shipOn(line, wants), pegs(wants), ahead, ""));
                    ahead += line.open;
                }
            }
        }
        return lines;
    }

    long ready(NaiveLine line) {
        long onStock = onStock(line);
        return switch (line.told.splitting()) {
            case SPLIT -> onStock;
            case WHOLE_LINE -> onStock == line.open ? line.open : 0;
            case WHOLE_ORDER -> isWholeOrderOnStock(line) ? line.open : 0;
        };
    }

    private boolean isWholeOrderOnStock(NaiveLine line) {
        if (line.told.splitting() != Splitting.WHOLE_ORDER) {
            throw new IllegalStateException("each line follows its own splitting");
        }
        return shop.lines.stream()
                .filter(other -> other.told.order().equals(line.told.order()))
                .allMatch(other -> onStock(other) == other.open);
    }

    private long onStock(NaiveLine line) {
        return fill(line.told.variant()).of(line).stream()
                .filter(NaiveFill.Want::isOnStock)
                .count();
    }

    /** Units of one supply, firm or not, side by side become one peg. */
    private List<Peg> pegs(List<NaiveFill.Want> wants) {
        List<NaiveFill.Want> served = new ArrayList<>();
        for (NaiveFill.Want want : wants) {
            if (want.got != null) {
                served.add(want);
            }
        }
        served.sort((left, right) -> {
            int bySupply = shop.order.supplies(supply(left), supply(right));
            return bySupply != 0 ? bySupply : Boolean.compare(right.isFirm(), left.isFirm());
        });
        List<Peg> pegs = new ArrayList<>();
        for (NaiveFill.Want want : served) {
            NaiveSupply supply = supply(want);
            Peg last = pegs.isEmpty() ? null : pegs.getLast();
            boolean joins = last != null && last.supply().equals(supply.ref) && last.firm() == want.isFirm();
            long before = joins ? pegs.removeLast().quantity() : 0;
            pegs.add(new Peg(supply.ref, before + 1, supply.from, want.isFirm(), supply.overdue));
        }
        return pegs;
    }

    private static NaiveSupply supply(NaiveFill.Want want) {
        return Objects.requireNonNull(want.got).supply;
    }

    private Availability availability(VariantId variant) {
        NaiveFill fill = fill(variant);
        long stockLeft = fill.left(true, location -> true);
        long inboundLeft = fill.left(false, location -> true);
        long waiting = fill.waiting();
        Long sellable = switch (shop.policy(variant)) {
            case Policy.Deny _ -> stockLeft;
            case Policy.Incoming _ -> stockLeft + inboundLeft;
            case Policy.Backorder(Long limit) ->
                limit == null ? null : Long.valueOf(Math.max(stockLeft, stockLeft + limit - waiting));
        };
        return new Availability(variant, stockLeft - waiting, sellable, ladder(fill));
    }

    private static List<Availability.Rung> ladder(NaiveFill fill) {
        List<Availability.Rung> ladder = new ArrayList<>();
        for (NaiveSupply supply : fill.supplies) {
            if (supply.offer == null && supply.left() > 0) {
                boolean joins =
                        !ladder.isEmpty() && Objects.equals(ladder.getLast().from(), supply.from);
                long before = joins ? ladder.removeLast().quantity() : 0;
                @Nullable LocalDate from = supply.from;
                ladder.add(new Availability.Rung(from, before + supply.left()));
            }
        }
        return ladder;
    }

    private List<StockRow> stock() {
        List<NaivePile> piles = new ArrayList<>(shop.stock);
        piles.sort((left, right) -> {
            int byVariant = NaiveOrder.ids(left.variant, right.variant);
            int byLocation = byVariant != 0 ? byVariant : shop.order.locations(left.location, right.location);
            if (byLocation != 0 || left.offer == null || right.offer == null) {
                return byLocation != 0 ? byLocation : Boolean.compare(left.offer != null, right.offer != null);
            }
            return NaiveOrder.ids(left.offer, right.offer);
        });
        return piles.stream().map(NaivePile::now).toList();
    }

    private List<Plan.InboundLeft> inbound() {
        List<Plan.InboundLeft> rows = new ArrayList<>();
        for (NaiveDelivery delivery : shop.inbound) {
            for (NaiveSupply supply : fill(delivery.variant).supplies) {
                if (supply.delivery == delivery) {
                    rows.add(new Plan.InboundLeft(delivery.id, delivery.quantity, supply.left()));
                }
            }
        }
        rows.sort((left, right) -> NaiveOrder.ids(left.id(), right.id()));
        return rows;
    }

    private List<Plan.OfferLeft> offers() {
        List<Plan.OfferLeft> rows = new ArrayList<>();
        for (Offer offer : shop.told.offers()) {
            long accepted = shop.accepted(offer.id());
            Long left = offer.cap() == null ? null : Long.valueOf(Math.max(0, offer.cap() - accepted));
            rows.add(new Plan.OfferLeft(offer.id(), accepted, left));
        }
        rows.sort((left, right) -> NaiveOrder.ids(left.id(), right.id()));
        return rows;
    }
}
