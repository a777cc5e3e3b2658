package dev.holdfast.backlog;

import dev.holdfast.backlog.Variant.Selling;
import dev.holdfast.backlog.csv.Columns;
import dev.holdfast.backlog.csv.CsvFile;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Shopify's products export: titles, and whether a variant goes on selling when nothing is left.
 *
 * <p>Both sets of column names are read: "Handle, Variant SKU, Variant Inventory Policy …" and the newer "URL handle,
 * SKU, Continue selling when out of stock …". A product's title stands on its first row only; rows with neither SKU nor
 * option are pictures.
 */
final class ProductsExport {

    private final Catalog catalog;
    private final Findings findings;

    ProductsExport(Catalog catalog, Findings findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    void read(Path path, Progress progress) {
        try (CsvFile file = CsvFile.open(path, progress)) {
            Columns columns = file.columns();
            int handle = columns.required("Handle", "URL handle");
            int title = columns.required("Title");
            int sku = columns.required("Variant SKU", "SKU");
            int first = columns.optional("Option1 Value");
            int second = columns.optional("Option2 Value");
            int third = columns.optional("Option3 Value");
            int tracker = columns.optional("Variant Inventory Tracker", "Inventory tracker");
            int policy = columns.optional("Variant Inventory Policy", "Continue selling when out of stock");
            var tally = findings.tally(file.name());
            while (file.next()) {
                if (file.isTooLong()) {
                    findings.setAside(
                            file.name(), file.line(), "bad row", "has more cells than the header has columns");
                } else if (file.cell(handle).isEmpty()) {
                    findings.setAside(file.name(), file.line(), "bad row", "has no handle");
                } else if (file.cell(sku).isEmpty()
                        && file.cell(first).isEmpty()
                        && file.cell(title).isEmpty()) {
                    tally.leave("picture");
                } else {
                    VariantKey key =
                            VariantKey.of(file.cell(handle), file.cell(first), file.cell(second), file.cell(third));
                    variant(key, file.cell(sku), file.cell(title))
                            .learn(
                                    file.cell(title),
                                    selling(file, policy),
                                    tracker == Columns.ABSENT
                                            || !file.cell(tracker).isEmpty());
                    tally.use();
                }
            }
        }
    }

    /** An inventory file without handles knows a variant by its SKU alone. */
    private Variant variant(VariantKey key, String sku, String title) {
        Variant bySkuAlone = catalog.withoutHandle(sku);
        return bySkuAlone == null ? catalog.at(key, sku, title) : bySkuAlone;
    }

    private Selling selling(CsvFile file, int policy) {
        String word = file.cell(policy).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "" -> Selling.UNKNOWN;
            case "continue", "true", "yes" -> Selling.CONTINUES;
            case "deny", "false", "no" -> Selling.STOPS_AT_ZERO;
            default -> {
                findings.bad(
                        file.name(),
                        file.line(),
                        "the inventory policy \"" + word + "\" is neither deny nor continue",
                        "the variant was read without one");
                yield Selling.UNKNOWN;
            }
        };
    }
}
