package dev.holdfast.planner;

/** An order; the buyer knows it by this. */
public record OrderId(String value) implements Id<OrderId> {}
