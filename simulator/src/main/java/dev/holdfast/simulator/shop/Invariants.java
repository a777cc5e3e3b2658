package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Refund;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must always hold in a shop, whatever was done to it. */
final class Invariants {

    private final World world;

    private record Place(long item, long location) {}

    private record State(Place place, QuantityName name) {}

    Invariants(World world) {
        this.world = world;
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        ledger(broken);
        committed(broken);
        world.tables.fulfillmentOrders.all().forEach(each -> fulfillmentOrder(each, broken));
        world.tables.orders.all().forEach(order -> {
            units(order, broken);
            money(order, broken);
        });
        return broken;
    }

    /** Each quantity is the sum of its ledger; on hand is the sum of its parts by its making. */
    private void ledger(List<String> broken) {
        Map<State, Integer> sums = new HashMap<>();
        for (LedgerEntry entry : world.tables.ledger) {
            Place place = new Place(entry.item().number(), entry.location().number());
            int after = sums.merge(new State(place, entry.name()), entry.delta(), Integer::sum);
            if (after != entry.after()) {
                broken.add("Ledger entry " + entry.sequence() + " says " + entry.after() + " after it, the sum is "
                        + after);
            }
        }
        world.tables.levels.all().forEach(level -> {
            Place place = new Place(level.item().number(), level.location().number());
            for (QuantityName name : QuantityName.values()) {
                int sum = sums.getOrDefault(new State(place, name), 0);
                if (name != QuantityName.ON_HAND && sum != level.quantities().of(name)) {
                    broken.add(level.gid() + " has " + level.quantities().of(name) + " " + name.wire()
                            + ", its ledger says " + sum);
                }
            }
        });
    }

    /** What is committed is what live fulfillment orders at the location have left to ship. */
    private void committed(List<String> broken) {
        Map<Place, Integer> owed = new HashMap<>();
        world.tables
                .fulfillmentOrders
                .all()
                .filter(each -> each.status().live())
                .forEach(each -> {
                    for (FulfillmentOrderLine line : each.lines()) {
                        if (line.commits()) {
                            Place place = new Place(
                                    line.item().number(), each.location().number());
                            owed.merge(place, line.remaining(), Integer::sum);
                        }
                    }
                });
        world.tables.levels.all().forEach((Level level) -> {
            Place place = new Place(level.item().number(), level.location().number());
            int units = owed.getOrDefault(place, 0);
            if (level.quantities().committed() != units) {
                broken.add(level.gid() + " has " + level.quantities().committed()
                        + " committed, fulfillment orders there want " + units);
            }
        });
    }

    private static void fulfillmentOrder(FulfillmentOrder each, List<String> broken) {
        String name = "Fulfillment order " + each.id().number() + " ";
        if (each.status().live() && each.remaining() == 0) {
            broken.add(name + "is " + each.status() + " with nothing left to ship");
        }
        if (!each.status().live() && each.remaining() > 0) {
            broken.add(name + "is " + each.status() + " with " + each.remaining() + " units left");
        }
        if ((each.status() == Status.ON_HOLD) == each.holds().isEmpty()) {
            broken.add(name + "is " + each.status() + " with " + each.holds().size() + " holds");
        }
    }

    private void units(Order order, List<String> broken) {
        Map<Long, Integer> open = new HashMap<>();
        world.tables.fulfillmentOrdersOf.of(order.id(), world.tables.fulfillmentOrders).stream()
                .filter(each -> each.status().live())
                .flatMap(each -> each.lines().stream())
                .forEach(line -> open.merge(line.line().number(), line.remaining(), Integer::sum));
        Map<Long, Integer> shipped = new HashMap<>();
        world.tables.fulfillmentsOf.of(order.id(), world.tables.fulfillments).stream()
                .filter(each -> each.status() == Fulfillment.Status.SUCCESS)
                .flatMap(each -> each.lines().stream())
                .forEach(line -> shipped.merge(line.line().number(), line.quantity(), Integer::sum));
        Map<Long, Integer> refunded = new HashMap<>();
        order.refunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .forEach(line -> refunded.merge(line.line().number(), line.quantity(), Integer::sum));
        for (LineItem line : order.lines()) {
            long id = line.id().number();
            String name = order.name() + ", line " + id + ": ";
            compare(name + "unfulfilled", line.unfulfilledQuantity(), open.getOrDefault(id, 0), broken);
            compare(name + "fulfilled", line.fulfilled(), shipped.getOrDefault(id, 0), broken);
            compare(name + "refunded", line.refunded(), refunded.getOrDefault(id, 0), broken);
        }
    }

    private static void money(Order order, List<String> broken) {
        long refunds = order.refunds().stream().mapToLong(Refund::moneyMinor).sum();
        compare(order.name() + ": refunded money", order.accounts().refunded(), refunds, broken);
        PaymentTerms terms = order.terms();
        if (terms != null && terms.schedules().size() == 1) {
            long balance = terms.schedules().getFirst().balanceMinor();
            compare(order.name() + ": balance due", balance, order.accounts().unsecured(), broken);
        }
    }

    private static void compare(String what, long says, long is, List<String> broken) {
        if (says != is) {
            broken.add(what + " is " + says + ", adding up gives " + is);
        }
    }
}
