package dev.holdfast.planner;

/** Facts or an event that cannot be: says where, in the plan file's own words, and what is wrong there. */
public final class InvalidFacts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    public InvalidFacts(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Such as {@code demand[3].quantity}; of an event, from its name on: {@code cancel.quantity}. */
    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }
}
