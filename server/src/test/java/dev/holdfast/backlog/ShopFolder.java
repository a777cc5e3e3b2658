package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Finding;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import dev.holdfast.backlog.csv.RowTally;
import dev.holdfast.planner.DemandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A folder of exports as a test writes them; what it does not write stays out of the way. */
final class ShopFolder {

    static final String ORDERS = "Name,Financial Status,Fulfillment Status,Created at,Lineitem quantity,Lineitem name,"
            + "Lineitem sku,Lineitem fulfillment status,Tags";
    static final String INVENTORY =
            "Handle,Title,Option1 Name,Option1 Value,SKU,Location,Unavailable,Committed,Available,"
                    + "On hand (current)";
    static final String INBOUND = "reference,supplier,sku,quantity,expected on,location,offer";

    private final Path folder;
    private boolean strict;

    ShopFolder(Path folder) {
        this.folder = folder;
        orders();
        inventory("mug,Mug,Title,Default Title,MUG,Main,0,,,5");
    }

    ShopFolder strict() {
        strict = true;
        return this;
    }

    ShopFolder orders(String... rows) {
        return file("orders_export.csv", ORDERS, rows);
    }

    ShopFolder inventory(String... rows) {
        return file("inventory_export.csv", INVENTORY, rows);
    }

    ShopFolder inbound(String... rows) {
        return file("inbound.csv", INBOUND, rows);
    }

    ShopFolder settings(String text) {
        return file("holdfast.toml", text);
    }

    ShopFolder file(String name, String header, String... rows) {
        try {
            Files.writeString(
                    folder.resolve(name), header + "\n" + String.join("\n", rows) + (rows.length == 0 ? "" : "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Backlog read() {
        BacklogFiles files = BacklogFiles.in(folder);
        return BacklogReader.read(
                files,
                BacklogReader.settings(files.settings()),
                Instant.parse("2026-11-23T08:00:00Z"),
                new Findings(strict),
                Progress.SILENT);
    }

    /** "#1-1 MUG 3" for each line of the queue. */
    List<String> queue() {
        return read().facts().demand().stream().map(ShopFolder::line).toList();
    }

    private static String line(DemandLine line) {
        return line.id().value() + " " + line.variant().value() + " " + line.open()
                + (line.offer() == null ? "" : " " + line.offer().value());
    }

    /** "MUG Main 5" for each row of stock. */
    List<String> stock() {
        return read().facts().stock().stream()
                .map(row -> row.variant().value() + " " + row.location().value() + " " + row.onHand())
                .toList();
    }

    /** "orders_export.csv:3: what; done" for each finding. */
    List<String> findings() {
        return read().findings().all().stream().map(this::text).toList();
    }

    private String text(Finding finding) {
        return (finding.place() + ": " + finding.what() + "; " + finding.done()).replace(folder + "/", "");
    }

    RowTally rows(String file) {
        return read().findings().tally(folder.resolve(file).toString());
    }
}
