package dev.holdfast.planner.histories;

import dev.holdfast.planner.DemandLine;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events that cannot be, each for one reason. */
final class WrongEvents {

    private static final VariantId OTHER = new VariantId("other");
    private static final LocationId MAIN = new LocationId("main");
    private static final LineId NO_LINE = new LineId("no such line");
    private static final OfferId NO_OFFER = new OfferId("no such offer");
    private static final InboundId NO_INBOUND = new InboundId("no such inbound");
    private static final OrderId NEW_ORDER = new OrderId("new order");

    private final Dice dice;
    private final Facts now;

    WrongEvents(Dice dice, Facts now) {
        this.dice = dice;
        this.now = now;
    }

    Event event() {
        return switch (dice.upTo(3)) {
            case 0 -> ofNothing();
            case 1 -> ofStock();
            case 2 -> now.demand().isEmpty() ? ofNothing() : ofLine(dice.oneOf(now.demand()));
            default -> now.inbound().isEmpty() ? ofStock() : ofInbound(dice.oneOf(now.inbound()));
        };
    }

    private Event ofNothing() {
        return switch (dice.upTo(8)) {
            case 0 -> new Event.Cancel(NO_LINE, 0);
            case 1 -> new Event.Raise(NO_LINE, 1);
            case 2 -> new Event.Release(NO_LINE, 0);
            case 3 -> new Event.Recall(NO_LINE, 0);
            case 4 -> new Event.Ship(NO_LINE, 0, MAIN);
            case 5 -> new Event.Delay(NO_INBOUND, LocalDate.EPOCH);
            case 6 -> new Event.FreeInbound(NO_INBOUND);
            case 7 -> new Event.Receive(OTHER, MAIN, 1, NO_INBOUND, false);
            default -> place(NEW_ORDER, List.of());
        };
    }

    private Event ofStock() {
        @Nullable
        OfferId offer = now.offers().isEmpty() || dice.chance(30)
                ? NO_OFFER
                : dice.oneOf(now.offers()).id();
        return switch (dice.upTo(6)) {
            case 0 -> new Event.Restock(OTHER, MAIN, offer, 1);
            case 1 -> new Event.Count(OTHER, MAIN, offer, 1);
            case 2 -> new Event.Adjust(OTHER, MAIN, offer, 1);
            case 3 -> new Event.Adjust(OTHER, MAIN, null, -1);
            case 4 -> new Event.FreeStock(OTHER, MAIN, offer, 0);
            case 5 -> new Event.Receive(OTHER, MAIN, 1, null, true);
            default ->
                place(
                        NEW_ORDER,
                        List.of(
                                placed(NO_LINE),
                                new Event.PlacedLine(new LineId("another"), OTHER, 1, offer, Set.of())));
        };
    }

    private Event ofLine(DemandLine line) {
        return switch (dice.upTo(7)) {
            case 0 -> new Event.Cancel(line.id(), line.open() + 1);
            case 1 -> new Event.Release(line.id(), line.open() + 1);
            case 2 -> new Event.Recall(line.id(), line.firmUnits() + 1);
            case 3 -> new Event.Ship(line.id(), line.open() + 1, MAIN);
            case 4 -> new Event.Ship(line.id(), 1, new LocationId("nowhere"));
            case 5 -> place(line.order(), List.of(placed(NO_LINE)));
            case 6 -> place(NEW_ORDER, dice.shuffled(List.of(placed(NO_LINE), placed(line.id()))));
            default -> place(NEW_ORDER, List.of(placed(NO_LINE), placed(NO_LINE)));
        };
    }

    private Event ofInbound(Inbound inbound) {
        return new Event.Receive(OTHER, inbound.location(), 1, inbound.id(), dice.chance(50));
    }

    private static Event.PlacedLine placed(LineId id) {
        return new Event.PlacedLine(id, OTHER, 1, null, Set.of());
    }

    private Event place(OrderId order, List<Event.PlacedLine> lines) {
        return new Event.Place(order, null, now.asOf(), 0, Splitting.SPLIT, lines);
    }
}
