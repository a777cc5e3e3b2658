package dev.holdfast.simulator.shop;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;

/**
 * What a shop is made with.
 *
 * @param number of the shop in its simulator, from 1: ids of different shops never meet
 * @param domain such as {@code toys.myshopify.com}
 * @param rates what buyers may pay in besides the shop's currency: units of it for one unit of the shop's
 * @param seed of event ids and of gaps between ids: the same commands give the same shop
 * @param eventsKept how many events can be read afterwards
 */
public record ShopSettings(
        int number,
        String domain,
        String name,
        Plan plan,
        ZoneId zone,
        Currency currency,
        Map<Currency, BigDecimal> rates,
        String country,
        long seed,
        int eventsKept) {

    public ShopSettings {
        rates = Map.copyOf(rates);
        if (number < 1 || number > 1_000_000) {
            throw new IllegalArgumentException("A shop's number is 1 to 1,000,000: " + number);
        }
        if (eventsKept < 1) {
            throw new IllegalArgumentException("At least one event is kept: " + eventsKept);
        }
    }

    /** A shop in Ireland that sells in euros on the Basic plan. */
    public static ShopSettings of(String domain, long seed) {
        return new ShopSettings(
                1,
                domain,
                domain.replace(".myshopify.com", ""),
                Plan.BASIC,
                ZoneId.of("Europe/Dublin"),
                Currency.getInstance("EUR"),
                Map.of(),
                "IE",
                seed,
                200_000);
    }

    public ShopSettings numbered(int other) {
        return new ShopSettings(other, domain, name, plan, zone, currency, rates, country, seed, eventsKept);
    }

    public ShopSettings withPlan(Plan other) {
        return new ShopSettings(number, domain, name, other, zone, currency, rates, country, seed, eventsKept);
    }

    public ShopSettings withCurrencies(Currency own, Map<Currency, BigDecimal> others) {
        return new ShopSettings(number, domain, name, plan, zone, own, others, country, seed, eventsKept);
    }

    public ShopSettings withEventsKept(int events) {
        return new ShopSettings(number, domain, name, plan, zone, currency, rates, country, seed, events);
    }
}
