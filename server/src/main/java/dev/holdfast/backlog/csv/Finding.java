package dev.holdfast.backlog.csv;

/**
 * Something about a row that its owner should know.
 *
 * @param line physical line, the header is 1; 0 for the file as a whole
 * @param what is the matter
 * @param done with the row
 */
public record Finding(Weight weight, String file, long line, String what, String done) {

    /** How much it matters. */
    public enum Weight {
        /** The row was used; this was derived or assumed. */
        NOTE,
        /** The row, or a figure in it, was not used as it stands; {@code --strict} ends the run here. */
        BAD
    }

    /** {@code file:line}. */
    public String place() {
        return file + (line > 0 ? ":" + line : "");
    }
}
