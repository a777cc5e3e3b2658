package dev.holdfast.planner.rules;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.QueueBy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts of an example. Left unsaid: the variant is TEE, the location main, today is 2026-11-22 in UTC (a Sunday),
 * and the lines were placed yesterday, a minute apart, in the order they are given.
 */
final class Shop {

    static final String TEE = "TEE";
    static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    static final Instant YESTERDAY = Instant.parse("2026-11-21T00:00:00Z");

    private Settings settings = Settings.DEFAULT;
    private Instant asOf = NOW;
    private final Map<VariantId, Policy> policies = new HashMap<>();
    private final List<StockRow> stock = new ArrayList<>();
    private final List<Inbound> inbound = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<DemandLine> demand = new ArrayList<>();

    static Shop shop(Given... givens) {
        Shop shop = new Shop();
        for (Given given : givens) {
            switch (given) {
                case Given.Stock row -> shop.stock.add(row.row());
                case Given.Delivery row -> shop.inbound.add(row.row());
                case Given.OnOffer row -> shop.offers.add(row.row());
                case Given.Line row -> shop.demand.add(row.row(YESTERDAY.plusSeconds(60L * shop.demand.size())));
            }
        }
        return shop;
    }

    Shop sells(Policy policy) {
        return sells(TEE, policy);
    }

    Shop sells(String variant, Policy policy) {
        policies.put(new VariantId(variant), policy);
        return this;
    }

    Shop at(String now) {
        asOf = Instant.parse(now);
        return this;
    }

    Shop in(String timeZone) {
        return with(new Settings(
                ZoneId.of(timeZone),
                settings.handlingDays(),
                settings.workingDays(),
                settings.holidays(),
                settings.locations(),
                settings.queueBy()));
    }

    Shop locations(String... names) {
        return with(new Settings(
                settings.timeZone(),
                settings.handlingDays(),
                settings.workingDays(),
                settings.holidays(),
                Stream.of(names).map(LocationId::new).toList(),
                settings.queueBy()));
    }

    Shop queueBy(QueueBy queueBy) {
        return with(new Settings(
                settings.timeZone(),
                settings.handlingDays(),
                settings.workingDays(),
                settings.holidays(),
                settings.locations(),
                queueBy));
    }

    Shop works(int handlingDays, Set<DayOfWeek> workingDays, String... holidays) {
        List<LocalDate> free = Stream.of(holidays).map(LocalDate::parse).toList();
        return with(new Settings(
                settings.timeZone(),
                handlingDays,
                workingDays,
                Set.copyOf(free),
                settings.locations(),
                settings.queueBy()));
    }

    private Shop with(Settings other) {
        settings = other;
        return this;
    }

    Facts facts() {
        return new Facts(asOf, settings, policies, stock, inbound, offers, demand);
    }

    Outcome plan() {
        return after();
    }

    Outcome after(Event... events) {
        return Outcome.of(facts(), List.of(events));
    }
}
