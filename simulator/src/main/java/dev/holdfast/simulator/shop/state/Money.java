package dev.holdfast.simulator.shop.state;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in minor units of a currency. */
public record Money(long minor, Currency currency) {

    /** Throws {@link ArithmeticException} when the text has more decimals than the currency. */
    public static Money of(String decimal, Currency currency) {
        return of(new BigDecimal(decimal), currency);
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /** With the currency's own number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** Into another currency at {@code rate} units of it for one unit of this, half up. */
    public Money in(Currency other, BigDecimal rate) {
        if (other.equals(currency)) {
            return this;
        }
        BigDecimal converted = amount().multiply(rate).setScale(other.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        return of(converted, other);
    }
}
