package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Columns;
import dev.holdfast.backlog.csv.CsvFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an orders export says what. */
final class OrderCells {

    /** The zone of instants without an offset, which Shopify always writes and spreadsheets drop. */
    record Zone(ZoneId id) {}

    /** An order, or what is wrong with its first row. */
    record Head(@Nullable OrderHead order, String what) {}

    /** As Shopify writes it, "2026-11-20 10:00:00 +0100": half a million times, so without a choice to make. */
    private static final DateTimeFormatter BY_SHOPIFY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT);

    private static final int BEFORE_OFFSET = "2026-11-20 10:00:00".length();

    /** The same with a T, with a Z or a colon in its offset, or without one. */
    private static final DateTimeFormatter BY_OTHERS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[' ']['T']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final Zone zone;
    private final Map<String, String> words = new HashMap<>();
    private final int name;
    private final int id;
    private final int createdAt;
    private final int cancelledAt;
    private final int financial;
    private final int fulfillment;
    private final int refunded;
    private final int subtotal;
    private final int outstanding;
    private final int tags;
    private final int notes;
    private final int sellingPlan;
    private final int quantity;
    private final int lineName;
    private final int sku;
    private final int price;
    private final int requiresShipping;
    private final int status;

    OrderCells(Columns columns, Zone zone) {
        this.zone = zone;
        name = columns.required("Name");
        createdAt = columns.required("Created at");
        quantity = columns.required("Lineitem quantity");
        lineName = columns.required("Lineitem name");
        status = columns.optional("Lineitem fulfillment status");
        fulfillment = status == Columns.ABSENT
                ? columns.required("Fulfillment Status")
                : columns.optional("Fulfillment Status");
        id = columns.optional("Id");
        cancelledAt = columns.optional("Cancelled at");
        financial = columns.optional("Financial Status");
        refunded = columns.optional("Refunded Amount");
        subtotal = columns.optional("Subtotal");
        outstanding = columns.optional("Outstanding Balance");
        tags = columns.optional("Tags");
        notes = columns.optional("Note Attributes");
        sellingPlan = columns.optional("Lineitem selling plan", "Selling plan", "Selling plan name");
        sku = columns.optional("Lineitem sku");
        price = columns.optional("Lineitem price");
        requiresShipping = columns.optional("Lineitem requires shipping");
    }

    String name(CsvFile file) {
        return file.cell(name);
    }

    String id(CsvFile file) {
        return file.cell(id);
    }

    String createdAt(CsvFile file) {
        return file.cell(createdAt);
    }

    String quantity(CsvFile file) {
        return file.cell(quantity);
    }

    /** Shopify writes a row without a line item for an order that has none left. */
    boolean isNoLine(CsvFile file) {
        return file.cell(quantity).isEmpty()
                && file.cell(lineName).isEmpty()
                && file.cell(sku).isEmpty();
    }

    OrderRow line(CsvFile file, int number, long units) {
        return new OrderRow(
                file.line(),
                number,
                file.cell(sku),
                file.cell(lineName),
                units,
                word(file.cell(status)),
                !file.cell(requiresShipping).equalsIgnoreCase("false"),
                file.cell(price));
    }

    Head head(CsvFile file, String orderName) {
        Instant placedAt = placedAt(file.cell(createdAt));
        if (placedAt == null) {
            return new Head(
                    null,
                    "\"Created at\" is \"%s\"; an instant like 2026-11-20 10:00:00 +0100 was expected"
                            .formatted(file.cell(createdAt)));
        }
        return new Head(
                new OrderHead(
                        orderName,
                        placedAt,
                        !file.cell(cancelledAt).isEmpty(),
                        word(file.cell(financial)),
                        word(file.cell(fulfillment)),
                        file.cell(refunded),
                        file.cell(subtotal),
                        file.cell(outstanding),
                        tags(file.cell(tags)),
                        file.cell(notes) + "\n" + file.cell(sellingPlan)),
                "");
    }

    private @Nullable Instant placedAt(String text) {
        try {
            return text.length() == BEFORE_OFFSET + " +0100".length() && text.charAt(BEFORE_OFFSET) == ' '
                    ? OffsetDateTime.parse(text, BY_SHOPIFY).toInstant()
                    : otherwisePlacedAt(text);
        } catch (DateTimeException notAnInstant) {
            return null;
        }
    }

    private Instant otherwisePlacedAt(String text) {
        TemporalAccessor when = BY_OTHERS.parseBest(text, Instant::from, LocalDateTime::from);
        return when instanceof LocalDateTime local ? local.atZone(zone.id()).toInstant() : Instant.from(when);
    }

    private static List<String> tags(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        for (String tag : cell.split(",", -1)) {
            tags.add(tag.strip());
        }
        return tags;
    }

    /** There are few of them, and an export repeats them half a million times. */
    private String word(String cell) {
        return words.computeIfAbsent(cell, text -> text.toLowerCase(Locale.ROOT).replace(' ', '_'));
    }
}
