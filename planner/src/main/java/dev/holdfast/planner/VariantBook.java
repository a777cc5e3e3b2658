package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stock, deliveries and queue of one variant as they are now, and the plan that follows from them. */
final class VariantBook {

    private final VariantId variant;
    private final Map<StockKey, StockRow> stock = new HashMap<>();
    private final Map<InboundId, Inbound> inbound = new HashMap<>();
    private final TreeSet<DemandLine> queue;
    private final List<DemandLine> tail = new ArrayList<>();
    private @Nullable VariantPlan plan;

    VariantBook(VariantId variant, ShopOrder order) {
        this.variant = variant;
        queue = new TreeSet<>(order.lines());
    }

    VariantId variant() {
        return variant;
    }

    Collection<StockRow> stock() {
        return stock.values();
    }

    Collection<Inbound> inbound() {
        return inbound.values();
    }

    @Nullable
    Inbound inbound(InboundId id) {
        return inbound.get(id);
    }

    Collection<DemandLine> queue() {
        return queue;
    }

    StockRow row(StockKey key) {
        return stock.getOrDefault(key, new StockRow(variant, key.location(), key.offer(), 0, 0));
    }

    long onHand(StockKey key) {
        return row(key).onHand();
    }

    void put(StockRow row) {
        stock.put(StockKey.of(row), row);
        plan = null;
    }

    /** Adds units to a row, which counts as touched even when none are added. */
    void addToStock(StockKey key, long units) {
        StockRow row = row(key);
        put(row.withOnHand(row.onHand() + units));
    }

    void put(Inbound line) {
        inbound.put(line.id(), line);
        plan = null;
    }

    void change(InboundId id, UnaryOperator<Inbound> change) {
        inbound.computeIfPresent(id, (key, line) -> change.apply(line));
        plan = null;
    }

    /** A line at the tail moves no earlier peg, so the plan made before is only extended. */
    void enqueue(DemandLine line) {
        boolean atTail = queue.isEmpty() || queue.comparator().compare(queue.last(), line) < 0;
        queue.add(line);
        if (atTail && line.firm().isEmpty()) {
            tail.add(line);
        } else {
            plan = null;
        }
    }

    void replace(DemandLine before, DemandLine after) {
        queue.remove(before);
        queue.add(after);
        plan = null;
    }

    VariantPlan plan(Planning planning) {
        VariantPlan made = plan;
        if (made == null) {
            made = planning.plan(this);
            plan = made;
        } else if (!tail.isEmpty()) {
            planning.append(made, tail);
        }
        tail.clear();
        return made;
    }
}
