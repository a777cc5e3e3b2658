package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Columns;
import dev.holdfast.backlog.csv.CsvFile;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.RowTally;
import dev.holdfast.planner.LocationId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One row for each variant and location, a column for each state.
 *
 * <p>Shopify's arithmetic is on hand = committed + unavailable + available; incoming stands apart. What the planner
 * calls stock is on hand less unavailable: damaged goods, quality control, safety stock and reservations of drafts and
 * apps are there, but nobody may have them.
 */
final class StatesLayout implements InventoryLayout {

    private final Catalog catalog;
    private final Findings findings;
    private final LocationId onlyLocation;
    private final int location;
    private final int onHand;
    private final int unavailable;
    private final int committed;
    private final int available;

    /** @param onlyLocation where the units are when the file has no column for it */
    StatesLayout(Columns columns, Catalog catalog, Findings findings, LocationId onlyLocation) {
        this.catalog = catalog;
        this.findings = findings;
        this.onlyLocation = onlyLocation;
        location = columns.optional("Location");
        onHand = columns.optional("On hand (current)", "On hand");
        unavailable = columns.optional("Unavailable");
        committed = columns.optional("Committed");
        available = columns.optional("Available");
        if (onHand == Columns.ABSENT && available == Columns.ABSENT) {
            columns.required("On hand (current)", "On hand", "Available");
        }
    }

    static boolean isIn(Columns columns) {
        return columns.has("Location") || columns.has("On hand") || columns.has("On hand (current)");
    }

    @Override
    public void row(CsvFile file, Variant variant) {
        RowTally tally = findings.tally(file.name());
        String at = file.cell(location);
        if (at.isEmpty() && location != Columns.ABSENT) {
            findings.setAside(file.name(), file.line(), "bad row", "names no location");
            return;
        }
        LocationId place = location == Columns.ABSENT ? onlyLocation : new LocationId(at.intern());
        if (isNotStocked(file.cell(onHand)) || isNotStocked(file.cell(available))) {
            catalog.stockedAt(place);
            tally.leave("not stocked there");
            return;
        }
        for (int column : new int[] {onHand, unavailable, committed, available}) {
            if (!file.cell(column).isEmpty()
                    && WholeNumber.in(file.cell(column)).isEmpty()) {
                findings.setAside(
                        file.name(),
                        file.line(),
                        "bad row",
                        "\"%s\" is \"%s\", no whole number"
                                .formatted(file.columns().names().get(column), file.cell(column)));
                return;
            }
        }
        if (variant.hasLevelAt(place)) {
            findings.setAside(
                    file.name(),
                    file.line(),
                    "bad row",
                    "%s at %s stood there before".formatted(variant.title(), place.value()));
            return;
        }
        StockLevel level = level(file, place);
        if (level.sellable() == null && level.available() == null) {
            findings.setAside(file.name(), file.line(), "bad row", "has no figure for the stock");
            return;
        }
        catalog.stockedAt(place);
        variant.levels().add(level);
        tally.use();
    }

    private StockLevel level(CsvFile file, LocationId place) {
        OptionalLong there = WholeNumber.in(file.cell(onHand));
        OptionalLong promised = WholeNumber.in(file.cell(committed));
        OptionalLong free = WholeNumber.in(file.cell(available));
        OptionalLong notForSale = WholeNumber.in(file.cell(unavailable));
        Long sellable = null;
        if (there.isPresent()) {
            sellable = there.getAsLong() - notForSale.orElse(0);
        } else if (free.isPresent() && promised.isPresent()) {
            sellable = free.getAsLong() + promised.getAsLong();
        }
        if (there.isPresent() && free.isPresent() && promised.isPresent() && notForSale.isPresent()) {
            long sum = promised.getAsLong() + notForSale.getAsLong() + free.getAsLong();
            if (sum != there.getAsLong()) {
                findings.note(
                        file.name(),
                        file.line(),
                        "on hand is %d, but committed + unavailable + available make %d"
                                .formatted(there.getAsLong(), sum),
                        "on hand was believed");
            }
        }
        if (sellable != null && sellable < 0) {
            findings.note(
                    file.name(),
                    file.line(),
                    "on hand less unavailable is %d at %s, which no shelf can hold".formatted(sellable, place.value()),
                    "0 was taken");
            sellable = 0L;
        }
        return new StockLevel(place, sellable, value(free), value(promised));
    }

    private static @Nullable Long value(OptionalLong figure) {
        return figure.isPresent() ? (Long) figure.getAsLong() : null;
    }

    static boolean isNotStocked(String cell) {
        return cell.equalsIgnoreCase("not stocked");
    }
}
