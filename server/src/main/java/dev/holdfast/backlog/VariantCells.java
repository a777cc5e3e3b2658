package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Columns;
import dev.holdfast.backlog.csv.CsvFile;
import org.jspecify.annotations.Nullable;

/** Where an inventory file says which variant a row is about. */
final class VariantCells {

    private final int handle;
    private final int title;
    private final int sku;
    private final int first;
    private final int second;
    private final int third;

    VariantCells(Columns columns) {
        handle = columns.optional("Handle", "URL handle");
        title = columns.optional("Title");
        sku = columns.optional("SKU", "Variant SKU");
        first = columns.optional("Option1 Value", "Option 1 Value");
        second = columns.optional("Option2 Value", "Option 2 Value");
        third = columns.optional("Option3 Value", "Option 3 Value");
        if (handle == Columns.ABSENT) {
            columns.required("SKU", "Variant SKU");
        }
    }

    /** Null when the row names no variant. */
    @Nullable
    VariantKey key(CsvFile file) {
        if (!file.cell(handle).isEmpty()) {
            return VariantKey.of(file.cell(handle), file.cell(first), file.cell(second), file.cell(third));
        }
        return file.cell(sku).isEmpty() ? null : VariantKey.bySku(file.cell(sku));
    }

    String sku(CsvFile file) {
        return file.cell(sku);
    }

    String title(CsvFile file) {
        return file.cell(title);
    }
}
