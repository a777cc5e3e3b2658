package dev.holdfast.planner.naive;

import static dev.holdfast.planner.naive.NaiveShop.refuseIf;

import dev.holdfast.planner.Decision;
import dev.holdfast.planner.Decision.Refusal;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts and what happened to them; an event that cannot be is refused and changes nothing. */
public final class NaiveHistory {

    private final NaiveShop shop;

    public NaiveHistory(Facts facts) {
        shop = new NaiveShop(facts);
    }

    public Plan plan() {
        return new NaivePlan(shop).plan();
    }

    /** What it all comes to: planned from scratch, these facts have the same lines, availability, stock and inbound. */
    public Facts facts() {
        return shop.now();
    }

    /** Applies an event; where it cannot be, nothing happens and the answer is the place that says so, else null. */
    public @Nullable String refusal(Event event) {
        try {
            apply(event);
            return null;
        } catch (InvalidFacts wrong) {
            return wrong.place();
        }
    }

    public void apply(Event event) {
        switch (event) {
            case Event.Place place -> place(place);
            case Event.Raise raise -> raise(raise);
            case Event.Receive receive -> receive(receive);
            case Event.Delay delay -> delivery("delay.inbound", delay.inbound()).expectedOn = delay.expectedOn();
            case Event.Cancel cancel -> cancel(cancel);
            case Event.Release release -> release(release);
            case Event.Recall recall -> recall(recall);
            case Event.FreeStock free -> free(free);
            case Event.FreeInbound free -> delivery("free.inbound", free.inbound()).offer = null;
            case Event.Ship ship -> ship(ship);
            case Event.Restock restock -> {
                shop.checkOffer("restock.offer", restock.offer(), restock.variant());
                shop.touch(restock.variant(), restock.location(), restock.offer()).onHand += restock.quantity();
            }
            case Event.Count count -> {
                shop.checkOffer("count.offer", count.offer(), count.variant());
                shop.touch(count.variant(), count.location(), count.offer()).onHand = count.onHand();
            }
            case Event.Adjust adjust -> {
                shop.checkOffer("adjust.offer", adjust.offer(), adjust.variant());
                NaivePile known = shop.pile(adjust.variant(), adjust.location(), adjust.offer());
                refuseIf(onHand(known) + adjust.delta() < 0, "adjust.delta", "more than there is");
                shop.touch(adjust.variant(), adjust.location(), adjust.offer()).onHand += adjust.delta();
            }
        }
    }

    private void place(Event.Place place) {
        refuseIf(place.lines().isEmpty(), "place.lines", "an order has lines");
        for (NaiveLine known : shop.lines) {
            refuseIf(known.told.order().equals(place.order()), "place.order", "was placed before");
        }
        List<NaiveLine> asked = new ArrayList<>();
        for (int row = 0; row < place.lines().size(); row++) {
            Event.PlacedLine line = place.lines().get(row);
            String at = "place.lines[" + row + "]";
            refuseIf(isKnown(line.id(), shop.lines) || isKnown(line.id(), asked), at + ".id", "was there before");
            shop.checkOffer(at + ".offer", line.offer(), line.variant());
            asked.add(asked(place, line));
        }
        asked.sort((left, right) -> NaiveOrder.ids(left.told.id(), right.told.id()));
        NaiveAcceptance acceptance = new NaiveAcceptance(shop);
        List<NaiveLine> fitting = new ArrayList<>();
        for (NaiveLine line : asked) {
            shop.named.add(line.told.variant());
        }
        for (NaiveLine line : asked) {
            Refusal no = acceptance.refusal(line, line.open, fitting);
            if (no != null) {
                shop.decisions.add(new Decision.Refused(place.order(), line.told.id(), no));
                return;
            }
            fitting.add(line);
        }
        shop.lines.addAll(fitting);
        shop.decisions.add(new Decision.Accepted(place.order(), null));
    }

    private static boolean isKnown(LineId id, List<NaiveLine> lines) {
        return lines.stream().anyMatch(line -> line.told.id().equals(id));
    }

    private static NaiveLine asked(Event.Place place, Event.PlacedLine line) {
        return new NaiveLine(new DemandLine(
                line.id(),
                place.order(),
                place.customer(),
                line.variant(),
                line.quantity(),
                place.placedAt(),
                place.priority(),
                line.offer(),
                null,
                line.locations(),
                place.splitting(),
                List.of()));
    }

    private void raise(Event.Raise raise) {
        NaiveLine line = line("raise.line", raise.line());
        Refusal no = new NaiveAcceptance(shop).refusal(line, raise.quantity(), List.of());
        if (no != null) {
            shop.decisions.add(new Decision.Refused(line.told.order(), raise.line(), no));
            return;
        }
        line.open += raise.quantity();
        line.accepted += raise.quantity();
        shop.decisions.add(new Decision.Accepted(line.told.order(), raise.line()));
    }

    private void receive(Event.Receive receive) {
        OfferId offer = null;
        if (receive.inbound() == null) {
            refuseIf(receive.closes(), "receive.closes", "closes what?");
        } else {
            NaiveDelivery delivery = delivery("receive.inbound", receive.inbound());
            refuseIf(!delivery.variant.equals(receive.variant()), "receive.variant", "not what it brings");
            offer = delivery.offer;
            long excess = receive.quantity() - delivery.quantity;
            if (excess > 0) {
                shop.overReceipts.add(new Incident(Incident.Kind.OVER_RECEIPT, receive.variant(), null, excess, ""));
            }
            delivery.quantity = receive.closes() ? 0 : Math.max(0, -excess);
        }
        shop.touch(receive.variant(), receive.location(), offer).onHand += receive.quantity();
    }

    private void cancel(Event.Cancel cancel) {
        NaiveLine line = line("cancel.line", cancel.line());
        refuseIf(cancel.quantity() > line.open, "cancel.quantity", "more than are open");
        line.open -= cancel.quantity();
        line.accepted -= cancel.quantity();
        dropFirmBeyondOpen(line);
    }

    private void dropFirmBeyondOpen(NaiveLine line) {
        while (line.firm.size() > line.open) {
            dropLastFirm(line);
        }
    }

    private void dropLastFirm(NaiveLine line) {
        line.firm.sort(shop.order::locations);
        line.firm.removeLast();
    }

    private void release(Event.Release release) {
        NaiveLine line = line("release.line", release.line());
        VariantId variant = line.told.variant();
        NaiveFill fill = new NaiveFill(shop, variant, shop.queue(variant));
        List<NaiveFill.Want> movable = new ArrayList<>();
        if (new NaivePlan(shop).ready(line) > 0) {
            for (NaiveFill.Want want : fill.of(line)) {
                if (want.isOnStock() && !want.isFirm()) {
                    movable.add(want);
                }
            }
        }
        refuseIf(release.quantity() > movable.size(), "release.quantity", "more than are ready");
        // A line takes its units in supply order within a phase only: dedicated before general.
        movable.sort((left, right) -> shop.order.supplies(supply(left), supply(right)));
        for (long unit = 0; unit < release.quantity(); unit++) {
            line.firm.add(supply(movable.removeFirst()).location);
        }
    }

    private static NaiveSupply supply(NaiveFill.Want want) {
        return Objects.requireNonNull(want.got).supply;
    }

    private void recall(Event.Recall recall) {
        NaiveLine line = line("recall.line", recall.line());
        refuseIf(recall.quantity() > line.firm.size(), "recall.quantity", "more than are firm");
        for (long unit = 0; unit < recall.quantity(); unit++) {
            dropLastFirm(line);
        }
    }

    private void free(Event.FreeStock free) {
        shop.checkOffer("free.offer", free.offer(), free.variant());
        NaivePile known = shop.pile(free.variant(), free.location(), free.offer());
        refuseIf(free.quantity() > onHand(known), "free.quantity", "more than there are");
        shop.touch(free.variant(), free.location(), free.offer()).onHand -= free.quantity();
        shop.touch(free.variant(), free.location(), null).onHand += free.quantity();
    }

    private void ship(Event.Ship ship) {
        NaiveLine line = line("ship.line", ship.line());
        refuseIf(ship.quantity() > line.open, "ship.quantity", "more than are open");
        OfferId offer = line.offer();
        NaivePile general = shop.pile(line.told.variant(), ship.location(), null);
        NaivePile own = offer == null ? null : shop.pile(line.told.variant(), ship.location(), offer);
        refuseIf(ship.quantity() > onHand(own) + onHand(general), "ship.quantity", "more than are there");
        for (long unit = 0; unit < ship.quantity(); unit++) {
            NaivePile from = onHand(own) > 0 ? own : general;
            Objects.requireNonNull(from).onHand--;
            line.open--;
            line.firm.remove(ship.location());
        }
        dropFirmBeyondOpen(line);
    }

    private static long onHand(@Nullable NaivePile pile) {
        return pile == null ? 0 : pile.onHand;
    }

    private NaiveLine line(String place, LineId id) {
        for (NaiveLine line : shop.lines) {
            if (line.told.id().equals(id)) {
                return line;
            }
        }
        throw new InvalidFacts(place, "no such line");
    }

    private NaiveDelivery delivery(String place, InboundId id) {
        for (NaiveDelivery delivery : shop.inbound) {
            if (delivery.id.equals(id)) {
                return delivery;
            }
        }
        throw new InvalidFacts(place, "no such inbound");
    }
}
