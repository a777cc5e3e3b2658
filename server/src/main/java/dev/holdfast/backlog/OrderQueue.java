package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.planner.OfferId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes orders one by one and keeps their open lines, each with its variant and its offer. */
final class OrderQueue {

    private final Catalog catalog;
    private final ShopSettings settings;
    private final Findings findings;
    private final List<QueuedLine> lines = new ArrayList<>();
    private final Map<Variant, List<OfferRule>> offers = new HashMap<>();
    private final Map<OfferId, Long> shipped = new LinkedHashMap<>();

    OrderQueue(Catalog catalog, ShopSettings settings, Findings findings) {
        this.catalog = catalog;
        this.settings = settings;
        this.findings = findings;
        for (OfferRule offer : settings.offers()) {
            for (String sku : offer.skus()) {
                Variant variant = catalog.named(sku);
                if (variant != null) {
                    offers.computeIfAbsent(variant, unseen -> new ArrayList<>(1))
                            .add(offer);
                }
            }
        }
    }

    List<QueuedLine> lines() {
        return lines;
    }

    /** Units of each offer that the export shows as sent: they still count towards its cap. */
    Map<OfferId, Long> shipped() {
        return shipped;
    }

    void take(OrderHead order, List<OrderRow> rows, String file) {
        var open = new OpenUnits(order, rows);
        PlacedOrder placed = null;
        boolean noteRefund = open.refund() == OpenUnits.Refund.NO_UNIT;
        for (OrderRow row : rows) {
            LineState state = open.of(row);
            switch (state) {
                case LineState.Closed closed -> {
                    findings.tally(file).leave(closed.reason());
                    countShipped(order, row, closed);
                }
                case LineState.Contradiction contradiction ->
                    findings.setAside(file, row.line(), "bad row", contradiction.what());
                case LineState.Open units -> {
                    placed = placed == null ? placed(order) : placed;
                    queue(order, placed, row, file, new LineState.Between(units.units(), units.units(), ""));
                    noteRefund = noteRefund && noteRefund(order, row, file);
                }
                case LineState.Between units -> {
                    placed = placed == null ? placed(order) : placed;
                    queue(order, placed, row, file, units);
                }
            }
        }
    }

    private void queue(OrderHead order, PlacedOrder placed, OrderRow row, String file, LineState.Between open) {
        switch (catalog.find(row.sku(), row.name())) {
            case Catalog.Match.None none ->
                findings.setAside(
                        file,
                        row.line(),
                        none.reason(),
                        "%s, \"%s\": %s".formatted(order.name(), row.name(), none.what()));
            case Catalog.Match.Found found -> {
                if (!found.variant().isTracked()) {
                    findings.tally(file).leave("stock not tracked");
                    return;
                }
                if (found.byName() && !row.sku().isEmpty()) {
                    findings.note(
                            file,
                            row.line(),
                            "no variant has the SKU \"%s\"".formatted(row.sku()),
                            "the line was matched by its name to "
                                    + found.variant().id().value());
                }
                OfferRule offer = offer(order, found.variant());
                if (offer != null) {
                    found.variant().preorder();
                }
                lines.add(new QueuedLine(
                        placed,
                        row.number(),
                        found.variant(),
                        open.least(),
                        open.most(),
                        open.why(),
                        offer == null ? null : new OfferId(offer.id()),
                        file,
                        row.line()));
            }
        }
    }

    /** Always false: it is said once for an order. */
    private boolean noteRefund(OrderHead order, OrderRow row, String file) {
        findings.note(
                file,
                row.line(),
                "%s was refunded %s, less than any unit of it cost".formatted(order.name(), order.refunded()),
                "all its unsent units were counted as open");
        return false;
    }

    private void countShipped(OrderHead order, OrderRow row, LineState.Closed closed) {
        if (offers.isEmpty() || !closed.reason().equals(LineState.Closed.FULFILLED)) {
            return;
        }
        if (catalog.find(row.sku(), row.name()) instanceof Catalog.Match.Found found) {
            OfferRule offer = offer(order, found.variant());
            if (offer != null) {
                shipped.merge(new OfferId(offer.id()), row.quantity(), Long::sum);
            }
        }
    }

    private @Nullable OfferRule offer(OrderHead order, Variant variant) {
        for (OfferRule offer : offers.getOrDefault(variant, List.of())) {
            if (offer.covers(order)) {
                return offer;
            }
        }
        return null;
    }

    private PlacedOrder placed(OrderHead order) {
        long priority = 0;
        boolean tagged = false;
        for (var rule : settings.priorityByTag().entrySet()) {
            if (order.isTagged(rule.getKey())) {
                priority = tagged ? Math.max(priority, rule.getValue()) : rule.getValue();
                tagged = true;
            }
        }
        return new PlacedOrder(order.name(), order.placedAt(), priority, order.payment());
    }
}
