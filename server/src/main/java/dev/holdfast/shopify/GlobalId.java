package dev.holdfast.shopify;

import java.util.regex.Pattern;

/** Shopify's global id of a thing, such as {@code gid://shopify/Order/9007199254741000}; its number fits a long, not a double. */
public record GlobalId(String type, long number) {
    private static final Pattern FORM =
            Pattern.compile("gid://shopify/([A-Za-z]+)/([0-9]{1,19})(?:\\?[A-Za-z0-9_=&-]*)?");

    public GlobalId {
        if (number <= 0) {
            throw new IllegalArgumentException("Shopify's ids are positive: " + number);
        }
    }

    /** Throws {@link IllegalArgumentException} for any other text. */
    public static GlobalId parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no global id of Shopify.");
        }
        return new GlobalId(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** Whether this is the text of such an id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "gid://shopify/" + type + "/" + number;
    }
}
