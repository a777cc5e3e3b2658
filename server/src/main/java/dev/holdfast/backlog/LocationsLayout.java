package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.backlog.csv.Columns;
import dev.holdfast.backlog.csv.CsvFile;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.planner.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One row for each variant, a column for each location: the columns after "COO", or those no other name explains.
 *
 * <p>Shopify's page on the inventory file calls this choice "only available quantities": a figure is what may still be
 * sold, so it may be less than zero, and open orders must be added to see what lies on the shelf. Files of other
 * programs in this layout may hold counted stock; a setting says so.
 */
final class LocationsLayout implements InventoryLayout {

    private static final Set<String> NOT_A_LOCATION = Set.of(
            "handle", "url handle", "title", "sku", "variant sku", "barcode", "hs code", "coo", "bin name", "vendor");

    private final Findings findings;
    private final boolean figuresAreOnHand;
    private final List<Integer> columnsOfLocations = new ArrayList<>();
    private final List<LocationId> locations = new ArrayList<>();

    LocationsLayout(Columns columns, Catalog catalog, Findings findings, boolean figuresAreOnHand) {
        this.findings = findings;
        this.figuresAreOnHand = figuresAreOnHand;
        for (int at = 0; at < columns.names().size(); at++) {
            String name = columns.names().get(at).strip();
            String lower = name.toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !NOT_A_LOCATION.contains(lower) && !lower.matches("option ?[123] (name|value)")) {
                columns.required(name);
                columnsOfLocations.add(at);
                locations.add(new LocationId(name));
            }
        }
        if (locations.isEmpty()) {
            throw new BadInput(
                    columns.file() + ":1", "has neither a column \"Location\" nor a column named after a location");
        }
        locations.forEach(catalog::stockedAt);
    }

    @Override
    public void row(CsvFile file, Variant variant) {
        if (!variant.levels().isEmpty()) {
            findings.setAside(file.name(), file.line(), "bad row", variant.title() + " stood there before");
            return;
        }
        boolean unread = false;
        for (int n = 0; n < locations.size(); n++) {
            String cell = file.cell(columnsOfLocations.get(n));
            if (cell.isEmpty() || StatesLayout.isNotStocked(cell)) {
                continue;
            }
            OptionalLong figure = WholeNumber.in(cell);
            if (figure.isEmpty()) {
                findings.bad(
                        file.name(),
                        file.line(),
                        "\"%s\" is \"%s\", no whole number"
                                .formatted(locations.get(n).value(), cell),
                        "the cell was left out");
                unread = true;
                continue;
            }
            variant.levels().add(level(file, locations.get(n), figure.getAsLong()));
        }
        if (!variant.levels().isEmpty()) {
            findings.tally(file.name()).use();
        } else if (unread) {
            findings.tally(file.name()).setAside("bad row");
        } else {
            findings.tally(file.name()).leave("not stocked anywhere");
        }
    }

    private StockLevel level(CsvFile file, LocationId location, long figure) {
        if (!figuresAreOnHand) {
            return new StockLevel(location, null, figure, null);
        }
        if (figure < 0) {
            findings.note(
                    file.name(),
                    file.line(),
                    "%d units at %s, which no shelf can hold".formatted(figure, location.value()),
                    "0 was taken");
        }
        return new StockLevel(location, Math.max(0, figure), null, null);
    }
}
