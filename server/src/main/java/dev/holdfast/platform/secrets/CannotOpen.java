package dev.holdfast.platform.secrets;

/** A sealed secret cannot be opened: another key sealed it, or it was changed or moved. Trying again does not help. */
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotOpen(String place, Throwable cause) {
        super(
                "the secret of %s cannot be opened with the keys at hand; are they those of this database?"
                        .formatted(place),
                cause);
    }
}
