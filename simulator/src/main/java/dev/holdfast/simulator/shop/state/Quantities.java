package dev.holdfast.simulator.shop.state;

/** The units of an item at a location by state; on hand follows from them. */
public record Quantities(
        int available, int incoming, int committed, int reserved, int damaged, int safetyStock, int qualityControl) {

    public static final Quantities NONE = new Quantities(0, 0, 0, 0, 0, 0, 0);

    public int onHand() {
        return available + committed + reserved + damaged + safetyStock + qualityControl;
    }

    public int of(QuantityName name) {
        return switch (name) {
            case AVAILABLE -> available;
            case INCOMING -> incoming;
            case COMMITTED -> committed;
            case RESERVED -> reserved;
            case DAMAGED -> damaged;
            case SAFETY_STOCK -> safetyStock;
            case QUALITY_CONTROL -> qualityControl;
            case ON_HAND -> onHand();
        };
    }

    /** On hand cannot be changed by itself: it follows from the others. */
    public Quantities plus(QuantityName name, int delta) {
        if (name == QuantityName.ON_HAND) {
            throw new IllegalStateException("on_hand is a sum and has no delta of its own");
        }
        return new Quantities(
                part(QuantityName.AVAILABLE, name, delta),
                part(QuantityName.INCOMING, name, delta),
                part(QuantityName.COMMITTED, name, delta),
                part(QuantityName.RESERVED, name, delta),
                part(QuantityName.DAMAGED, name, delta),
                part(QuantityName.SAFETY_STOCK, name, delta),
                part(QuantityName.QUALITY_CONTROL, name, delta));
    }

    private int part(QuantityName part, QuantityName changed, int delta) {
        return part == changed ? Math.addExact(of(part), delta) : of(part);
    }
}
