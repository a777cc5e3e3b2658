package dev.holdfast.shop.firstimport;

import java.util.List;
import java.util.Optional;

/** How far the first import of a shop is, part by part in their order. */
public record ImportProgress(List<Part> parts) {
    public ImportProgress {
        parts = List.copyOf(parts);
    }

    /** What happens to a part. */
    public enum State {
        /** Shopify has not been asked yet, or is asked anew. */
        ASKED,
        /** Shopify gathers. */
        RUNNING,
        /** The result is read and kept. */
        READING,
        /** All of it is here. */
        DONE
    }

    /**
     * One kind of things.
     *
     * @param objects how many Shopify has gathered
     * @param linesDone how many lines of the result are kept
     * @param problem why it had to be asked anew
     */
    public record Part(String name, State state, long objects, long linesDone, Optional<String> problem) {}

    /** Whether there was an import and all of it is here. */
    public boolean isDone() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == State.DONE);
    }
}
