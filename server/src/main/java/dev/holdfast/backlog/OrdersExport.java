package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.CsvFile;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's orders export: one row for each line item, the order's own fields on its first row only.
 *
 * <p>Names, addresses and e-mails of buyers are not read.
 */
final class OrdersExport {

    private final Findings findings;
    private final OrderQueue queue;
    private final OrderCells.Zone zone;
    private final Map<String, String> seen = new HashMap<>();
    private final List<OrderRow> rows = new ArrayList<>();
    private @Nullable OrderHead order;
    private String name = "";
    private String id = "";
    private int number;

    /** Why the rows of the current order cannot be used; empty when they can. */
    private String broken = "";

    OrdersExport(Findings findings, OrderQueue queue, OrderCells.Zone zone) {
        this.findings = findings;
        this.queue = queue;
        this.zone = zone;
    }

    void read(Path path, Progress progress) {
        try (CsvFile file = CsvFile.open(path, progress)) {
            findings.tally(file.name());
            var cells = new OrderCells(file.columns(), zone);
            while (file.next()) {
                if (file.isTooLong()) {
                    setAside(file, "bad row", "has more cells than the header has columns");
                } else {
                    row(file, cells);
                }
            }
            finish(file.name());
            name = "";
        }
    }

    private void row(CsvFile file, OrderCells cells) {
        String rowName = cells.name(file);
        String rowId = cells.id(file);
        boolean same = rowName.equals(name) && !name.isEmpty() && (rowId.isEmpty() || id.isEmpty() || rowId.equals(id));
        if (!same) {
            finish(file.name());
            begin(file, cells, rowName, rowId);
        }
        if (!broken.isEmpty()) {
            setAside(file, broken.equals(AGAIN) ? "order read before" : "bad row", broken);
            return;
        }
        number++;
        OptionalLong quantity = WholeNumber.in(cells.quantity(file));
        if (cells.isNoLine(file)) {
            findings.tally(file.name()).leave("no line item");
        } else if (quantity.isEmpty() || quantity.getAsLong() < 0) {
            setAside(
                    file,
                    "bad row",
                    "\"Lineitem quantity\" is \"%s\", no number of units".formatted(cells.quantity(file)));
        } else {
            rows.add(cells.line(file, number, quantity.getAsLong()));
        }
    }

    private static final String AGAIN = "its order has been read before";

    private void begin(CsvFile file, OrderCells cells, String rowName, String rowId) {
        name = rowName;
        id = rowId;
        number = 0;
        order = null;
        broken = "";
        if (rowName.isEmpty()) {
            broken = "has no order name";
            return;
        }
        if (cells.createdAt(file).isEmpty()) {
            broken = "is a further line of %s, whose first row is not before it".formatted(rowName);
            return;
        }
        String key = seen.putIfAbsent(rowName, rowId);
        if (key != null && (key.equals(rowId) || seen.putIfAbsent(rowName + " " + rowId, rowId) != null)) {
            broken = AGAIN;
            return;
        }
        OrderCells.Head head = cells.head(file, key == null ? rowName : rowName + " (" + rowId + ")");
        if (head.order() == null) {
            broken = head.what();
        } else {
            order = head.order();
        }
    }

    /** Hands the current order over, now that all its lines are known. */
    private void finish(String file) {
        if (order != null && !rows.isEmpty()) {
            queue.take(order, List.copyOf(rows), file);
        }
        rows.clear();
        order = null;
    }

    private void setAside(CsvFile file, String reason, String what) {
        findings.setAside(file.name(), file.line(), reason, what);
    }
}
