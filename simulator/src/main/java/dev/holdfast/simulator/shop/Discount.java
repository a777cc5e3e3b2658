package dev.holdfast.simulator.shop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A discount code on the lines of an order: a percentage, or an amount spread over them. */
public record Discount(
        String code,
        @Nullable BigDecimal percentage,
        @Nullable Long amountMinor) {

    public Discount {
        if ((percentage == null) == (amountMinor == null)) {
            throw new IllegalArgumentException("Discount " + code + " is a percentage or an amount");
        }
        boolean outOfRange =
                percentage != null && (percentage.signum() < 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0);
        if (outOfRange || (amountMinor != null && amountMinor < 0)) {
            throw new IllegalArgumentException("Discount " + code + " takes off between nothing and everything");
        }
    }

    public static Discount percent(String code, int percentage) {
        return new Discount(code, BigDecimal.valueOf(percentage), null);
    }

    public static Discount amount(String code, long minor) {
        return new Discount(code, null, minor);
    }
}
