package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What really is, for tests and fault runs: no access, no limits, one moment. */
public final class Truth {

    private final World world;
    private final Invariants invariants;

    Truth(World world) {
        this.world = world;
        this.invariants = new Invariants(world);
    }

    /** By id. */
    public List<Order> orders() {
        return world.read(() -> world.tables.orders.all().toList());
    }

    /** Those routing has not made known too. */
    public List<FulfillmentOrder> fulfillmentOrders() {
        return world.read(() -> world.tables.fulfillmentOrders.all().toList());
    }

    /** Units ordered and neither removed nor refunded, of orders that are not cancelled. */
    public Map<ProductVariantId, Integer> unitsSold() {
        return world.read(() -> {
            Map<ProductVariantId, Integer> sold = new HashMap<>();
            world.tables.orders.all().filter(order -> !order.isCancelled()).forEach(order -> {
                for (LineItem line : order.lines()) {
                    sold.merge(line.sale().variant(), line.currentQuantity(), Integer::sum);
                }
            });
            return sold;
        });
    }

    /** Units ordered and not shipped, by line. */
    public Map<LineItemId, Integer> unitsWaiting() {
        return world.read(() -> {
            Map<LineItemId, Integer> waiting = new HashMap<>();
            world.tables
                    .orders
                    .all()
                    .forEach(order -> order.lines().stream()
                            .filter(line -> line.unfulfilledQuantity() > 0)
                            .forEach(line -> waiting.put(line.id(), line.unfulfilledQuantity())));
            return waiting;
        });
    }

    /** Every change of every quantity, in order. */
    public List<LedgerEntry> ledger() {
        return world.read(() -> List.copyOf(world.tables.ledger));
    }

    /** What does not add up, in sentences with ids; empty when all is well. */
    public List<String> contradictions() {
        return world.read(invariants::broken);
    }
}
