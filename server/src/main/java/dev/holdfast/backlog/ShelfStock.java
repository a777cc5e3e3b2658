package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.StockRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Turns the figures of the inventory file into what lies on the shelves.
 *
 * <p>A file with only what may still be sold has to be given back the units Shopify took off it for open orders. It
 * does not say at which location: first the locations below zero are lifted to it, then the first location that has
 * units, in the shop's order, gets the rest.
 */
final class ShelfStock {

    private final List<LocationId> shopOrder;
    private final Findings findings;
    private final String inventoryFile;
    private final List<StockRow> rows = new ArrayList<>();

    ShelfStock(List<LocationId> shopOrder, Findings findings, String inventoryFile) {
        this.shopOrder = shopOrder;
        this.findings = findings;
        this.inventoryFile = inventoryFile;
    }

    /** @param open units of each variant that the orders have open */
    List<StockRow> rows(Iterable<Variant> variants, Map<Variant, Long> open) {
        boolean onlyAvailable = false;
        for (Variant variant : variants) {
            if (variant.levels().stream().anyMatch(level -> level.sellable() == null)) {
                onlyAvailable = true;
                lift(variant, open.getOrDefault(variant, 0L));
            } else {
                for (StockLevel level : variant.levels()) {
                    add(variant, level.location(), level.sellable() == null ? 0 : level.sellable());
                }
                compare(variant, open.getOrDefault(variant, 0L));
            }
        }
        if (onlyAvailable) {
            findings.note(
                    inventoryFile,
                    0,
                    "has what may still be sold, not what is on hand",
                    "the open units of the orders were added back to it");
        }
        return rows;
    }

    private void lift(Variant variant, long open) {
        List<StockLevel> levels = new ArrayList<>(variant.levels());
        levels.sort(Comparator.comparingInt(this::rank));
        long[] units = levels.stream()
                .mapToLong(level -> level.available() == null ? 0 : level.available())
                .toArray();
        long left = open;
        for (int at = 0; at < units.length; at++) {
            long missing = Math.min(left, Math.max(0, -units[at]));
            units[at] += missing;
            left -= missing;
        }
        int first = 0;
        while (first < units.length - 1 && units[first] <= 0) {
            first++;
        }
        units[units[first] > 0 ? first : 0] += left;
        for (int at = 0; at < units.length; at++) {
            if (units[at] < 0) {
                findings.note(
                        inventoryFile,
                        0,
                        "%s is %d below zero at %s beyond the open orders of the file"
                                .formatted(
                                        variant.id().value(),
                                        -units[at],
                                        levels.get(at).location().value()),
                        "0 was taken");
            }
            add(variant, levels.get(at).location(), Math.max(0, units[at]));
        }
    }

    /** A difference means that orders are missing from the export, or were edited since. */
    private void compare(Variant variant, long open) {
        Long committed = variant.committed();
        if (committed != null && committed != open && !variant.isPreordered()) {
            findings.note(
                    inventoryFile,
                    0,
                    "Shopify has committed %d units of %s, the orders file has %d open"
                            .formatted(committed, variant.id().value(), open),
                    "the orders were believed; are all unfulfilled orders in the export?");
        }
    }

    private void add(Variant variant, LocationId location, long onHand) {
        rows.add(new StockRow(variant.id(), location, null, onHand, 0));
    }

    private int rank(StockLevel level) {
        int at = shopOrder.indexOf(level.location());
        return at < 0 ? shopOrder.size() : at;
    }
}
