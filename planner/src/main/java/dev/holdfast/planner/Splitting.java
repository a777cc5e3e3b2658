package dev.holdfast.planner;

/** How much of an order must be on stock before a part of it may ship; it never changes what is pegged. */
public enum Splitting {
    /** Any unit on stock may ship. */
    SPLIT,
    /** All open units of the line, or none. */
    WHOLE_LINE,
    /** All open lines of the order, or none. */
    WHOLE_ORDER
}
