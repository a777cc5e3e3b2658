package dev.holdfast.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open units of one order line.
 *
 * @param customer null when unknown: the order is then its own customer
 * @param open units ordered less shipped, cancelled and refunded
 * @param priority higher goes first
 * @param offer the pre-order offer it was sold under, or null
 * @param promisedOn the date its buyer was told, or null
 * @param locations the only places that may supply it; empty: every place
 * @param firm its units released to the warehouse, at most {@code open} together
 */
public record DemandLine(
        LineId id,
        OrderId order,
        @Nullable CustomerId customer,
        VariantId variant,
        long open,
        Instant placedAt,
        long priority,
        @Nullable OfferId offer,
        @Nullable LocalDate promisedOn,
        Set<LocationId> locations,
        Splitting splitting,
        List<FirmUnits> firm) {

    public DemandLine {
        locations = Set.copyOf(locations);
        firm = byLocation(firm);
        if (open < 0) {
            throw new IllegalArgumentException("%s cannot have %d open units".formatted(id, open));
        }
        if (firmIn(firm) > open) {
            throw new IllegalArgumentException("%s has more firm units than its %d open".formatted(id, open));
        }
    }

    /** How many of its open units are firm. */
    public long firmUnits() {
        return firmIn(firm);
    }

    boolean maySupply(LocationId location) {
        return locations.isEmpty() || locations.contains(location);
    }

    DemandLine with(long openUnits, List<FirmUnits> firmUnits) {
        return new DemandLine(
                id,
                order,
                customer,
                variant,
                openUnits,
                placedAt,
                priority,
                offer,
                promisedOn,
                locations,
                splitting,
                firmUnits);
    }

    /** Units given twice for a location are one peg there. */
    private static List<FirmUnits> byLocation(List<FirmUnits> firm) {
        if (firm.isEmpty()) {
            return List.of();
        }
        Map<LocationId, Long> units = new LinkedHashMap<>();
        for (FirmUnits entry : firm) {
            units.merge(entry.location(), entry.quantity(), Long::sum);
        }
        if (units.size() == firm.size()) {
            return List.copyOf(firm);
        }
        List<FirmUnits> merged = new ArrayList<>(units.size());
        units.forEach((location, quantity) -> merged.add(new FirmUnits(location, quantity)));
        return List.copyOf(merged);
    }

    private static long firmIn(List<FirmUnits> firm) {
        long units = 0;
        for (int at = 0; at < firm.size(); at++) {
            units += firm.get(at).quantity();
        }
        return units;
    }
}
