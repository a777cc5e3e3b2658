package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.HoldRequest;
import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.Row;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A shop in which anything may happen, chosen by a seed; counts which steps were done and which refused. */
final class RandomHistory {

    final Shops shops;
    final Map<String, Integer> done = new TreeMap<>();
    private final Shop shop;
    private final SplittableRandom random;
    private final List<Variant> variants = new ArrayList<>();
    private final List<SellingPlanId> plans = new ArrayList<>();
    private final LocationId there;

    RandomHistory(long seed) {
        this.random = new SplittableRandom(seed);
        this.shops = Shops.open(RandomTerms.switches(random), seed);
        this.shop = shops.shop;
        this.there = shops.secondLocation("On order");
        for (int each = 0; each < 6; each++) {
            InventoryPolicy policy = random.nextBoolean() ? InventoryPolicy.DENY : InventoryPolicy.CONTINUE;
            Variant variant = shops.variant(policy, Map.of(shops.here, random.nextInt(30), there, random.nextInt(10)));
            variants.add(variant);
            plans.add(RandomTerms.plan(random, shops, variant));
        }
    }

    void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> buy();
            case 5 -> hold();
            case 6 -> release();
            case 7 -> split();
            case 8 -> move();
            case 9, 10 -> fulfill();
            case 11 -> cancelFulfillment();
            case 12 -> refund();
            case 13 -> cancelOrder();
            case 14 -> edit();
            case 15 -> returnUnits();
            case 16 -> adjust();
            case 17 -> pay();
            case 18 -> receive();
            default -> {
                merge();
                shops.pass(Duration.ofSeconds(random.nextInt(60)));
            }
        }
        if (random.nextInt(3) == 0) {
            shops.pass(Duration.ofSeconds(random.nextInt(30)));
        }
    }

    private void buy() {
        List<Cart.Line> lines = new ArrayList<>();
        for (int line = 0; line <= random.nextInt(3); line++) {
            int which = random.nextInt(variants.size());
            SellingPlanId plan = random.nextInt(3) == 0 ? plans.get(which) : null;
            lines.add(new Cart.Line(variants.get(which).id(), 1 + random.nextInt(4), plan, List.of()));
        }
        Cart.Payment payment = switch (random.nextInt(6)) {
            case 0 -> Cart.Payment.late(Duration.ofSeconds(random.nextInt(100)));
            case 1 -> Cart.Payment.of(Cart.Payment.Outcome.AUTHORIZES);
            case 2 -> Cart.Payment.of(Cart.Payment.Outcome.PENDING);
            default -> Cart.Payment.SUCCEEDS;
        };
        CheckoutResult result =
                shop.checkouts().place(Cart.of(lines.toArray(new Cart.Line[0])).with(payment));
        count("buy", !(result instanceof CheckoutResult.Refused));
    }

    private void hold() {
        anyFulfillmentOrder().ifPresent(each -> {
            Caller caller = random.nextBoolean() ? Shops.APP : Shops.OTHER_APP;
            var request =
                    new HoldRequest(FulfillmentHold.Reason.OTHER, null, "h" + random.nextInt(3), null, someUnits(each));
            count("hold", shop.fulfillmentOrders().hold(caller, each.id(), request));
        });
    }

    private void release() {
        anyFulfillmentOrder()
                .filter(each -> !each.holds().isEmpty())
                .ifPresent(each -> count(
                        "release",
                        random.nextBoolean()
                                ? shop.staff().releaseAll(each.id())
                                : shop.fulfillmentOrders()
                                        .releaseHolds(
                                                Shops.APP,
                                                each.id(),
                                                List.of(each.holds().getFirst().id()),
                                                null)));
    }

    private void split() {
        anyFulfillmentOrder().ifPresent(each -> {
            var request = new FulfillmentOrders.SplitRequest(each.id(), someUnits(each));
            count("split", shop.fulfillmentOrders().split(List.of(request)));
        });
    }

    private void merge() {
        any(shop.orders().all()).ifPresent(order -> {
            var ids = shop.fulfillmentOrders().ofOrder(order.id()).stream()
                    .filter(each -> each.status() == FulfillmentOrder.Status.OPEN)
                    .map(FulfillmentOrder::id)
                    .toList();
            if (ids.size() > 1) {
                count("merge", shop.fulfillmentOrders().merge(List.of(ids)));
            }
        });
    }

    private void move() {
        anyFulfillmentOrder().ifPresent(each -> {
            LocationId to = each.location().equals(there) ? shops.here : there;
            count("move", shop.fulfillmentOrders().move(each.id(), to, someUnits(each)));
        });
    }

    private void fulfill() {
        anyFulfillmentOrder().ifPresent(each -> {
            var part = new Fulfillments.Part(each.id(), someUnits(each));
            count("fulfill", shop.fulfillments().create(Fulfillments.Request.of(part)));
        });
    }

    private void cancelFulfillment() {
        any(shop.fulfillments().all())
                .ifPresent(
                        each -> count("cancel fulfillment", shop.fulfillments().cancel(each.id())));
    }

    private void refund() {
        any(shop.orders().all()).ifPresent(order -> {
            List<Refunds.Line> lines = new ArrayList<>();
            RestockType[] types = {RestockType.CANCEL, RestockType.RETURN, RestockType.NO_RESTOCK};
            for (LineItem line : order.lines()) {
                if (line.refundableQuantity() > 0 && random.nextBoolean()) {
                    int units = 1 + random.nextInt(line.refundableQuantity());
                    LocationId at = random.nextBoolean() ? shops.here : null;
                    lines.add(new Refunds.Line(line.id(), units, types[random.nextInt(types.length)], at));
                }
            }
            List<Refunds.Back> backs = shop.refunds().suggest(order, lines, 0, false).transactions().stream()
                    .map(back -> new Refunds.Back("REFUND", back.parent(), back.gateway(), back.amountMinor()))
                    .toList();
            count("refund", shop.refunds().create(new Refunds.Request(order.id(), lines, 0, backs, 0, false, null)));
        });
    }

    private void cancelOrder() {
        any(shop.orders().all()).ifPresent(order -> {
            var how = new Orders.Cancel(Order.Reason.CUSTOMER, random.nextBoolean(), random.nextBoolean(), false, null);
            count("cancel", shop.orders().cancel(order.id(), how));
        });
    }

    private void edit() {
        any(shop.orders().all()).ifPresent(order -> {
            if (!(shop.edits().begin(order.id()) instanceof Result.Done<?>)) {
                return;
            }
            var edit = shop.edits().begin(order.id()).value();
            var line = edit.lines().get(random.nextInt(edit.lines().size()));
            boolean restock = random.nextBoolean();
            count("edit line", shop.edits().setQuantity(edit.id(), line.id(), random.nextInt(6), restock, null));
            if (random.nextBoolean()) {
                Variant more = variants.get(random.nextInt(variants.size()));
                count("edit add", shop.edits().addVariant(edit.id(), more.id(), 2, null, true));
            }
            count("edit commit", shop.edits().commit(edit.id(), null));
        });
    }

    private void returnUnits() {
        any(shop.fulfillments().all()).ifPresent((Fulfillment each) -> {
            var line = each.lines().getFirst();
            Result<Return> made =
                    shop.returns().create(each.order(), List.of(Returns.NewLine.of(line.id(), 1 + random.nextInt(2))));
            count("return", made);
            if (made instanceof Result.Done<Return>(Return back)) {
                var processed = new Returns.Processed(back.lines().getFirst().id(), 1, random.nextBoolean(), null);
                count("return process", shop.returns().process(Returns.Processing.of(back.id(), processed)));
                count("return close", shop.returns().close(back.id()));
            }
        });
    }

    private void adjust() {
        Variant variant = variants.get(random.nextInt(variants.size()));
        var row = new Inventory.AdjustQuantities.AdjustRow(
                variant.item(), shops.here, random.nextInt(20) - 8, null, Inventory.Expected.ANY);
        var adjust = new Inventory.AdjustQuantities("available", "correction", null, List.of(row));
        count("adjust", shop.inventory().adjust(Shops.APP, adjust));
        shop.staff().count(variant.item(), there, QuantityName.SAFETY_STOCK, random.nextInt(5));
    }

    private void pay() {
        any(shop.orders().all()).ifPresent(order -> {
            if (!order.mandates().isEmpty()) {
                var outcome = random.nextBoolean() ? Payments.Outcome.SUCCEEDS : Payments.Outcome.DECLINED;
                shop.payments().next(order.id(), List.of(outcome));
                var charge = new Payments.MandateCharge(
                        order.id(), order.mandates().getFirst().id(), "k" + random.nextLong(), null, null, true);
                count("pay", shop.payments().charge(charge));
            } else {
                count("settle", shop.orders().settlePending(order.id(), random.nextBoolean()));
            }
        });
    }

    private void receive() {
        Variant variant = variants.get(random.nextInt(variants.size()));
        LocationId origin = random.nextBoolean() ? there : null;
        var lines = List.of(new Transfers.Line(variant.item(), 4));
        var wanted = new Transfers.NewTransfer(origin, shops.here, lines, null, null, List.of(), null);
        var transfer = shop.transfers().createReady(wanted).value();
        Result<Shipment> shipment =
                shop.shipments().createInTransit(Shipments.NewShipment.of(transfer.id(), lines.getFirst()));
        count("ship in", shipment);
        var first = shipment.value().lines().getFirst();
        count(
                "receive",
                shop.shipments()
                        .receive(
                                shipment.value().id(),
                                List.of(
                                        new Shipments.Received(first.id(), 2, true),
                                        new Shipments.Received(first.id(), 1, false)),
                                null));
    }

    /** None, or some units of some lines. */
    private List<Units> someUnits(FulfillmentOrder of) {
        List<Units> units = new ArrayList<>();
        for (FulfillmentOrderLine line : of.lines()) {
            if (line.remaining() > 0 && random.nextInt(3) > 0) {
                units.add(new Units(line.id(), 1 + random.nextInt(line.remaining())));
            }
        }
        return units;
    }

    private Optional<FulfillmentOrder> anyFulfillmentOrder() {
        return any(shop.fulfillmentOrders().all());
    }

    private <V extends Row> Optional<V> any(Table<V> table) {
        List<V> all = table.all().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void count(String step, Result<?> result) {
        count(step, result instanceof Result.Done<?>);
    }

    private void count(String step, boolean wasDone) {
        done.merge(step + (wasDone ? " done" : " refused"), 1, Integer::sum);
    }
}
