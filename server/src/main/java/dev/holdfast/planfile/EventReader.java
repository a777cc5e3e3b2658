package dev.holdfast.planfile;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the events of a plan file, and gives them the defaults that its facts decide. */
final class EventReader {

    private static final List<String> EVENTS = List.of(
            "place", "receive", "delay", "cancel", "raise", "release", "recall", "free", "ship", "restock", "count",
            "adjust");
    private static final List<String> PLACE_KEYS =
            List.of("order", "customer", "placedAt", "priority", "splitting", "lines");
    private static final List<String> PLACED_LINE_KEYS = List.of("id", "variant", "quantity", "offer", "locations");
    private static final List<String> RECEIVE_KEYS = List.of("variant", "location", "quantity", "inbound", "closes");
    private static final List<String> DELAY_KEYS = List.of("inbound", "expectedOn");
    private static final List<String> LINE_KEYS = List.of("line", "quantity");
    private static final List<String> FREE_KEYS = List.of("inbound", "variant", "location", "offer", "quantity");
    private static final List<String> SHIP_KEYS = List.of("line", "quantity", "location");
    private static final List<String> RESTOCK_KEYS = List.of("variant", "location", "offer", "quantity");
    private static final List<String> COUNT_KEYS = List.of("variant", "location", "offer", "onHand");
    private static final List<String> ADJUST_KEYS = List.of("variant", "location", "offer", "delta");

    private final Facts facts;
    private final Map<InboundId, LocationId> inboundLocations = new HashMap<>();

    EventReader(Facts facts) {
        this.facts = facts;
        for (Inbound inbound : facts.inbound()) {
            inboundLocations.put(inbound.id(), inbound.location());
        }
    }

    Event read(Value value) {
        Fields wrapper = value.fields(EVENTS);
        List<String> names = wrapper.keys();
        if (names.size() != 1) {
            throw value.place()
                    .bad("must have exactly one key, the event's name; it has "
                            + (names.isEmpty() ? "none" : String.join(" and ", names)));
        }
        String name = names.getFirst();
        Value event = wrapper.required(name);
        return switch (name) {
            case "place" -> place(event.fields(PLACE_KEYS));
            case "receive" -> receive(event.fields(RECEIVE_KEYS));
            case "delay" -> delay(event.fields(DELAY_KEYS));
            case "cancel", "raise", "release", "recall" -> ofLine(name, event.fields(LINE_KEYS));
            case "free" -> free(event.fields(FREE_KEYS));
            case "ship" -> ship(event.fields(SHIP_KEYS));
            case "restock" -> restock(event.fields(RESTOCK_KEYS));
            case "count" -> count(event.fields(COUNT_KEYS));
            case "adjust" -> adjust(event.fields(ADJUST_KEYS));
            default -> throw new IllegalStateException("an event known by name only: " + name);
        };
    }

    private Event place(Fields order) {
        List<Event.PlacedLine> lines = new ArrayList<>();
        OrderId id = new OrderId(order.required("order").text());
        for (Value line : order.required("lines").itemsAtLeastOne()) {
            lines.add(placedLine(line.fields(PLACED_LINE_KEYS)));
        }
        return new Event.Place(
                id,
                order.orNull("customer", FactsReader::customer),
                order.or("placedAt", Value::instant, facts.asOf()),
                order.or("priority", FactsReader::priority, 0L),
                order.or("splitting", splitting -> splitting.oneOf(Splitting.class), Splitting.SPLIT),
                lines);
    }

    private static Event.PlacedLine placedLine(Fields line) {
        return new Event.PlacedLine(
                line(line, "id"),
                variant(line),
                quantity(line),
                line.orNull("offer", FactsReader::offer),
                line.or("locations", FactsReader::locations, Set.of()));
    }

    private Event receive(Fields receipt) {
        InboundId inbound = receipt.orNull("inbound", id -> new InboundId(id.text()));
        boolean closes = receipt.or("closes", Value::flag, false);
        if (closes && inbound == null) {
            throw receipt.place().key("closes").bad("there is no inbound here that it could close");
        }
        LocationId expectedAt = inbound == null ? null : inboundLocations.get(inbound);
        LocationId location = receipt.or(
                "location",
                FactsReader::locationId,
                expectedAt == null ? facts.settings().defaultLocation() : expectedAt);
        return new Event.Receive(variant(receipt), location, quantity(receipt), inbound, closes);
    }

    private static Event delay(Fields delay) {
        return new Event.Delay(
                new InboundId(delay.required("inbound").text()), delay.orNull("expectedOn", Value::date));
    }

    private static Event ofLine(String name, Fields event) {
        LineId line = line(event, "line");
        long quantity = quantity(event);
        return switch (name) {
            case "cancel" -> new Event.Cancel(line, quantity);
            case "raise" -> new Event.Raise(line, quantity);
            case "release" -> new Event.Release(line, quantity);
            default -> new Event.Recall(line, quantity);
        };
    }

    private Event free(Fields free) {
        if (!free.has("inbound")) {
            VariantId variant = variant(free);
            OfferId offer = new OfferId(free.required("offer").text());
            return new Event.FreeStock(variant, location(free), offer, quantity(free));
        }
        if (free.keys().size() > 1) {
            throw free.place().bad("must have either inbound alone, or variant, offer and quantity");
        }
        return new Event.FreeInbound(new InboundId(free.required("inbound").text()));
    }

    private Event ship(Fields shipment) {
        return new Event.Ship(line(shipment, "line"), quantity(shipment), location(shipment));
    }

    private Event restock(Fields restock) {
        return new Event.Restock(variant(restock), location(restock), offer(restock), quantity(restock));
    }

    private Event count(Fields count) {
        return new Event.Count(
                variant(count),
                location(count),
                offer(count),
                count.required("onHand").units());
    }

    private Event adjust(Fields adjustment) {
        return new Event.Adjust(
                variant(adjustment),
                location(adjustment),
                offer(adjustment),
                adjustment.required("delta").whole(-Value.BILLION, Value.BILLION));
    }

    private static LineId line(Fields event, String key) {
        return new LineId(event.required(key).text());
    }

    private static VariantId variant(Fields event) {
        return new VariantId(event.required("variant").text());
    }

    private static long quantity(Fields event) {
        return event.required("quantity").units();
    }

    private LocationId location(Fields event) {
        return event.or("location", FactsReader::locationId, facts.settings().defaultLocation());
    }

    private static @Nullable OfferId offer(Fields event) {
        return event.orNull("offer", FactsReader::offer);
    }
}
