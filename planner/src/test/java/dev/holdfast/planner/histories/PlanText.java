package dev.holdfast.planner.histories;

import dev.holdfast.planner.Decision;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.StockRow;
import java.util.StringJoiner;

/** A plan as lines of text, without {@code why} and {@code detail}: two plans are the same when their texts are. */
public final class PlanText {

    private PlanText() {}

    public static String of(Plan plan) {
        StringJoiner text = new StringJoiner("\n");
        plan.decisions().forEach(decision -> text.add(decision(decision)));
        text.add(whatStays(plan));
        plan.offers().forEach(offer -> text.add(offer.toString()));
        plan.incidents().forEach(incident -> text.add(incident(incident)));
        return text.toString();
    }

    /** Lines, availability, stock and inbound: what a plan from scratch has in common with a replay. */
    public static String whatStays(Plan plan) {
        StringJoiner text = new StringJoiner("\n");
        plan.lines().forEach(line -> text.add(line(line)));
        plan.availability().forEach(availability -> text.add(availability.toString()));
        plan.stock().forEach(row -> text.add(stock(row)));
        plan.inbound().forEach(inbound -> text.add(inbound.toString()));
        return text.toString();
    }

    /** Everything, the words too. */
    public static String withWords(Plan plan) {
        StringJoiner text = new StringJoiner("\n");
        text.add(of(plan));
        plan.lines().forEach(line -> text.add(line.why()));
        plan.incidents().forEach(incident -> text.add(incident.detail()));
        return text.toString();
    }

    private static String decision(Decision decision) {
        return switch (decision) {
            case Decision.Accepted yes -> "accepted " + yes.order() + " line " + yes.line();
            case Decision.Refused no -> "refused " + no.order() + " line " + no.line() + ": " + no.reason();
        };
    }

    private static String line(PlannedLine planned) {
        StringBuilder text = new StringBuilder();
        text.append(planned.line().id()).append(" of ").append(planned.line().order());
        text.append(" for ").append(planned.line().variant());
        text.append(": open ").append(planned.line().open());
        text.append(", ready ").append(planned.ready());
        text.append(", uncovered ").append(planned.uncovered());
        text.append(", shipOn ").append(planned.shipOn());
        text.append(", ahead ").append(planned.ahead());
        for (Peg peg : planned.pegs()) {
            text.append(", ").append(peg.quantity()).append(' ').append(peg.supply());
            text.append(" from ").append(peg.from());
            text.append(peg.firm() ? " firm" : "").append(peg.overdue() ? " overdue" : "");
        }
        return text.toString();
    }

    private static String stock(StockRow row) {
        return row.variant() + " at " + row.location() + " for " + row.offer() + ": " + row.onHand();
    }

    private static String incident(Incident incident) {
        return incident.kind() + " " + incident.variant() + " " + incident.line() + " " + incident.quantity();
    }
}
