package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Columns;
import dev.holdfast.backlog.csv.CsvFile;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import java.nio.file.Path;

/**
 * Shopify's inventory export, in both layouts in use.
 *
 * <p>With a column "Location" or "On hand" there is one row for each variant and location, with its states. Without them
 * there is one row for each variant, and a column for each location named after it.
 */
final class InventoryExport {

    private final Catalog catalog;
    private final Findings findings;
    private final ShopSettings settings;

    InventoryExport(Catalog catalog, Findings findings, ShopSettings settings) {
        this.catalog = catalog;
        this.findings = findings;
        this.settings = settings;
    }

    void read(Path path, Progress progress) {
        try (CsvFile file = CsvFile.open(path, progress)) {
            findings.tally(file.name());
            Columns columns = file.columns();
            var identity = new VariantCells(columns);
            InventoryLayout layout = StatesLayout.isIn(columns)
                    ? new StatesLayout(
                            columns, catalog, findings, settings.calendar().defaultLocation())
                    : new LocationsLayout(columns, catalog, findings, settings.olderInventoryIsOnHand());
            while (file.next()) {
                if (file.isTooLong()) {
                    findings.setAside(
                            file.name(), file.line(), "bad row", "has more cells than the header has columns");
                    continue;
                }
                VariantKey key = identity.key(file);
                if (key == null) {
                    findings.setAside(file.name(), file.line(), "bad row", "has neither handle nor SKU");
                    continue;
                }
                Variant variant = catalog.at(key, identity.sku(file), identity.title(file));
                layout.row(file, variant);
            }
        }
    }
}
