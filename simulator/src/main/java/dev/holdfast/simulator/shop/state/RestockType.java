package dev.holdfast.simulator.shop.state;

/** What a refund does with the units of a line. */
public enum RestockType {
    CANCEL,
    LEGACY_RESTOCK,
    NO_RESTOCK,
    RETURN
}
