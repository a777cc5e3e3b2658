package dev.holdfast.backlog;

/** How much of a line item is still to be sent. */
sealed interface LineState {

    /** All of it, or another number that is certain. */
    record Open(long units) implements LineState {}

    /**
     * The export leaves several numbers possible.
     *
     * @param why in words
     */
    record Between(long least, long most, String why) implements LineState {}

    /** Nothing. */
    record Closed(String reason) implements LineState {

        static final String FULFILLED = "fulfilled";
    }

    /** What the row says cannot be. */
    record Contradiction(String what) implements LineState {}
}
