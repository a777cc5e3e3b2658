package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.QueueBy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Ships;
import dev.holdfast.planner.Splitting;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks each setting and names the key that is wrong. */
final class SettingsReading {

    private static final int MOST_HANDLING_DAYS = 365;
    private static final int MOST_DAYS = 3650;

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final String file;

    SettingsReading(String file) {
        this.file = file;
    }

    ShopSettings settings(SettingsFile given) {
        ZoneId zone = zone(given.timeZone());
        Settings calendar = new Settings(
                zone,
                within("handlingDays", given.handlingDays(), 0, MOST_HANDLING_DAYS),
                workingDays(given.workingDays()),
                holidays(given.holidays()),
                locations(given.locations()),
                word("queueBy", given.queueBy(), QueueBy.class, QueueBy.PLACED));
        return new ShopSettings(
                given.asOf() == null ? null : instant(at("asOf"), given.asOf(), zone),
                calendar,
                word("olderInventory", given.olderInventory(), OlderInventory.class, OlderInventory.AVAILABLE)
                        == OlderInventory.ON_HAND,
                word("undecided", given.undecided(), ShopSettings.Undecided.class, ShopSettings.Undecided.SET_ASIDE),
                word("splitting", given.splitting(), Splitting.class, Splitting.SPLIT),
                within("promiseDays", given.promiseDays(), ShopSettings.PROMISE_DAYS, MOST_DAYS),
                given.priority() == null ? Map.of() : given.priority(),
                policyForAll(given.policy()),
                policies(given.policy()),
                offers(given.offer(), zone));
    }

    /** The words of the setting of that name. */
    private enum OlderInventory {
        AVAILABLE,
        ON_HAND
    }

    /** Also for the option of that name. */
    static Instant instant(String place, String text, ZoneId zone) {
        try {
            return text.length() == "2026-11-22".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput(
                    place,
                    "\"%s\" is neither a date like 2026-11-22 nor an instant like 2026-11-22T09:00:00Z".formatted(text),
                    e);
        }
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new BadInput(
                    at("timeZone"), "\"%s\" is no time zone; one looks like Europe/Berlin".formatted(name), e);
        }
    }

    private Set<DayOfWeek> workingDays(@Nullable List<String> names) {
        if (names == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : names) {
            int day = DAYS.indexOf(name.toUpperCase(Locale.ROOT));
            if (day < 0) {
                throw new BadInput(at("workingDays"), "\"%s\" is none of %s".formatted(name, DAYS));
            }
            days.add(DayOfWeek.of(day + 1));
        }
        if (days.isEmpty()) {
            throw new BadInput(at("workingDays"), "is empty; a shop without working days never ships");
        }
        return days;
    }

    private Set<LocalDate> holidays(@Nullable List<String> dates) {
        Set<LocalDate> days = new HashSet<>();
        for (String date : dates == null ? List.<String>of() : dates) {
            days.add(date("holidays", date));
        }
        return days;
    }

    private List<LocationId> locations(@Nullable List<String> names) {
        List<String> given = names == null ? List.of() : names;
        if (new HashSet<>(given).size() != given.size()) {
            throw new BadInput(at("locations"), "names a location twice");
        }
        return given.stream().map(LocationId::new).toList();
    }

    private @Nullable Policy policyForAll(SettingsFile.@Nullable Policies given) {
        return given == null || given.all() == null ? null : policy("policy.all", given.all());
    }

    private Map<String, Policy> policies(SettingsFile.@Nullable Policies given) {
        Map<String, Policy> policies = new HashMap<>();
        if (given != null && given.sku() != null) {
            given.sku().forEach((sku, sell) -> policies.put(sku, policy("policy.sku." + sku, sell)));
        }
        return policies;
    }

    private Policy policy(String key, SettingsFile.Sell given) {
        if (given.limit() != null && given.limit() < 0) {
            throw new BadInput(at(key + ".limit"), "is less than 0");
        }
        return switch (given.sell() == null ? "" : given.sell()) {
            case "DENY" -> Policy.DENY;
            case "INCOMING" -> Policy.INCOMING;
            case "BACKORDER" -> new Policy.Backorder(given.limit());
            default -> throw new BadInput(at(key + ".sell"), "must be \"DENY\", \"INCOMING\" or \"BACKORDER\"");
        };
    }

    private List<OfferRule> offers(@Nullable List<SettingsFile.Offer> given, ZoneId zone) {
        List<OfferRule> offers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (SettingsFile.Offer offer : given == null ? List.<SettingsFile.Offer>of() : given) {
            String key = "offer[" + offers.size() + "]";
            if (offer.id() == null || offer.id().isBlank() || !ids.add(offer.id())) {
                throw new BadInput(at(key + ".id"), "is missing, or is another offer's");
            }
            if (offer.skus() == null || offer.skus().isEmpty()) {
                throw new BadInput(at(key + ".skus"), "must name what the offer sells");
            }
            if (offer.cap() != null && (offer.cap() < 0 || offer.cap() > WholeNumber.LARGEST)) {
                throw new BadInput(at(key + ".cap"), "is no number of units");
            }
            offers.add(new OfferRule(
                    offer.id(),
                    offer.skus(),
                    offer.tag(),
                    offer.sellingPlan(),
                    offer.cap(),
                    offer.opens() == null ? null : instant(at(key + ".opens"), offer.opens(), zone),
                    offer.closes() == null ? null : instant(at(key + ".closes"), offer.closes(), zone),
                    offer.ships() == null ? null : ships(key + ".ships", offer.ships())));
        }
        return offers;
    }

    private Ships ships(String key, SettingsFile.Dates given) {
        if (given.on() != null && given.afterDays() == null && given.from() == null && given.until() == null) {
            return new Ships.On(date(key + ".on", given.on()));
        }
        if (given.afterDays() != null && given.on() == null && given.from() == null && given.until() == null) {
            return new Ships.AfterDays(within(key + ".afterDays", given.afterDays(), 0, MOST_DAYS));
        }
        if (given.from() != null && given.until() != null && given.on() == null && given.afterDays() == null) {
            LocalDate from = date(key + ".from", given.from());
            LocalDate until = date(key + ".until", given.until());
            if (until.isBefore(from)) {
                throw new BadInput(at(key + ".until"), "is before " + from);
            }
            return new Ships.Window(from, until);
        }
        throw new BadInput(at(key), "must have exactly one of: on, afterDays, from and until");
    }

    private LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadInput(at(key), "\"%s\" is no date like 2026-11-22".formatted(text), e);
        }
    }

    private int within(String key, @Nullable Integer given, int otherwise, int most) {
        if (given == null) {
            return otherwise;
        }
        if (given < 0 || given > most) {
            throw new BadInput(at(key), "must be from 0 to " + most);
        }
        return given;
    }

    private <E extends Enum<E>> E word(String key, @Nullable String given, Class<E> words, E otherwise) {
        if (given == null) {
            return otherwise;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(given)) {
                return word;
            }
        }
        throw new BadInput(at(key), "\"%s\" is none of %s".formatted(given, List.of(words.getEnumConstants())));
    }

    private String at(String key) {
        return file + ": " + key;
    }
}
