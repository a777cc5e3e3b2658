package dev.holdfast.planner;

/** Whatever identifies a buyer; for guests the e-mail. */
public record CustomerId(String value) implements Id<CustomerId> {}
