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
        return switch (name) {
            case AVAILABLE ->
                new Quantities(
                        Math.addExact(available, delta),
                        incoming,
                        committed,
                        reserved,
                        damaged,
                        safetyStock,
                        qualityControl);
            case INCOMING ->
                new Quantities(
                        available,
                        Math.addExact(incoming, delta),
                        committed,
                        reserved,
                        damaged,
                        safetyStock,
                        qualityControl);
            case COMMITTED ->
                new Quantities(
                        available,
                        incoming,
                        Math.addExact(committed, delta),
                        reserved,
                        damaged,
                        safetyStock,
                        qualityControl);
            case RESERVED ->
                new Quantities(
                        available,
                        incoming,
                        committed,
                        Math.addExact(reserved, delta),
                        damaged,
                        safetyStock,
                        qualityControl);
            case DAMAGED ->
                new Quantities(
                        available,
                        incoming,
                        committed,
                        reserved,
                        Math.addExact(damaged, delta),
                        safetyStock,
                        qualityControl);
            case SAFETY_STOCK ->
                new Quantities(
                        available,
                        incoming,
                        committed,
                        reserved,
                        damaged,
                        Math.addExact(safetyStock, delta),
                        qualityControl);
            case QUALITY_CONTROL ->
                new Quantities(
                        available,
                        incoming,
                        committed,
                        reserved,
                        damaged,
                        safetyStock,
                        Math.addExact(qualityControl, delta));
            case ON_HAND -> throw new IllegalStateException("on_hand is a sum and has no delta of its own");
        };
    }
}
