package dev.holdfast.platform.settings;

/**
 * A value as somebody gave it.
 *
 * @param place where it was given, as its owner knows it: file, line and key, a variable, or an option
 */
record Given(String value, String place) {}
