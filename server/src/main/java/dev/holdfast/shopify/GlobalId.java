package dev.holdfast.shopify;

import java.util.function.IntPredicate;

/** Shopify's global id of a thing, such as {@code gid://shopify/Order/9007199254741000}; its number fits a long, not a double. */
public record GlobalId(String type, long number) {
    private static final String START = "gid://shopify/";
    private static final int MOST_DIGITS = 19;

    public GlobalId {
        if (number <= 0) {
            throw new IllegalArgumentException("Shopify's ids are positive: " + number);
        }
    }

    /**
     * What follows the number, as in {@code gid://shopify/InventoryLevel/1?inventory_item_id=2}, is left out. Throws
     * {@link IllegalArgumentException} for any other text.
     */
    public static GlobalId parse(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("'" + text + "' is no global id of Shopify.");
        }
        int number = endOfType(text) + 1;
        return new GlobalId(
                text.substring(START.length(), number - 1), Long.parseLong(text, number, endOfNumber(text), 10));
    }

    /** Whether this is the text of such an id. */
    public static boolean isOne(String text) {
        // By hand, not by a pattern: a first import asks this a few million times, which was a fifth of its reading.
        if (!text.startsWith(START)) {
            return false;
        }
        int type = endOfType(text);
        int number = endOfNumber(text);
        int digits = number - type - 1;
        return type > START.length()
                && digits >= 1
                && digits <= MOST_DIGITS
                && (number == text.length() || isQuery(text, number));
    }

    private static int endOfType(String text) {
        return end(text, START.length(), GlobalId::isLetter);
    }

    private static int endOfNumber(String text) {
        int type = endOfType(text);
        return type < text.length() && text.charAt(type) == '/' ? end(text, type + 1, GlobalId::isDigit) : type;
    }

    private static boolean isQuery(String text, int from) {
        return text.charAt(from) == '?' && end(text, from + 1, GlobalId::isOfQuery) == text.length();
    }

    /** Where the characters of this kind end that begin here. */
    private static int end(String text, int from, IntPredicate kind) {
        int at = from;
        while (at < text.length() && kind.test(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(int sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isOfQuery(int sign) {
        return isLetter(sign) || isDigit(sign) || sign == '_' || sign == '=' || sign == '&' || sign == '-';
    }

    @Override
    public String toString() {
        return "gid://shopify/" + type + "/" + number;
    }
}
