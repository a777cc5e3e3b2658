package dev.holdfast.planner;

/** One line of an expected delivery. */
public record InboundId(String value) implements Id<InboundId> {}
