package dev.holdfast.platform;

/**
 * One thing outside the program that stops it.
 *
 * @param place a file, setting, folder or port, as its owner knows it
 * @param reason what is wrong there and what to do about it, without secrets
 */
public record Problem(String place, String reason) {

    public Problem {
        if (place.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a problem names its place and says what to do");
        }
    }

    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
