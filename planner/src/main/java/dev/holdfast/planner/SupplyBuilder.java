package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns one variant's rows into supplies: firm units and safety stock taken off, in supply order. */
final class SupplyBuilder {

    private final LocalDate today;
    private final ShopOrder order;
    private final Map<StockKey, Long> firm = new HashMap<>();
    /** What inbound must make up before anybody gets of it: safety stock and short firm units. */
    private final Map<StockKey, Long> missing = new HashMap<>();

    SupplyBuilder(LocalDate today, ShopOrder order, FirmTotals firm) {
        this.today = today;
        this.order = order;
        firm.forEach(this.firm::put);
    }

    List<Supply> build(Collection<StockRow> stock, Collection<Inbound> inbound) {
        if (!firm.isEmpty()) {
            spillDedicatedFirmUnits(stock);
        }
        List<Supply> supplies = new ArrayList<>(stock.size() + inbound.size());
        for (StockRow row : stock) {
            supplies.add(stock(row));
        }
        firm.forEach(this::lackWhatNoRowGives);
        for (Inbound line : sorted(inbound)) {
            supplies.add(inbound(line));
        }
        supplies.sort(this::compare);
        return ranked(supplies);
    }

    /** Firm units take their line's dedicated stock first; what that does not have is asked of general stock. */
    private void spillDedicatedFirmUnits(Collection<StockRow> stock) {
        Map<StockKey, Long> onHand = HashMap.newHashMap(stock.size());
        for (StockRow row : stock) {
            onHand.put(StockKey.of(row), row.onHand());
        }
        for (StockKey key : List.copyOf(firm.keySet())) {
            if (key.offer() == null) {
                continue;
            }
            long wanted = firm.getOrDefault(key, 0L);
            long there = Math.min(wanted, onHand.getOrDefault(key, 0L));
            firm.put(key, there);
            firm.merge(key.general(), wanted - there, Long::sum);
        }
    }

    private Supply stock(StockRow row) {
        StockKey key = StockKey.of(row);
        Long wanted = firm.remove(key);
        long given = wanted == null ? 0 : Math.min(wanted, row.onHand());
        long rest = row.onHand() - given;
        long lacked = (wanted == null ? 0 : wanted - given) + Math.max(0, row.safetyStock() - rest);
        if (lacked > 0) {
            missing.put(key, lacked);
        }
        SupplyRef ref = new SupplyRef.OnStock(row.location(), row.offer());
        return new Supply(
                0, ref, row.location(), row.offer(), today, false, Math.max(0, rest - row.safetyStock()), given, 0);
    }

    private void lackWhatNoRowGives(StockKey key, long units) {
        if (units > 0) {
            missing.put(key, units);
        }
    }

    private Supply inbound(Inbound line) {
        long heldBack = 0;
        if (!missing.isEmpty()) {
            StockKey key = new StockKey(line.location(), line.offer());
            long lacked = missing.getOrDefault(key, 0L);
            heldBack = Math.min(lacked, line.quantity());
            missing.put(key, lacked - heldBack);
        }
        LocalDate expected = line.expectedOn();
        boolean overdue = expected != null && expected.isBefore(today);
        SupplyRef ref = new SupplyRef.OnInbound(line.id());
        return new Supply(
                0,
                ref,
                line.location(),
                line.offer(),
                overdue ? today : expected,
                overdue,
                line.quantity() - heldBack,
                0,
                heldBack);
    }

    private List<Inbound> sorted(Collection<Inbound> inbound) {
        List<Inbound> lines = new ArrayList<>(inbound);
        if (missing.isEmpty()) {
            return lines;
        }
        lines.sort((a, b) -> {
            int byDate = compareDates(effective(a), effective(b));
            return byDate != 0 ? byDate : compareInbound(a.location(), a.id(), b.location(), b.id());
        });
        return lines;
    }

    private @Nullable LocalDate effective(Inbound line) {
        LocalDate expected = line.expectedOn();
        return expected != null && expected.isBefore(today) ? today : expected;
    }

    private int compare(Supply a, Supply b) {
        int byDate = compareDates(a.from(), b.from());
        if (byDate != 0) {
            return byDate;
        }
        if (a.ref() instanceof SupplyRef.OnInbound(InboundId left)
                && b.ref() instanceof SupplyRef.OnInbound(InboundId right)) {
            return compareInbound(a.location(), left, b.location(), right);
        }
        if (a.onStock() && b.onStock()) {
            int byLocation = order.locations().compare(a.location(), b.location());
            return byLocation != 0 ? byLocation : compareOffers(a.offer(), b.offer());
        }
        return a.onStock() ? -1 : 1;
    }

    private int compareInbound(LocationId here, InboundId left, LocationId there, InboundId right) {
        int byLocation = order.locations().compare(here, there);
        return byLocation != 0 ? byLocation : left.compareTo(right);
    }

    /** Dedicated stock of a location comes before its general stock. */
    private static int compareOffers(@Nullable OfferId left, @Nullable OfferId right) {
        return Comparator.nullsLast(Comparator.<OfferId>naturalOrder()).compare(left, right);
    }

    private static int compareDates(@Nullable LocalDate left, @Nullable LocalDate right) {
        if (left == null) {
            return right == null ? 0 : 1;
        }
        return right == null ? -1 : left.compareTo(right);
    }

    private static List<Supply> ranked(List<Supply> supplies) {
        List<Supply> inOrder = new ArrayList<>(supplies.size());
        for (Supply supply : supplies) {
            inOrder.add(supply.withRank(inOrder.size()));
        }
        return inOrder;
    }
}
