package dev.holdfast.planner;

/** One line of an order. */
public record LineId(String value) implements Id<LineId> {}
