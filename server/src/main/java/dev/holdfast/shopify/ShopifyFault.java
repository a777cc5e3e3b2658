package dev.holdfast.shopify;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shopify did not do what it was asked; says why, and whether asking again can help. */
public final class ShopifyFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The shop's points are used up; nothing was done. */
        THROTTLED(true, false),
        /** No connection; nothing was done. */
        UNREACHABLE(true, false),
        /** Too many requests; nothing was done. */
        BUSY(true, false),
        /** Shopify failed; it may have been done. */
        BROKEN(true, true),
        /** No whole answer came in time; it may have been done. */
        LOST(true, true),
        /** What is to be read was not given whole; nothing was done. */
        PARTIAL(true, false),
        /** The app has not been given the right; nothing was done. */
        ACCESS_DENIED(false, false),
        /** The token is no longer accepted; nothing was done. */
        TOKEN_DEAD(false, false),
        /** The shop is closed, frozen or gone; nothing was done. */
        SHOP_UNAVAILABLE(false, false),
        /** Shopify calls the request itself wrong; nothing was done. */
        REFUSED(false, false);

        private final boolean retry;
        private final boolean mayHaveHappened;

        Kind(boolean retry, boolean mayHaveHappened) {
            this.retry = retry;
            this.mayHaveHappened = mayHaveHappened;
        }
    }

    private final Kind kind;
    private final @Nullable Duration after;

    public ShopifyFault(Kind kind, String message) {
        this(kind, message, null, null);
    }

    public ShopifyFault(Kind kind, String message, @Nullable Duration after, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.after = after;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same request may succeed later without anybody doing anything. */
    public boolean canBeRepeated() {
        return kind.retry;
    }

    /** Whether it may be Shopify that is out of reach, and not what it was asked that was at fault. */
    public boolean isUnanswered() {
        return kind.retry && kind != Kind.PARTIAL;
    }

    /** Whether it is the shop that cannot be asked now, whatever it is asked. */
    public boolean isOfShop() {
        return switch (kind) {
            case THROTTLED, UNREACHABLE, BUSY, TOKEN_DEAD, SHOP_UNAVAILABLE -> true;
            case BROKEN, LOST, PARTIAL, ACCESS_DENIED, REFUSED -> false;
        };
    }

    /** Whether Shopify may have carried the request out all the same. */
    public boolean mayHaveHappened() {
        return kind.mayHaveHappened;
    }

    /** How long Shopify asks to wait, if it says so. */
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
