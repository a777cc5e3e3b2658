package dev.holdfast.planner;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in a buyer's words why a line ships when it does. */
final class Why {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<OfferId, Offer> offers = new HashMap<>();
    private final int handlingDays;

    Why(Facts facts) {
        facts.offers().forEach(offer -> offers.put(offer.id(), offer));
        handlingDays = facts.settings().handlingDays();
    }

    /**
     * The supplies, the units ahead, the event that moved it.
     *
     * @param ready whether a part of the line may ship now
     * @param moved what moved its date last, or null when nothing did
     */
    String of(LinePlan plan, boolean ready, @Nullable Move moved) {
        StringBuilder text = new StringBuilder(160);
        for (Peg peg : plan.pegs()) {
            supply(text, peg);
        }
        uncovered(text, plan);
        offerDate(text, plan);
        if (plan.whollyOnStock() ? !ready : plan.onStock() > plan.line().firmUnits() && !ready) {
            text.append(
                    plan.line().splitting() == Splitting.WHOLE_ORDER
                            ? "It waits until the whole order is in stock. "
                            : "It waits until all of it is in stock. ");
        }
        ahead(text, plan);
        if (plan.shipOn() != null && handlingDays > 0 && !plan.pegs().isEmpty()) {
            text.append("Packing takes ")
                    .append(handlingDays)
                    .append(handlingDays == 1 ? " working day. " : " working days. ");
        }
        if (moved != null) {
            moved(text, moved, plan.shipOn());
        }
        return text.substring(0, Math.max(0, text.length() - 1));
    }

    private void supply(StringBuilder text, Peg peg) {
        boolean one = peg.quantity() == 1;
        units(text, peg.quantity());
        if (peg.firm()) {
            text.append(one ? "is being packed. " : "are being packed. ");
        } else if (peg.supply() instanceof SupplyRef.OnStock) {
            text.append(one ? "is in stock and kept for this order. " : "are in stock and kept for this order. ");
        } else if (peg.overdue()) {
            text.append(one ? "comes" : "come").append(" with a delivery that is late and may arrive any day. ");
        } else if (peg.from() != null) {
            text.append(one ? "comes" : "come")
                    .append(" with a delivery expected on ")
                    .append(day(peg.from()))
                    .append(". ");
        } else {
            text.append(one ? "comes" : "come").append(" with a delivery that has no date yet. ");
        }
    }

    private static void uncovered(StringBuilder text, LinePlan plan) {
        if (plan.shortOfFirm() > 0) {
            units(text, plan.shortOfFirm());
            text.append(plan.shortOfFirm() == 1 ? "was" : "were")
                    .append(" about to be packed but cannot be found; the next units to arrive there go here first. ");
        }
        if (plan.movableUncovered() > 0) {
            text.append("No delivery is planned yet for ")
                    .append(plan.movableUncovered())
                    .append(plan.movableUncovered() == 1 ? " unit. " : " units. ");
        }
    }

    private void offerDate(StringBuilder text, LinePlan plan) {
        boolean undated = plan.uncovered() > 0 || plan.pegs().stream().anyMatch(peg -> peg.from() == null);
        Offer offer =
                plan.line().offer() == null ? null : offers.get(plan.line().offer());
        if (undated && offer != null && offer.ships() != null && plan.shipOn() != null) {
            text.append("For units without a dated delivery the pre-order's own date counts. ");
        }
    }

    private static void ahead(StringBuilder text, LinePlan plan) {
        if (plan.ahead() == 0) {
            text.append("Nobody is ahead in the queue. ");
        } else {
            units(text, plan.ahead());
            text.append(plan.ahead() == 1 ? "is" : "are").append(" ahead in the queue. ");
        }
    }

    private void moved(StringBuilder text, Move moved, @Nullable LocalDate now) {
        LocalDate before = moved.before();
        if (before == null) {
            text.append("It had no date before ");
        } else if (now == null) {
            text.append("It lost its date, ").append(day(before)).append(", when ");
        } else {
            text.append("It moved from ")
                    .append(day(before))
                    .append(" to ")
                    .append(day(now))
                    .append(" when ");
        }
        text.append(moved.cause()).append(". ");
    }

    private String day(LocalDate date) {
        return days.computeIfAbsent(date, DAY::format);
    }

    private static void units(StringBuilder text, long quantity) {
        text.append(quantity).append(quantity == 1 ? " unit " : " units ");
    }
}
