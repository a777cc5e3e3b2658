package dev.holdfast.planner.naive;

import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.SupplyRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stock row or a delivery, with an object for each of its units. */
final class NaiveSupply {

    /** One unit of it; {@code gone} when somebody has it or it is held back. */
    static final class Unit {
        final NaiveSupply supply;
        boolean gone;

        Unit(NaiveSupply supply) {
            this.supply = supply;
        }
    }

    final SupplyRef ref;
    final LocationId location;
    final @Nullable OfferId offer;
    final @Nullable LocalDate from;
    final boolean overdue;
    final @Nullable NaivePile pile;
    final @Nullable NaiveDelivery delivery;
    final List<Unit> units = new ArrayList<>();

    NaiveSupply(NaivePile pile, LocalDate today) {
        this.ref = new SupplyRef.OnStock(pile.location, pile.offer);
        this.location = pile.location;
        this.offer = pile.offer;
        this.from = today;
        this.overdue = false;
        this.pile = pile;
        this.delivery = null;
        make(pile.onHand);
    }

    NaiveSupply(NaiveDelivery delivery, LocalDate today) {
        LocalDate expected = delivery.expectedOn;
        this.ref = new SupplyRef.OnInbound(delivery.id);
        this.location = delivery.location;
        this.offer = delivery.offer;
        this.overdue = expected != null && expected.isBefore(today);
        this.from = overdue ? today : expected;
        this.pile = null;
        this.delivery = delivery;
        make(delivery.quantity);
    }

    private void make(long howMany) {
        for (long unit = 0; unit < howMany; unit++) {
            units.add(new Unit(this));
        }
    }

    boolean isStock() {
        return pile != null;
    }

    long left() {
        return units.stream().filter(unit -> !unit.gone).count();
    }

    /** A unit that nobody has yet, taken; null when there is none. */
    @Nullable
    Unit take() {
        for (Unit unit : units) {
            if (!unit.gone) {
                unit.gone = true;
                return unit;
            }
        }
        return null;
    }
}
