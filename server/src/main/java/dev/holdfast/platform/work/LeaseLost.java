package dev.holdfast.platform.work;

/** Somebody else holds the lease meanwhile: what was about to be written is theirs to write now. Do not repeat it. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Lease lease) {
        super("lease %s with number %d is no longer ours".formatted(lease.name(), lease.fence()));
    }
}
