package dev.holdfast.planner.rules;

import dev.holdfast.planner.CustomerId;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.VariantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events, said in the words that matter to the example; of TEE at main unless said otherwise. */
final class Happens {

    private static final VariantId TEE = new VariantId(Shop.TEE);
    private static final LocationId MAIN = new LocationId("main");

    private Happens() {}

    /** An order of one line without an offer, placed now. */
    static Event place(String line, long quantity) {
        return order("order of " + line, placed(line, quantity));
    }

    static Event order(String order, Event.PlacedLine... lines) {
        return orderOf(null, order, lines);
    }

    static Event orderOf(@Nullable String customer, String order, Event.PlacedLine... lines) {
        CustomerId buyer = customer == null ? null : new CustomerId(customer);
        return new Event.Place(new OrderId(order), buyer, Shop.NOW, 0, Splitting.SPLIT, List.of(lines));
    }

    static Event.PlacedLine placed(String line, long quantity) {
        return new Event.PlacedLine(new LineId(line), TEE, quantity, null, Set.of());
    }

    static Event.PlacedLine placed(String line, String variant, long quantity) {
        return new Event.PlacedLine(new LineId(line), new VariantId(variant), quantity, null, Set.of());
    }

    static Event.PlacedLine placedUnder(String offer, String line, long quantity) {
        return new Event.PlacedLine(new LineId(line), TEE, quantity, new OfferId(offer), Set.of());
    }

    static Event.PlacedLine placedAt(Set<String> locations, String line, long quantity) {
        Set<LocationId> only =
                Stream.of(locations.toArray(String[]::new)).map(LocationId::new).collect(Collectors.toSet());
        return new Event.PlacedLine(new LineId(line), TEE, quantity, null, only);
    }

    static Event arrives(long quantity) {
        return new Event.Receive(TEE, MAIN, quantity, null, false);
    }

    static Event receive(String inbound, long quantity) {
        return receive(inbound, quantity, "main");
    }

    static Event receive(String inbound, long quantity, String location) {
        return new Event.Receive(TEE, new LocationId(location), quantity, new InboundId(inbound), false);
    }

    static Event receiveAndClose(String inbound, long quantity) {
        return new Event.Receive(TEE, MAIN, quantity, new InboundId(inbound), true);
    }

    static Event delay(String inbound, @Nullable String date) {
        return new Event.Delay(new InboundId(inbound), date == null ? null : LocalDate.parse(date));
    }

    static Event cancel(String line, long quantity) {
        return new Event.Cancel(new LineId(line), quantity);
    }

    static Event raise(String line, long quantity) {
        return new Event.Raise(new LineId(line), quantity);
    }

    static Event release(String line, long quantity) {
        return new Event.Release(new LineId(line), quantity);
    }

    static Event recall(String line, long quantity) {
        return new Event.Recall(new LineId(line), quantity);
    }

    static Event ship(String line, long quantity) {
        return ship(line, quantity, "main");
    }

    static Event ship(String line, long quantity, String location) {
        return new Event.Ship(new LineId(line), quantity, new LocationId(location));
    }

    static Event free(String offer, long quantity) {
        return new Event.FreeStock(TEE, MAIN, new OfferId(offer), quantity);
    }

    static Event freeInbound(String inbound) {
        return new Event.FreeInbound(new InboundId(inbound));
    }

    static Event restock(@Nullable String offer, long quantity) {
        return new Event.Restock(TEE, MAIN, offer(offer), quantity);
    }

    static Event count(@Nullable String offer, long onHand) {
        return new Event.Count(TEE, MAIN, offer(offer), onHand);
    }

    static Event adjust(@Nullable String offer, long delta) {
        return new Event.Adjust(TEE, MAIN, offer(offer), delta);
    }

    private static @Nullable OfferId offer(@Nullable String id) {
        return id == null ? null : new OfferId(id);
    }
}
