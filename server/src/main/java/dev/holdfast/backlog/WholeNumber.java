package dev.holdfast.backlog;

import java.util.OptionalLong;

/** Reads the figures of a cell: whole numbers as Shopify writes them, nothing else. */
final class WholeNumber {

    /** The engine's own limit. */
    static final long LARGEST = 1_000_000_000L;

    private WholeNumber() {}

    /** Empty for anything that is no whole number of at most {@link #LARGEST}. */
    static OptionalLong in(String cell) {
        if (cell.isEmpty() || cell.length() > 11) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(cell);
            return Math.abs(number) > LARGEST || cell.startsWith("+") ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
