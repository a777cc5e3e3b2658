package dev.holdfast.planner.histories;

import dev.holdfast.planner.CustomerId;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.QueueBy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Ships;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A random shop, small enough to look at. */
final class RandomFacts {

    /** Midnights, nights in which clocks change, and a plain day. */
    private static final List<String> INSTANTS = List.of(
            "2026-03-08T06:30:00Z",
            "2026-03-29T00:30:00Z",
            "2026-10-04T15:15:00Z",
            "2026-10-25T00:59:59Z",
            "2026-11-22T00:00:00Z",
            "2026-12-31T23:59:59Z");

    private static final List<String> ZONES = List.of(
            "UTC",
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Pacific/Apia",
            "+05:45");

    /** In UTF-16 the last two would change places. */
    private static final List<String> NAMES = List.of("B", "a", "\uFF5E", "\uD83D\uDE00");

    private static final List<Splitting> SPLITTINGS = List.of(Splitting.values());

    private final Dice dice;
    private final Instant asOf;
    private final List<VariantId> variants;
    private final List<LocationId> locations;
    private final List<Offer> offers = new ArrayList<>();

    RandomFacts(Dice dice) {
        this.dice = dice;
        this.asOf = Instant.parse(dice.oneOf(INSTANTS));
        this.variants =
                NAMES.stream().limit(dice.between(1, 3)).map(VariantId::new).toList();
        this.locations = NAMES.stream()
                .skip(dice.upTo(2))
                .limit(dice.between(1, 3))
                .map(LocationId::new)
                .toList();
    }

    Facts facts() {
        Settings settings = settings();
        int howManyOffers = dice.upTo(2);
        for (int offer = 0; offer < howManyOffers; offer++) {
            offers.add(offer(new OfferId(NAMES.get(3 - offer))));
        }
        Map<VariantId, Policy> policies = new HashMap<>();
        dice.someOf(variants, 75).forEach(variant -> policies.put(variant, policy()));
        List<Inbound> inbound = new ArrayList<>();
        int howManyInbound = dice.upTo(4);
        for (int row = 0; row < howManyInbound; row++) {
            VariantId variant = dice.oneOf(variants);
            inbound.add(new Inbound(
                    new InboundId(NAMES.get(row)), variant, location(), offerOf(variant, 35), dice.units(), date()));
        }
        return new Facts(asOf, settings, policies, stock(), inbound, offers, demand());
    }

    private Settings settings() {
        List<LocationId> listed = dice.shuffled(dice.someOf(locations, 60));
        Set<DayOfWeek> workingDays = EnumSet.allOf(DayOfWeek.class);
        if (dice.chance(60)) {
            workingDays.removeAll(dice.someOf(List.copyOf(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY)), 40));
        }
        Set<LocalDate> holidays = new HashSet<>();
        int howMany = dice.upTo(3);
        for (int day = 0; day < howMany; day++) {
            holidays.add(dayNear());
        }
        return new Settings(
                ZoneId.of(dice.oneOf(ZONES)),
                dice.chance(50) ? 0 : dice.upTo(4),
                workingDays,
                holidays,
                listed,
                dice.oneOf(List.of(QueueBy.PLACED, QueueBy.PLACED, QueueBy.PROMISED)));
    }

    private Policy policy() {
        return switch (dice.upTo(4)) {
            case 0 -> Policy.DENY;
            case 1 -> Policy.INCOMING;
            case 2 -> new Policy.Backorder(null);
            default -> new Policy.Backorder((long) dice.upTo(8));
        };
    }

    private Offer offer(OfferId id) {
        List<VariantId> some = dice.someOf(variants, 70);
        return new Offer(
                id,
                some.isEmpty() ? Set.of(variants.getFirst()) : Set.copyOf(some),
                dice.maybe(60, () -> (long) dice.upTo(14)),
                dice.maybe(25, () -> (long) dice.between(1, 8)),
                dice.maybe(25, () -> (long) dice.between(1, 6)),
                dice.maybe(30, () -> hoursFromNow(dice.between(-6, -1))),
                dice.maybe(30, () -> hoursFromNow(dice.between(-2, 3))),
                dice.chance(70) ? 0 : dice.upTo(3),
                dice.maybe(70, this::ships));
    }

    private Ships ships() {
        LocalDate day = dayNear();
        return switch (dice.upTo(2)) {
            case 0 -> new Ships.On(day);
            case 1 -> new Ships.AfterDays(dice.upTo(20));
            default -> new Ships.Window(day, day.plusDays(dice.upTo(9)));
        };
    }

    private List<StockRow> stock() {
        List<StockRow> stock = new ArrayList<>();
        for (VariantId variant : variants) {
            for (LocationId location : locations) {
                if (dice.chance(70)) {
                    stock.add(row(variant, location, null));
                }
                for (Offer offer : offers) {
                    if (offer.variants().contains(variant) && dice.chance(30)) {
                        stock.add(row(variant, location, offer.id()));
                    }
                }
            }
        }
        return stock;
    }

    private StockRow row(VariantId variant, LocationId location, @Nullable OfferId offer) {
        return new StockRow(variant, location, offer, dice.units(), dice.chance(75) ? 0 : dice.upTo(4));
    }

    private List<DemandLine> demand() {
        List<DemandLine> demand = new ArrayList<>();
        int howMany = dice.chance(80) ? dice.upTo(6) : dice.between(7, 12);
        for (int row = 0; row < howMany; row++) {
            demand.add(line(new LineId("d" + row)));
        }
        return dice.shuffled(demand);
    }

    private DemandLine line(LineId id) {
        VariantId variant = dice.oneOf(variants);
        long open = dice.units();
        List<FirmUnits> firm = new ArrayList<>();
        for (long left = open; left > 0 && dice.chance(30); ) {
            long units = dice.between(0, (int) left);
            firm.add(new FirmUnits(location(), units));
            left -= units;
        }
        return new DemandLine(
                id,
                new OrderId(dice.chance(50) ? id.value() : "order" + dice.upTo(2)),
                customer(),
                variant,
                open,
                hoursFromNow(dice.between(-5, 1)),
                priority(),
                offerOf(variant, 50),
                dice.maybe(40, this::dayNear),
                someLocations(),
                splitting(),
                firm);
    }

    List<VariantId> variants() {
        return variants;
    }

    LocationId location() {
        return dice.oneOf(locations);
    }

    @Nullable
    CustomerId customer() {
        return dice.maybe(60, () -> new CustomerId("c" + dice.upTo(2)));
    }

    long priority() {
        return dice.chance(70) ? 0 : dice.between(-1, 2);
    }

    Splitting splitting() {
        return dice.oneOf(SPLITTINGS);
    }

    Set<LocationId> someLocations() {
        return dice.chance(75) ? Set.of() : Set.copyOf(dice.someOf(locations, 50));
    }

    @Nullable
    OfferId offerOf(VariantId variant, int percent) {
        List<OfferId> listing = offers.stream()
                .filter(offer -> offer.variants().contains(variant))
                .map(Offer::id)
                .toList();
        return listing.isEmpty() || !dice.chance(percent) ? null : dice.oneOf(listing);
    }

    /** Of half a day each, so that many stand at the same instant. */
    Instant hoursFromNow(int halfDays) {
        return asOf.plus(Duration.ofHours(12L * halfDays));
    }

    LocalDate dayNear() {
        return asOf.atZone(ZoneId.of("UTC")).toLocalDate().plusDays(dice.between(-3, 14));
    }

    @Nullable
    LocalDate date() {
        return dice.maybe(80, this::dayNear);
    }
}
