package dev.holdfast.simulator.shop;

/** The merchant's Shopify plan, for the limits that depend on it. */
public enum Plan {
    BASIC(10),
    GROW(10),
    ADVANCED(10),
    PLUS(200);

    private final int locations;

    Plan(int locations) {
        this.locations = locations;
    }

    /** The most active locations. */
    public int locationLimit() {
        return locations;
    }

    public boolean isPlus() {
        return this == PLUS;
    }
}
