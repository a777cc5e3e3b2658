package dev.holdfast.platform.health;

/**
 * How one thing is.
 *
 * @param sentence for the operator: what is, and if need be what to do; nobody's personal data
 */
public record Health(Level level, String sentence) {

    /** Good, worth a look, or in need of somebody now. */
    public enum Level {
        GOOD,
        WARNING,
        BAD
    }

    public Health {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("health is told in a sentence");
        }
    }

    public static Health good(String sentence) {
        return new Health(Level.GOOD, sentence);
    }

    public static Health warning(String sentence) {
        return new Health(Level.WARNING, sentence);
    }

    public static Health bad(String sentence) {
        return new Health(Level.BAD, sentence);
    }
}
