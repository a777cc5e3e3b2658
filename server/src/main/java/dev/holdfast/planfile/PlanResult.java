package dev.holdfast.planfile;

import dev.holdfast.planner.Availability;
import dev.holdfast.planner.Decision;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The result of a plan file: one JSON document, its keys always in the documented order, in UTF-8 with a line end. */
public final class PlanResult {

    private PlanResult() {}

    /** To be read by people too. */
    public static byte[] pretty(Plan plan) {
        return JsonText.pretty(json -> write(plan, json));
    }

    /** On one line. */
    public static byte[] line(Plan plan) {
        return JsonText.line(json -> write(plan, json));
    }

    /**
     * To be read by people too, with what the ids mean to them: a line also has its order's name and its variant's
     * title, and so have availability, stock and incidents. Written as it is made: a shop's backlog can be long.
     */
    public static void named(
            Plan plan, Function<OrderId, String> orders, Function<VariantId, String> titles, OutputStream out) {
        JsonText.pretty(out, json -> {
            json.writeStartObject();
            rows(json, "orders", plan.decisions(), PlanResult::order);
            rows(json, "lines", plan.lines(), (to, row) -> {
                line(to, row);
                to.writeStringProperty("orderName", orders.apply(row.line().order()));
                to.writeStringProperty("title", titles.apply(row.line().variant()));
            });
            rows(json, "availability", plan.availability(), (to, row) -> {
                availability(to, row);
                to.writeStringProperty("title", titles.apply(row.variant()));
            });
            rows(json, "stock", plan.stock(), (to, row) -> {
                stock(to, row);
                to.writeStringProperty("title", titles.apply(row.variant()));
            });
            rows(json, "inbound", plan.inbound(), PlanResult::inbound);
            rows(json, "offers", plan.offers(), PlanResult::offer);
            rows(json, "incidents", plan.incidents(), (to, row) -> {
                incident(to, row);
                to.writeStringProperty("title", titles.apply(row.variant()));
            });
            json.writeEndObject();
        });
    }

    /** What stands on one line instead of the result of bad input. */
    public static byte[] error(InvalidFacts bad) {
        return JsonText.line(json -> {
            json.writeStartObject();
            json.writeStringProperty("error", bad.place() + ": " + bad.reason());
            json.writeEndObject();
        });
    }

    private static void write(Plan plan, JsonGenerator json) {
        json.writeStartObject();
        rows(json, "orders", plan.decisions(), PlanResult::order);
        rows(json, "lines", plan.lines(), PlanResult::line);
        rows(json, "availability", plan.availability(), PlanResult::availability);
        rows(json, "stock", plan.stock(), PlanResult::stock);
        rows(json, "inbound", plan.inbound(), PlanResult::inbound);
        rows(json, "offers", plan.offers(), PlanResult::offer);
        rows(json, "incidents", plan.incidents(), PlanResult::incident);
        json.writeEndObject();
    }

    private static <T> void rows(JsonGenerator json, String key, List<T> rows, Row<T> row) {
        json.writeArrayPropertyStart(key);
        for (T each : rows) {
            json.writeStartObject();
            row.write(json, each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void order(JsonGenerator json, Decision decision) {
        json.writeStringProperty("order", decision.order().value());
        switch (decision) {
            case Decision.Accepted accepted -> {
                json.writeStringProperty("decision", "ACCEPTED");
                json.writeNullProperty("reason");
            }
            case Decision.Refused refused -> {
                json.writeStringProperty("decision", "REFUSED");
                json.writeStringProperty("reason", refused.reason().name());
            }
        }
        text(json, "line", decision.line() == null ? null : decision.line().value());
    }

    private static void line(JsonGenerator json, PlannedLine planned) {
        json.writeStringProperty("id", planned.line().id().value());
        json.writeStringProperty("order", planned.line().order().value());
        json.writeStringProperty("variant", planned.line().variant().value());
        json.writeNumberProperty("open", planned.line().open());
        json.writeNumberProperty("ready", planned.ready());
        json.writeNumberProperty("uncovered", planned.uncovered());
        date(json, "shipOn", planned.shipOn());
        rows(json, "pegs", planned.pegs(), PlanResult::peg);
        json.writeNumberProperty("ahead", planned.ahead());
        json.writeStringProperty("why", planned.why());
    }

    private static void peg(JsonGenerator json, Peg peg) {
        json.writeStringProperty("supply", peg.supply().label());
        json.writeNumberProperty("quantity", peg.quantity());
        date(json, "from", peg.from());
        json.writeBooleanProperty("firm", peg.firm());
        json.writeBooleanProperty("overdue", peg.overdue());
    }

    private static void availability(JsonGenerator json, Availability availability) {
        json.writeStringProperty("variant", availability.variant().value());
        json.writeNumberProperty("available", availability.available());
        number(json, "sellable", availability.sellable());
        rows(json, "ladder", availability.ladder(), PlanResult::rung);
    }

    private static void rung(JsonGenerator json, Availability.Rung rung) {
        date(json, "from", rung.from());
        json.writeNumberProperty("quantity", rung.quantity());
    }

    private static void stock(JsonGenerator json, StockRow row) {
        json.writeStringProperty("variant", row.variant().value());
        json.writeStringProperty("location", row.location().value());
        json.writeNumberProperty("onHand", row.onHand());
        if (row.offer() != null) {
            json.writeStringProperty("offer", row.offer().value());
        }
    }

    private static void inbound(JsonGenerator json, Plan.InboundLeft left) {
        json.writeStringProperty("id", left.id().value());
        json.writeNumberProperty("quantity", left.quantity());
        json.writeNumberProperty("free", left.free());
    }

    private static void offer(JsonGenerator json, Plan.OfferLeft left) {
        json.writeStringProperty("id", left.id().value());
        json.writeNumberProperty("accepted", left.accepted());
        number(json, "left", left.left());
    }

    private static void incident(JsonGenerator json, Incident incident) {
        json.writeStringProperty("kind", incident.kind().name());
        json.writeStringProperty("variant", incident.variant().value());
        text(json, "line", incident.line() == null ? null : incident.line().value());
        json.writeNumberProperty("quantity", incident.quantity());
        json.writeStringProperty("detail", incident.detail());
    }

    private static void text(JsonGenerator json, String key, @Nullable String value) {
        json.writeName(key);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private static void date(JsonGenerator json, String key, @Nullable LocalDate value) {
        text(json, key, value == null ? null : value.toString());
    }

    private static void number(JsonGenerator json, String key, @Nullable Long value) {
        json.writeName(key);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    /** How one row of an array is written. */
    private interface Row<T> {
        void write(JsonGenerator json, T row);
    }
}
