package dev.holdfast.platform.work;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to do alone what the name says, until a time.
 *
 * @param fence greater than that of every holder before
 */
public record Lease(String name, UUID holder, long fence, Instant expiresAt) {

    public Lease {
        if (name.isBlank() || fence <= 0) {
            throw new IllegalArgumentException("not a lease: " + name + " " + fence);
        }
    }
}
