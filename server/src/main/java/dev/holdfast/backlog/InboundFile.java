package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.CsvFile;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.Progress;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Settings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our own file of expected deliveries: reference, supplier, sku, quantity, expected on, location, offer. */
final class InboundFile {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final Catalog catalog;
    private final Settings calendar;
    private final Findings findings;
    private final Set<LocationId> unknown = new HashSet<>();

    InboundFile(Catalog catalog, Settings calendar, Findings findings) {
        this.catalog = catalog;
        this.calendar = calendar;
        this.findings = findings;
    }

    /** @param offers what each offer sells */
    List<Delivery> read(Path path, Map<OfferId, Set<Variant>> offers, Progress progress) {
        List<Delivery> deliveries = new ArrayList<>();
        Set<InboundId> ids = new HashSet<>();
        try (CsvFile file = CsvFile.open(path, progress)) {
            findings.tally(file.name());
            var cells = new Cells(file);
            while (file.next()) {
                Row row = new Row(file, cells);
                Variant variant = row.problem().isEmpty() ? variant(file, row.sku()) : null;
                if (!row.problem().isEmpty()) {
                    findings.setAside(file.name(), file.line(), "bad row", row.problem());
                } else if (variant != null && row.quantity() == 0) {
                    findings.tally(file.name()).leave("nothing expected");
                } else if (variant != null
                        && !row.offer().isEmpty()
                        && !offers.getOrDefault(new OfferId(row.offer()), Set.of())
                                .contains(variant)) {
                    findings.setAside(
                            file.name(),
                            file.line(),
                            "unknown offer",
                            "no offer \"%s\" of the settings sells %s".formatted(row.offer(), row.sku()));
                } else if (variant != null) {
                    deliveries.add(delivery(file, row, variant, ids));
                    findings.tally(file.name()).use();
                }
            }
        }
        return deliveries;
    }

    private Delivery delivery(CsvFile file, Row row, Variant variant, Set<InboundId> ids) {
        String name = row.reference() + "/" + variant.id().value();
        InboundId id = new InboundId(name);
        for (int n = 2; !ids.add(id); n++) {
            id = new InboundId(name + " (" + n + ")");
        }
        var inbound = new Inbound(
                id,
                variant.id(),
                location(file, row.location()),
                row.offer().isEmpty() ? null : new OfferId(row.offer()),
                row.quantity(),
                date(file, row.expectedOn()));
        return new Delivery(inbound, row.reference(), row.supplier());
    }

    private @Nullable Variant variant(CsvFile file, String sku) {
        Variant variant = catalog.named(sku);
        if (variant == null) {
            findings.setAside(
                    file.name(),
                    file.line(),
                    catalog.isShared(sku) ? "shared SKU" : "unknown variant",
                    catalog.isShared(sku)
                            ? "several variants share the SKU \"%s\"; write handle:option/option instead".formatted(sku)
                            : "the SKU \"%s\" is in no inventory or products file".formatted(sku));
        }
        return variant;
    }

    private LocationId location(CsvFile file, String name) {
        if (name.isEmpty()) {
            return calendar.defaultLocation();
        }
        var location = new LocationId(name);
        if (!catalog.locations().contains(location)
                && !calendar.locations().contains(location)
                && unknown.add(location)) {
            findings.note(
                    file.name(),
                    file.line(),
                    "the inventory file has no location \"%s\"".formatted(name),
                    "it was taken for a new one");
        }
        return location;
    }

    private @Nullable LocalDate date(CsvFile file, String text) {
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = dateIn(text);
        if (date != null) {
            return date;
        }
        findings.bad(
                file.name(),
                file.line(),
                "\"expected on\" is \"%s\", no date like 2026-12-05".formatted(text),
                "the delivery was counted without a date");
        return null;
    }

    private static @Nullable LocalDate dateIn(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY) ? null : date;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** Where the file says what. */
    private static final class Cells {
        private final int reference;
        private final int supplier;
        private final int sku;
        private final int quantity;
        private final int expectedOn;
        private final int location;
        private final int offer;

        Cells(CsvFile file) {
            reference = file.columns().required("reference");
            sku = file.columns().required("sku");
            quantity = file.columns().required("quantity");
            expectedOn = file.columns().required("expected on");
            supplier = file.columns().optional("supplier");
            location = file.columns().optional("location");
            offer = file.columns().optional("offer");
        }
    }

    /** The current row; its problem is empty when it can be used. */
    private record Row(
            String reference,
            String supplier,
            String sku,
            long quantity,
            String expectedOn,
            String location,
            String offer,
            String problem) {

        Row(CsvFile file, Cells cells) {
            this(
                    file.cell(cells.reference),
                    file.cell(cells.supplier),
                    file.cell(cells.sku),
                    WholeNumber.in(file.cell(cells.quantity)).orElse(-1),
                    file.cell(cells.expectedOn),
                    file.cell(cells.location),
                    file.cell(cells.offer),
                    problem(file, cells));
        }

        private static String problem(CsvFile file, Cells cells) {
            OptionalLong units = WholeNumber.in(file.cell(cells.quantity));
            if (file.isTooLong()) {
                return "has more cells than the header has columns";
            }
            if (file.cell(cells.reference).isEmpty() || file.cell(cells.sku).isEmpty()) {
                return "has no reference or no sku";
            }
            return units.isEmpty() || units.getAsLong() < 0
                    ? "\"quantity\" is \"%s\", no number of units".formatted(file.cell(cells.quantity))
                    : "";
        }
    }
}
