package dev.holdfast.backlog.csv;

/** Input the run cannot go on with: says where, what is wrong and what to do. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String what;

    /**
     * Something is wrong there.
     *
     * @param place a file, {@code file:line}, an option or a key of the settings file
     */
    public BadInput(String place, String what) {
        super(place + ": " + what);
        this.place = place;
        this.what = what;
    }

    public BadInput(String place, String what, Throwable cause) {
        super(place + ": " + what, cause);
        this.place = place;
        this.what = what;
    }

    public String place() {
        return place;
    }

    public String what() {
        return what;
    }
}
