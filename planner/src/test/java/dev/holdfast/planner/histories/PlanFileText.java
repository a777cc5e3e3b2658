package dev.holdfast.planner.histories;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Id;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Ships;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A history as the plan file that holds it: one row per line, keys that say nothing left out. */
public final class PlanFileText {

    private PlanFileText() {}

    public static String of(RandomHistory history) {
        Facts facts = history.facts();
        Map<String, @Nullable Object> policies = new TreeMap<>();
        facts.policies().forEach((variant, policy) -> policies.put(variant.value(), policy(policy)));
        return "{ \"asOf\": " + json(facts.asOf())
                + ",\n  \"settings\": " + json(settings(facts.settings()))
                + ",\n  \"policy\": " + json(policies)
                + rows(
                        "stock",
                        facts.stock(),
                        row -> object(
                                "variant",
                                row.variant(),
                                "location",
                                row.location(),
                                "onHand",
                                row.onHand(),
                                "safetyStock",
                                row.safetyStock(),
                                "offer",
                                row.offer()))
                + rows(
                        "inbound",
                        facts.inbound(),
                        row -> object(
                                "id",
                                row.id(),
                                "variant",
                                row.variant(),
                                "location",
                                row.location(),
                                "quantity",
                                row.quantity(),
                                "expectedOn",
                                row.expectedOn(),
                                "offer",
                                row.offer()))
                + rows("offers", facts.offers(), PlanFileText::offer)
                + rows("demand", facts.demand(), PlanFileText::line)
                + rows("events", history.events(), PlanFileText::event)
                + " }";
    }

    private static <T> String rows(String key, List<T> rows, Function<T, Map<String, @Nullable Object>> asObject) {
        return rows.stream()
                .map(row -> json(asObject.apply(row)))
                .collect(Collectors.joining(",\n    ", ",\n  \"" + key + "\": [\n    ", " ]"));
    }

    private static Map<String, @Nullable Object> settings(Settings settings) {
        return object(
                "timeZone", settings.timeZone(),
                "handlingDays", settings.handlingDays(),
                "workingDays",
                        settings.workingDays().stream()
                                .sorted()
                                .map(day -> day.name().substring(0, 3))
                                .toList(),
                "holidays", settings.holidays().stream().sorted().toList(),
                "locations", settings.locations(),
                "queueBy", settings.queueBy());
    }

    private static Map<String, @Nullable Object> policy(Policy policy) {
        return switch (policy) {
            case Policy.Deny _ -> object("sell", "DENY");
            case Policy.Incoming _ -> object("sell", "INCOMING");
            case Policy.Backorder(Long limit) -> object("sell", "BACKORDER", "limit", limit);
        };
    }

    private static Map<String, @Nullable Object> offer(Offer offer) {
        return object(
                "id", offer.id(),
                "variants", offer.variants().stream().sorted().toList(),
                "cap", offer.cap(),
                "perCustomer", offer.perCustomer(),
                "perOrder", offer.perOrder(),
                "opens", offer.opens(),
                "closes", offer.closes(),
                "shipped", offer.shipped(),
                "ships", ships(offer.ships()));
    }

    private static @Nullable Map<String, @Nullable Object> ships(@Nullable Ships ships) {
        return switch (ships) {
            case null -> null;
            case Ships.On(var date) -> object("on", date);
            case Ships.AfterDays(int days) -> object("afterDays", days);
            case Ships.Window(var from, var until) -> object("from", from, "until", until);
        };
    }

    private static Map<String, @Nullable Object> line(DemandLine line) {
        return object(
                "id", line.id(),
                "order", line.order(),
                "customer", line.customer(),
                "variant", line.variant(),
                "quantity", line.open(),
                "placedAt", line.placedAt(),
                "priority", line.priority(),
                "offer", line.offer(),
                "promisedOn", line.promisedOn(),
                "locations", orNull(line.locations()),
                "splitting", line.splitting(),
                "firm",
                        orNull(line.firm().stream()
                                .map(units -> object("location", units.location(), "quantity", units.quantity()))
                                .toList()));
    }

    private static Map<String, @Nullable Object> event(Event event) {
        return switch (event) {
            case Event.Place e ->
                object(
                        "place",
                        object(
                                "order",
                                e.order(),
                                "customer",
                                e.customer(),
                                "placedAt",
                                e.placedAt(),
                                "priority",
                                e.priority(),
                                "splitting",
                                e.splitting(),
                                "lines",
                                e.lines().stream().map(PlanFileText::placed).toList()));
            case Event.Receive e ->
                object(
                        "receive",
                        object(
                                "variant",
                                e.variant(),
                                "location",
                                e.location(),
                                "quantity",
                                e.quantity(),
                                "inbound",
                                e.inbound(),
                                "closes",
                                e.closes() ? true : null));
            case Event.Delay e -> object("delay", object("inbound", e.inbound(), "expectedOn", e.expectedOn()));
            case Event.Cancel e -> object("cancel", object("line", e.line(), "quantity", e.quantity()));
            case Event.Raise e -> object("raise", object("line", e.line(), "quantity", e.quantity()));
            case Event.Release e -> object("release", object("line", e.line(), "quantity", e.quantity()));
            case Event.Recall e -> object("recall", object("line", e.line(), "quantity", e.quantity()));
            case Event.FreeStock e ->
                object(
                        "free",
                        object(
                                "variant",
                                e.variant(),
                                "location",
                                e.location(),
                                "offer",
                                e.offer(),
                                "quantity",
                                e.quantity()));
            case Event.FreeInbound e -> object("free", object("inbound", e.inbound()));
            case Event.Ship e ->
                object("ship", object("line", e.line(), "quantity", e.quantity(), "location", e.location()));
            case Event.Restock e ->
                object(
                        "restock",
                        object(
                                "variant",
                                e.variant(),
                                "location",
                                e.location(),
                                "offer",
                                e.offer(),
                                "quantity",
                                e.quantity()));
            case Event.Count e ->
                object(
                        "count",
                        object(
                                "variant",
                                e.variant(),
                                "location",
                                e.location(),
                                "offer",
                                e.offer(),
                                "onHand",
                                e.onHand()));
            case Event.Adjust e ->
                object(
                        "adjust",
                        object(
                                "variant",
                                e.variant(),
                                "location",
                                e.location(),
                                "offer",
                                e.offer(),
                                "delta",
                                e.delta()));
        };
    }

    private static Map<String, @Nullable Object> placed(Event.PlacedLine line) {
        return object(
                "id",
                line.id(),
                "variant",
                line.variant(),
                "quantity",
                line.quantity(),
                "offer",
                line.offer(),
                "locations",
                orNull(line.locations()));
    }

    private static @Nullable Collection<?> orNull(Collection<?> values) {
        return values.isEmpty() ? null : values;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            if (keysAndValues[at + 1] != null) {
                object.put(String.valueOf(keysAndValues[at]), keysAndValues[at + 1]);
            }
        }
        return object;
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> all -> {
                List<String> texts = new ArrayList<>();
                all.forEach(one -> texts.add(json(one)));
                yield texts.toString();
            }
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            case Id<?> id -> json(id.value());
            case null -> "null";
            default -> "\"" + value + "\"";
        };
    }
}
