package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A shop as one buyer sees it.
 *
 * @param currency what the buyer pays in
 * @param base what paths begin with
 * @param app the number of the app whose blocks are shown: it reads its own metafields
 */
public record Scene(Shop shop, Currency currency, String base, OptionalLong app) {

    private static final int SUBUNITS = 2;

    /**
     * An amount of the shop's currency as Liquid has it: hundredths of what the buyer pays in, also where that currency
     * has no subunits.
     */
    public long price(long shopMinor) {
        Currency own = shop.settings().currency();
        BigDecimal rate = currency.equals(own)
                ? BigDecimal.ONE
                : Objects.requireNonNull(shop.settings().rates().get(currency));
        return new Money(shopMinor, own)
                .in(currency, rate)
                .amount()
                .movePointRight(SUBUNITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public String path(String within) {
        return base + within;
    }
}
