package dev.holdfast.planner;

/** A variant, by the id its shop knows it by. */
public record VariantId(String value) implements Id<VariantId> {}
