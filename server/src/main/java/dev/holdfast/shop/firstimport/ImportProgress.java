package dev.holdfast.shop.firstimport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    public record Part(String name, State state, long objects, long linesDone, Optional<String> problem) {
        private String sentence() {
            var far = switch (state) {
                case ASKED -> "Shopify is asked";
                case RUNNING -> "Shopify has gathered " + objects + " lines";
                case READING -> linesDone + " of " + objects + " lines are here";
                case DONE -> "all " + objects + " lines are here";
            };
            return name + ": " + far + problem.map(why -> " (" + why + ")").orElse("");
        }
    }

    /** Whether there was an import and all of it is here. */
    public boolean isDone() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == State.DONE);
    }

    /** For a person, such as {@code product: all 110000 lines are here; order: 2000 of 1200312 lines are here}. */
    public String sentence() {
        return parts.isEmpty()
                ? "it has not begun"
                : parts.stream().map(Part::sentence).collect(Collectors.joining("; "));
    }
}
