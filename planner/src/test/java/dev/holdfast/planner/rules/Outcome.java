package dev.holdfast.planner.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Availability;
import dev.holdfast.planner.Decision;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.Planner;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.histories.PlanText;
import dev.holdfast.planner.naive.NaivePlanner;
import java.util.List;
import java.util.stream.Collectors;

/** A plan in short texts; both planners made it. */
record Outcome(Plan plan) {

    static Outcome of(Facts facts, List<Event> events) {
        Plan plan = Planner.replay(facts, events);
        assertThat(PlanText.of(plan))
                .as("what the naive planner says")
                .isEqualTo(PlanText.of(NaivePlanner.replay(facts, events)));
        return new Outcome(plan);
    }

    PlannedLine line(String id) {
        return plan.lines().stream()
                .filter(line -> line.line().id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open line " + id));
    }

    /** Such as {@code 1 stock:main firm, 2 inbound:PO, 3 nowhere}. */
    String pegs(String line) {
        PlannedLine planned = line(line);
        String pegs = planned.pegs().stream()
                .map(peg -> peg.quantity() + " " + peg.supply().label() + (peg.firm() ? " firm" : "")
                        + (peg.overdue() ? " overdue" : ""))
                .collect(Collectors.joining(", "));
        String uncovered = planned.uncovered() == 0 ? "" : planned.uncovered() + " nowhere";
        return pegs.isEmpty() || uncovered.isEmpty() ? pegs + uncovered : pegs + ", " + uncovered;
    }

    String shipOn(String line) {
        return String.valueOf(line(line).shipOn());
    }

    long ready(String line) {
        return line(line).ready();
    }

    List<String> queue() {
        return plan.lines().stream().map(line -> line.line().id().value()).toList();
    }

    Availability availability() {
        return availability(Shop.TEE);
    }

    Availability availability(String variant) {
        return plan.availability().stream()
                .filter(row -> row.variant().value().equals(variant))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no availability of " + variant));
    }

    /** Such as {@code 2026-11-22: 2, 2026-12-05: 3, null: 1}. */
    String ladder() {
        return availability().ladder().stream()
                .map(rung -> rung.from() + ": " + rung.quantity())
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code main: 2, main for drop: 1}. */
    String stock() {
        return plan.stock().stream().map(Outcome::row).collect(Collectors.joining(", "));
    }

    private static String row(StockRow row) {
        String offer = row.offer() == null ? "" : " for " + row.offer().value();
        return row.location().value() + offer + ": " + row.onHand();
    }

    /** Such as {@code PO: 3 expected, 1 free}. */
    String inbound() {
        return plan.inbound().stream()
                .map(row -> row.id().value() + ": " + row.quantity() + " expected, " + row.free() + " free")
                .collect(Collectors.joining("; "));
    }

    /** Such as {@code drop: 3 accepted, null left}. */
    String offers() {
        return plan.offers().stream()
                .map(row -> row.id().value() + ": " + row.accepted() + " accepted, " + row.left() + " left")
                .collect(Collectors.joining("; "));
    }

    /** Such as {@code ACCEPTED order of a} or {@code OUT_OF_STOCK b in order of a}. */
    List<String> decisions() {
        return plan.decisions().stream()
                .map(decision -> switch (decision) {
                    case Decision.Accepted yes ->
                        "ACCEPTED " + yes.order().value()
                                + (yes.line() == null
                                        ? ""
                                        : ", line " + yes.line().value());
                    case Decision.Refused no ->
                        no.reason() + " " + no.line().value() + " in "
                                + no.order().value();
                })
                .toList();
    }

    /** Such as {@code OVERSOLD a 2}. */
    List<String> incidents() {
        return plan.incidents().stream().map(Outcome::incident).toList();
    }

    private static String incident(Incident incident) {
        String line = incident.line() == null ? "" : incident.line().value() + " ";
        return incident.kind() + " " + line + incident.quantity();
    }
}
