package dev.holdfast.platform.settings;

/**
 * A setting as it is in force.
 *
 * @param shown its value, or a mask when it is secret, or nothing
 * @param place where it was given, or "default"
 */
public record Effective(String name, String shown, String place) {}
