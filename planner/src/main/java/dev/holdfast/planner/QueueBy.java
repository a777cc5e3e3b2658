package dev.holdfast.planner;

/** What decides a line's place among lines of equal priority. */
public enum QueueBy {
    /** When the order was placed, then the line's id. */
    PLACED,
    /** The date promised (none last), then when the order was placed, then the line's id. */
    PROMISED
}
