package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Ships;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a merchant's files into the facts of a plan; the door of this module's reading half. */
public final class BacklogReader {

    private final ShopSettings settings;
    private final Findings findings;
    private final Progress progress;
    private final Catalog catalog = new Catalog();

    private BacklogReader(ShopSettings settings, Findings findings, Progress progress) {
        this.settings = settings;
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * What the exports do not say.
     *
     * @throws BadInput when the file cannot be used
     */
    public static ShopSettings settings(@Nullable Path file) {
        return file == null ? ShopSettings.DEFAULT : SettingsFile.read(file);
    }

    /** A day (its start) or an instant, as the setting {@code asOf} takes it. */
    public static Instant instant(String place, String text, ShopSettings settings) {
        return SettingsReading.instant(place, text, settings.calendar().timeZone());
    }

    /**
     * Reads everything.
     *
     * @param asOf now
     * @throws BadInput when a file cannot be used at all, or has a bad row and {@code findings} are strict
     */
    public static Backlog read(
            BacklogFiles files, ShopSettings settings, Instant asOf, Findings findings, Progress progress) {
        return new BacklogReader(settings, findings, progress).read(files, asOf);
    }

    private Backlog read(BacklogFiles files, Instant asOf) {
        var inventory = new InventoryExport(catalog, findings, settings);
        files.inventory().forEach(file -> inventory.read(file, progress));
        var products = new ProductsExport(catalog, findings);
        files.products().forEach(file -> products.read(file, progress));
        catalog.close();
        Settings calendar = calendar();
        Map<OfferId, Set<Variant>> sells = offers();
        var queue = new OrderQueue(catalog, settings, findings);
        var orders = new OrdersExport(findings, queue, new OrderCells.Zone(calendar.timeZone()));
        files.orders().forEach(file -> orders.read(file, progress));
        List<QueuedLine> lines = new UndecidedLines(settings.undecided(), findings).decide(queue.lines());
        List<Delivery> deliveries = files.inbound() == null
                ? List.of()
                : new InboundFile(catalog, calendar, findings).read(files.inbound(), sells, progress);
        List<StockRow> stock = new ShelfStock(
                        calendar.locations(),
                        findings,
                        files.inventory().getFirst().toString())
                .rows(catalog.variants(), open(lines));
        noteUnstocked(lines, files.inventory().getFirst().toString());

        Map<LineId, PlacedOrder> orderOf = HashMap.newHashMap(lines.size());
        List<DemandLine> demand = new ArrayList<>(lines.size());
        for (QueuedLine line : lines) {
            DemandLine open = demand(line, calendar);
            demand.add(open);
            orderOf.put(open.id(), line.order());
        }
        Facts facts = new Facts(
                asOf,
                calendar,
                policies(),
                stock,
                deliveries.stream().map(Delivery::inbound).toList(),
                offerFacts(sells, queue.shipped()),
                demand);
        return new Backlog(
                facts, orderOf, variants(), deliveries(deliveries), settings.promiseDays(), policyKnown(), findings);
    }

    /** Without a list of its own the shop's order of locations is that of its inventory file. */
    private Settings calendar() {
        Settings given = settings.calendar();
        return given.locations().isEmpty()
                ? new Settings(
                        given.timeZone(),
                        given.handlingDays(),
                        given.workingDays(),
                        given.holidays(),
                        List.copyOf(catalog.locations()),
                        given.queueBy())
                : given;
    }

    private Map<OfferId, Set<Variant>> offers() {
        Map<OfferId, Set<Variant>> sells = new LinkedHashMap<>();
        for (OfferRule offer : settings.offers()) {
            Set<Variant> variants = new LinkedHashSet<>();
            for (String sku : offer.skus()) {
                Variant variant = catalog.named(sku);
                if (variant == null) {
                    findings.bad(
                            "settings",
                            0,
                            "the offer \"%s\" sells \"%s\", which is in no inventory or products file"
                                    .formatted(offer.id(), sku),
                            "the offer was read without it");
                } else {
                    variants.add(variant);
                }
            }
            sells.put(new OfferId(offer.id()), variants);
        }
        return sells;
    }

    private static Map<Variant, Long> open(List<QueuedLine> lines) {
        Map<Variant, Long> open = new HashMap<>();
        lines.forEach(line -> open.merge(line.variant(), line.most(), Long::sum));
        return open;
    }

    private void noteUnstocked(List<QueuedLine> lines, String inventoryFile) {
        Set<Variant> missing = new LinkedHashSet<>();
        for (QueuedLine line : lines) {
            if (line.variant().levels().isEmpty() && missing.add(line.variant())) {
                findings.note(
                        inventoryFile,
                        0,
                        "has no stock figure for %s, which is on order"
                                .formatted(line.variant().id().value()),
                        "it was planned without stock");
            }
        }
    }

    private DemandLine demand(QueuedLine line, Settings calendar) {
        Ships ships = null;
        for (OfferRule offer : settings.offers()) {
            if (line.offer() != null && offer.id().equals(line.offer().value())) {
                ships = offer.ships();
            }
        }
        PlacedOrder order = line.order();
        return new DemandLine(
                new LineId(order.name() + "-" + line.number()),
                new OrderId(order.name()),
                null,
                line.variant().id(),
                line.most(),
                order.placedAt(),
                order.priority(),
                line.offer(),
                ships == null ? null : ships.dateFor(order.placedAt(), calendar.timeZone()),
                Set.of(),
                settings.splitting(),
                List.of());
    }

    /** What a setting says of the variant, of all variants, then what Shopify does; else what is on order may be sold. */
    private Map<VariantId, Policy> policies() {
        Map<VariantId, Policy> policies = HashMap.newHashMap(catalog.variants().size());
        for (Variant variant : catalog.variants()) {
            Policy policy = settings.policyBySku().get(variant.id().value());
            policy = policy == null ? settings.policyBySku().get(variant.sku()) : policy;
            policy = policy == null ? settings.policyForAll() : policy;
            policies.put(variant.id(), policy == null ? byShopify(variant) : policy);
        }
        return policies;
    }

    private static Policy byShopify(Variant variant) {
        return switch (variant.selling()) {
            case CONTINUES -> new Policy.Backorder(null);
            case STOPS_AT_ZERO -> Policy.DENY;
            case UNKNOWN -> Policy.INCOMING;
        };
    }

    private boolean policyKnown() {
        return settings.policyForAll() != null
                || catalog.variants().stream().noneMatch(variant -> variant.selling() == Variant.Selling.UNKNOWN);
    }

    private List<Offer> offerFacts(Map<OfferId, Set<Variant>> sells, Map<OfferId, Long> shipped) {
        List<Offer> facts = new ArrayList<>();
        for (OfferRule offer : settings.offers()) {
            var id = new OfferId(offer.id());
            Set<VariantId> variants =
                    sells.getOrDefault(id, Set.of()).stream().map(Variant::id).collect(Collectors.toSet());
            facts.add(new Offer(
                    id,
                    variants,
                    offer.cap(),
                    null,
                    null,
                    offer.opens(),
                    offer.closes(),
                    shipped.getOrDefault(id, 0L),
                    offer.ships()));
        }
        return facts;
    }

    private Map<VariantId, Variant> variants() {
        Map<VariantId, Variant> byId = HashMap.newHashMap(catalog.variants().size());
        catalog.variants().forEach(variant -> byId.put(variant.id(), variant));
        return byId;
    }

    private static Map<InboundId, Delivery> deliveries(List<Delivery> deliveries) {
        Map<InboundId, Delivery> byId = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byId.put(delivery.inbound().id(), delivery));
        return byId;
    }
}
