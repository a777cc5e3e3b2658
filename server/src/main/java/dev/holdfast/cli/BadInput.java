package dev.holdfast.cli;

/** Input that a command cannot use: says where and why, on one line, and ends the command with exit code 2. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    BadInput(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    BadInput(String place, String reason, Throwable cause) {
        super(place + ": " + reason, cause);
        this.place = place;
        this.reason = reason;
    }

    /** A file's name, or a place within it. */
    String place() {
        return place;
    }

    String reason() {
        return reason;
    }
}
