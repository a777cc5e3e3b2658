package dev.holdfast.shopify;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The permanent address of a shop at Shopify, such as {@code toy-shop.myshopify.com}, in lower case. */
public record ShopDomain(String value) {
    private static final int MAX_LENGTH = 255;
    private static final Pattern WHOLE = Pattern.compile("[a-z0-9][a-z0-9-]*\\.myshopify\\.com");

    public ShopDomain {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Not a shop's address: it must look like your-shop.myshopify.com, in lower case.");
        }
    }

    /** Empty for anything but a whole shop address; capital letters are accepted, as Shopify accepts them. */
    public static Optional<ShopDomain> parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        // Lower-casing must not let other letters in, such as the Kelvin sign that becomes a k.
        return lower.length() == text.length() && text.chars().allMatch(c -> c < 128) && isValid(lower)
                ? Optional.of(new ShopDomain(lower))
                : Optional.empty();
    }

    private static boolean isValid(String value) {
        return value.length() <= MAX_LENGTH && WHOLE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
