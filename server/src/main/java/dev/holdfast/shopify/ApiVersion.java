package dev.holdfast.shopify;

import java.util.regex.Pattern;

/** A version of Shopify's Admin API, such as {@code 2026-07}. */
public record ApiVersion(String value) {
    private static final Pattern QUARTER = Pattern.compile("20[0-9]{2}-(01|04|07|10)");

    public ApiVersion {
        if (!QUARTER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a version of Shopify's API: write the quarter, as in 2026-07.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
