package dev.holdfast.planner;

/**
 * The id of something, given by the caller and never interpreted.
 *
 * <p>Ids compare by Unicode code point, so that every language that plans the same facts finds the same order.
 *
 * @param <T> the kind of id: two kinds never compare
 */
public sealed interface Id<T extends Id<T>> extends Comparable<T>
        permits VariantId, LocationId, OfferId, OrderId, LineId, InboundId, CustomerId {

    String value();

    @Override
    default int compareTo(T other) {
        return compareCodePoints(value(), other.value());
    }

    /** {@link String#compareTo} orders by UTF-16 unit, which puts U+1F600 before U+FF5E; code points do not. */
    private static int compareCodePoints(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int at = 0; at < shared; at++) {
            char a = left.charAt(at);
            char b = right.charAt(at);
            if (a != b) {
                boolean onlyOneIsSurrogate = Character.isSurrogate(a) != Character.isSurrogate(b);
                return onlyOneIsSurrogate ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
