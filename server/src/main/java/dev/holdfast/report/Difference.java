package dev.holdfast.report;

/**
 * Our copy and Shopify disagree about one thing, or Shopify about itself.
 *
 * @param kind of the thing, such as {@code order}
 * @param id the number of its global id
 * @param sentence what differs, for a person
 */
public record Difference(String kind, long id, Cause cause, String sentence) {
    /** Why, as far as it shows. */
    public enum Cause {
        /** Shopify has it and we do not. */
        NOT_HERE("nothing that told of it has reached us"),
        /** We have it and Shopify does not. */
        NOT_THERE("it was deleted or closed in Shopify, and nothing that told of it has reached us"),
        /** Shopify's has changed since we read it. */
        OLD_HERE("it changed in Shopify after we read it, and nothing that told of it has reached us"),
        /** The version is the same and the facts are not. */
        CHANGED_HERE(
                "it has not changed in Shopify since we read it: our copy was damaged, or Shopify changed it without"
                        + " saying so"),
        /** Of these things Shopify does not say when they changed. */
        OTHER_HERE("it changed in Shopify and nothing that told of it has reached us, or our copy was damaged"),
        /** Both agree, and a person has to look at it. */
        BY_HAND("somebody did it by hand in Shopify; reading it again changes nothing");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** As part of a sentence. */
        public String words() {
            return words;
        }
    }

    /** Whether reading it again can make it go away. */
    public boolean canBeMended() {
        return cause != Cause.BY_HAND;
    }

    @Override
    public String toString() {
        return sentence + " Cause: " + cause.words() + ".";
    }
}
