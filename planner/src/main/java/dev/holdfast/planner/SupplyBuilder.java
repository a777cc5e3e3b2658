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

    /** What a row of stock gives firm pegs, and what it lacks. */
    private record Need(long firm, long missing) {
        static final Need NOTHING = new Need(0, 0);
    }

    private final LocalDate today;
    private final ShopOrder order;
    private final Map<StockKey, Long> firm = new HashMap<>();
    private final Map<StockKey, Need> needs = new HashMap<>();

    SupplyBuilder(LocalDate today, ShopOrder order, FirmTotals firm) {
        this.today = today;
        this.order = order;
        firm.forEach(this.firm::put);
    }

    List<Supply> build(Collection<StockRow> stock, Collection<Inbound> inbound) {
        Map<StockKey, StockRow> rows = HashMap.newHashMap(stock.size());
        for (StockRow row : stock) {
            rows.put(StockKey.of(row), row);
        }
        if (!firm.isEmpty()) {
            spillDedicatedFirmUnits(rows);
        }
        rows.forEach((key, row) -> needs.put(key, needOf(row, firm.getOrDefault(key, 0L))));
        firm.forEach((key, units) -> {
            if (units > 0 && !rows.containsKey(key)) {
                needs.put(key, new Need(0, units));
            }
        });
        List<Supply> supplies = new ArrayList<>(stock.size() + inbound.size());
        for (StockRow row : stock) {
            supplies.add(stock(row));
        }
        for (Inbound line : sorted(inbound)) {
            supplies.add(inbound(line));
        }
        supplies.sort(this::compare);
        return ranked(supplies);
    }

    /** Firm units take their line's dedicated stock first; what that does not have is asked of general stock. */
    private void spillDedicatedFirmUnits(Map<StockKey, StockRow> rows) {
        for (StockKey key : List.copyOf(firm.keySet())) {
            if (key.offer() == null) {
                continue;
            }
            long wanted = firm.getOrDefault(key, 0L);
            StockRow row = rows.get(key);
            long there = row == null ? 0 : Math.min(wanted, row.onHand());
            firm.put(key, there);
            firm.merge(key.general(), wanted - there, Long::sum);
        }
    }

    private static Need needOf(StockRow row, long wanted) {
        long given = Math.min(wanted, row.onHand());
        long toSafety = Math.max(0, row.safetyStock() - (row.onHand() - given));
        return new Need(given, wanted - given + toSafety);
    }

    private Supply stock(StockRow row) {
        long given = need(StockKey.of(row)).firm();
        long units = Math.max(0, row.onHand() - given - row.safetyStock());
        SupplyRef ref = new SupplyRef.OnStock(row.location(), row.offer());
        return new Supply(0, ref, row.location(), row.offer(), today, false, units, given, 0);
    }

    private Supply inbound(Inbound line) {
        StockKey key = new StockKey(line.location(), line.offer());
        Need need = need(key);
        long heldBack = Math.min(need.missing(), line.quantity());
        if (heldBack > 0) {
            needs.put(key, new Need(need.firm(), need.missing() - heldBack));
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

    private Need need(StockKey key) {
        return needs.getOrDefault(key, Need.NOTHING);
    }

    private List<Inbound> sorted(Collection<Inbound> inbound) {
        List<Inbound> lines = new ArrayList<>(inbound);
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
