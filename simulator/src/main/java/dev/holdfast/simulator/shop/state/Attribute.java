package dev.holdfast.simulator.shop.state;

/** A custom attribute of an order, or a property of a line; a leading underscore hides it from buyers. */
public record Attribute(String key, String value) {}
