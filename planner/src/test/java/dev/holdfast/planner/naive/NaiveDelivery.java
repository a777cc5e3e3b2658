package dev.holdfast.planner.naive;

import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.VariantId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An inbound line that events change. */
final class NaiveDelivery {

    final InboundId id;
    final VariantId variant;
    final LocationId location;

    @Nullable
    OfferId offer;

    long quantity;

    @Nullable
    LocalDate expectedOn;

    NaiveDelivery(Inbound inbound) {
        id = inbound.id();
        variant = inbound.variant();
        location = inbound.location();
        offer = inbound.offer();
        quantity = inbound.quantity();
        expectedOn = inbound.expectedOn();
    }

    Inbound now() {
        return new Inbound(id, variant, location, offer, quantity, expectedOn);
    }
}
