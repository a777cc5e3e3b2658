package dev.holdfast.simulator.shop;

/** A version of the Admin API; what differs between them in the domain is decided by it. */
public enum ApiVersion {
    V2026_07("2026-07"),
    V2026_10("2026-10");

    private final String wire;

    ApiVersion(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
