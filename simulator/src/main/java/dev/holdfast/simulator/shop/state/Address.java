package dev.holdfast.simulator.shop.state;

import org.jspecify.annotations.Nullable;

/** A postal address; the country and province by code. */
public record Address(
        @Nullable String name,
        @Nullable String address1,
        @Nullable String city,
        @Nullable String zip,
        @Nullable String provinceCode,
        String countryCode) {

    public static Address inCountry(String countryCode) {
        return new Address(null, null, null, null, null, countryCode);
    }
}
