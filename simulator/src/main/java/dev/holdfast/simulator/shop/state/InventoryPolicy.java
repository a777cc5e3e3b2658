package dev.holdfast.simulator.shop.state;

/** Whether a variant sells on when nothing is available. */
public enum InventoryPolicy {
    CONTINUE,
    DENY
}
