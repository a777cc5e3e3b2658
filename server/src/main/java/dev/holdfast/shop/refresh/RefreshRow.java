package dev.holdfast.shop.refresh;

import java.util.List;

/** One thing that is to be read again, and the hints at it that one reading answers. */
record RefreshRow(String kind, long id, List<Long> hints, int attempts) {
    RefreshRow {
        hints = List.copyOf(hints);
        if (hints.isEmpty()) {
            throw new IllegalArgumentException(kind + " " + id + " is to be read again without a hint");
        }
    }
}
