package dev.holdfast.simulator.shop.state;

import java.time.Instant;

/** Something the shop keeps under an id and pages by id or by change. */
public interface Row {

    Id id();

    Instant updatedAt();
}
