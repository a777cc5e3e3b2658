package dev.holdfast.planner;

/** A pre-order offer. */
public record OfferId(String value) implements Id<OfferId> {}
