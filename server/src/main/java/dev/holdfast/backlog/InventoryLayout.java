package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.CsvFile;

/** One of the ways in which the inventory export lays out its figures. */
sealed interface InventoryLayout permits StatesLayout, LocationsLayout {

    /** Takes the figures of the current row and tallies it. */
    void row(CsvFile file, Variant variant);
}
