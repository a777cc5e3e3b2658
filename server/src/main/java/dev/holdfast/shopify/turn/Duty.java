package dev.holdfast.shopify.turn;

import java.util.Locale;

/** What a worker does for a shop, alone. */
public enum Duty {
    INBOX,
    OUTBOX,
    REFRESH,
    IMPORT;

    /** The name of the worker whose duty it is. */
    public String worker() {
        return column();
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
