package dev.holdfast.planner.histories;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Splitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What an event could be instead, that is a little less. */
final class SimplerEvents {

    private SimplerEvents() {}

    static Stream<Event> of(Event event) {
        return switch (event) {
            case Event.Place place -> of(place);
            case Event.Receive e ->
                less(e.quantity())
                        .mapToObj(n -> new Event.Receive(e.variant(), e.location(), n, e.inbound(), e.closes()));
            case Event.Cancel e -> less(e.quantity()).mapToObj(n -> new Event.Cancel(e.line(), n));
            case Event.Raise e -> less(e.quantity()).mapToObj(n -> new Event.Raise(e.line(), n));
            case Event.Release e -> less(e.quantity()).mapToObj(n -> new Event.Release(e.line(), n));
            case Event.Recall e -> less(e.quantity()).mapToObj(n -> new Event.Recall(e.line(), n));
            case Event.FreeStock e ->
                less(e.quantity()).mapToObj(n -> new Event.FreeStock(e.variant(), e.location(), e.offer(), n));
            case Event.Ship e -> less(e.quantity()).mapToObj(n -> new Event.Ship(e.line(), n, e.location()));
            case Event.Restock e ->
                less(e.quantity()).mapToObj(n -> new Event.Restock(e.variant(), e.location(), e.offer(), n));
            case Event.Count e ->
                less(e.onHand()).mapToObj(n -> new Event.Count(e.variant(), e.location(), e.offer(), n));
            case Event.Adjust _, Event.Delay _, Event.FreeInbound _ -> Stream.empty();
        };
    }

    /** Zero, half, one less. */
    static LongStream less(long units) {
        return LongStream.of(0, units / 2, units - 1).filter(less -> less >= 0 && less < units);
    }

    private static Stream<Event> of(Event.Place place) {
        Stream<Event> fewerLines = IntStream.range(0, place.lines().size()).mapToObj(at -> {
            List<Event.PlacedLine> fewer = new ArrayList<>(place.lines());
            fewer.remove(at);
            return with(place, fewer);
        });
        Stream<Event> simplerLines = IntStream.range(0, place.lines().size())
                .boxed()
                .flatMap(at -> of(place.lines().get(at)).map(simpler -> {
                    List<Event.PlacedLine> changed = new ArrayList<>(place.lines());
                    changed.set(at, simpler);
                    return with(place, changed);
                }));
        Event plain = new Event.Place(place.order(), null, place.placedAt(), 0, Splitting.SPLIT, place.lines());
        return Stream.of(fewerLines, simplerLines, Stream.of(plain)).flatMap(simpler -> simpler);
    }

    private static Stream<Event.PlacedLine> of(Event.PlacedLine line) {
        return Stream.concat(
                less(line.quantity())
                        .mapToObj(n ->
                                new Event.PlacedLine(line.id(), line.variant(), n, line.offer(), line.locations())),
                Stream.of(
                        new Event.PlacedLine(line.id(), line.variant(), line.quantity(), null, line.locations()),
                        new Event.PlacedLine(line.id(), line.variant(), line.quantity(), line.offer(), Set.of())));
    }

    private static Event with(Event.Place place, List<Event.PlacedLine> lines) {
        return new Event.Place(
                place.order(), place.customer(), place.placedAt(), place.priority(), place.splitting(), lines);
    }
}
