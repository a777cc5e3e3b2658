package dev.holdfast.planner;

/** A place that holds stock. */
public record LocationId(String value) implements Id<LocationId> {}
