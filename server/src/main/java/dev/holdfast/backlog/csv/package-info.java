/** Reads CSV files that people have had their hands on, and keeps count of every row. */
@NullMarked
@NamedInterface("csv")
package dev.holdfast.backlog.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
