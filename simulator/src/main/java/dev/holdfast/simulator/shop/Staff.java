package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What people do by hand in Shopify's admin, behind every app's back. */
public final class Staff {

    private static final Stock.Cause BY_HAND = new Stock.Cause("correction", null, null);

    private final World world;
    private final Shop shop;

    Staff(World world, Shop shop) {
        this.world = world;
        this.shop = shop;
    }

    /** Counts an item anew, in any state but on hand and committed; it is stocked there when it was not. */
    public Level count(InventoryItemId item, LocationId at, QuantityName name, int units) {
        if (name == QuantityName.ON_HAND || name == QuantityName.COMMITTED) {
            throw new IllegalArgumentException("Nobody can set " + name.wire() + " by hand");
        }
        return world.write(() -> {
            if (world.tables.items.find(item).isEmpty()) {
                throw new IllegalArgumentException("No inventory item " + item.number() + " in this shop");
            }
            int delta = units - world.stock.level(item, at).quantities().of(name);
            if (delta != 0) {
                world.stock.change(item, at, name, delta, BY_HAND);
            }
            return world.stock.level(item, at);
        });
    }

    public Variant policy(ProductVariantId id, InventoryPolicy policy) {
        return update(VariantUpdates.Change.policy(id, policy));
    }

    public Variant price(ProductVariantId id, long minor) {
        return update(VariantUpdates.Change.price(id, minor));
    }

    /** Takes so many percent off under this plan, and nothing else. */
    public Result<SellingPlans.Updated> planPrice(SellingPlanId id, int percentOff) {
        var plan = shop.sellingPlans()
                .plan(id)
                .orElseThrow(() -> new IllegalArgumentException("No selling plan " + id.number() + " in this shop"));
        var off =
                new PlanInputs.Pricing(SellingPlan.Adjustment.PERCENTAGE, BigDecimal.valueOf(percentOff), null, false);
        var change = new PlanInputs.Plan(id, null, null, null, null, null, null, null, null, List.of(off));
        return shop.sellingPlans().update(plan.group(), PlanInputs.Group.plans(List.of(), List.of(change), List.of()));
    }

    public Result<Product> deleteVariant(ProductVariantId id) {
        return shop.catalog().deleteVariants(variant(id).product(), List.of(id));
    }

    /** Deactivates the location, its stock and orders going to the other one, and deletes it. */
    public Result<LocationId> deleteLocation(LocationId id, LocationId destination) {
        return shop.together(() -> {
            Result<Location> inactive = shop.locations().deactivate(id, destination);
            return inactive instanceof Result.Refused<Location>(List<UserError> errors)
                    ? Result.refused(errors)
                    : shop.locations().delete(id);
        });
    }

    public Result<FulfillmentOrders.Held> hold(FulfillmentOrderId id, String why) {
        return shop.fulfillmentOrders()
                .hold(
                        Caller.STAFF,
                        id,
                        new FulfillmentOrders.HoldRequest(FulfillmentHold.Reason.OTHER, why, why, null, List.of()));
    }

    /** As the button does it: every hold, whoever placed it. */
    public Result<FulfillmentOrder> releaseAll(FulfillmentOrderId id) {
        return shop.fulfillmentOrders().releaseHolds(Caller.STAFF, id, null, null);
    }

    public Result<FulfillmentOrders.Moved> move(FulfillmentOrderId id, LocationId to) {
        return shop.fulfillmentOrders().move(id, to, List.of());
    }

    /** Ships everything of the order that can be shipped now, one fulfillment per fulfillment order. */
    public int shipAll(OrderId id) {
        return shop.together(() -> {
            int shipped = 0;
            for (FulfillmentOrder each : shop.fulfillmentOrders().ofOrder(id)) {
                boolean ready = each.status() == FulfillmentOrder.Status.OPEN
                        || each.status() == FulfillmentOrder.Status.IN_PROGRESS;
                if (ready && each.remaining() > 0) {
                    shop.fulfillments()
                            .create(Fulfillments.Request.of(Fulfillments.Part.all(each.id())))
                            .value();
                    shipped++;
                }
            }
            return shipped;
        });
    }

    /** Sells units at the counter of a location, to be shipped to a buyer who leaves a name. */
    public Result<Order> sellAtCounter(LocationId counter, ProductVariantId variant, int units) {
        return shop.orders()
                .sellAtCounter(
                        counter,
                        new ApiOrders.NewOrder(
                                Cart.Buyer.guest("counter@example.com"),
                                List.of(ApiOrders.NewLine.of(variant, units)),
                                0,
                                ApiOrders.Paid.ALL,
                                ApiOrders.Inventory.DECREMENT_OBEYING_POLICY,
                                List.of(),
                                null,
                                false));
    }

    /** Asks for what of an order was shipped back, as a buyer does. */
    public Result<Return> askBack(OrderId id) {
        return shop.together(() -> shop.returns()
                .request(
                        id,
                        shop.fulfillments().ofOrder(id).stream()
                                .filter(each -> each.status() == Fulfillment.Status.SUCCESS)
                                .flatMap(each -> each.lines().stream())
                                .map(line -> Returns.NewLine.of(line.id(), line.quantity()))
                                .toList()));
    }

    /** Edits the first line of the order to another number of units. */
    public Result<Order> editFirstLine(OrderId id, int quantity, boolean restock) {
        return shop.together(() -> {
            var edit = shop.edits().begin(id).value();
            Result<OrderEdits.Staged> staged =
                    shop.edits().setQuantity(edit.id(), edit.lines().getFirst().id(), quantity, restock, null);
            return staged instanceof Result.Refused<OrderEdits.Staged>(List<UserError> errors)
                    ? Result.refused(errors)
                    : shop.edits().commit(edit.id(), "by hand");
        });
    }

    /** Gives back units that are not shipped, and what was overpaid with it. */
    public Result<Refunds.Refunded> refundUnshipped(OrderId id) {
        return shop.together(() -> {
            Order order = shop.orders().all().find(id).orElseThrow();
            List<Refunds.Line> lines = new ArrayList<>();
            for (LineItem line : order.lines()) {
                int open = Math.min(line.unfulfilledQuantity(), line.refundableQuantity());
                if (open > 0) {
                    lines.add(new Refunds.Line(line.id(), open, RestockType.CANCEL, null));
                }
            }
            List<Refunds.Back> backs = shop.refunds().suggest(order, lines, 0, false).transactions().stream()
                    .map(back -> new Refunds.Back("REFUND", back.parent(), back.gateway(), back.amountMinor()))
                    .toList();
            return shop.refunds().create(new Refunds.Request(id, lines, 0, backs, 0, false, null));
        });
    }

    private Variant update(VariantUpdates.Change change) {
        Variant variant = variant(Objects.requireNonNull(change.id()));
        return shop.variantUpdates()
                .update(variant.product(), List.of(change), false)
                .value()
                .variants()
                .getFirst();
    }

    private Variant variant(ProductVariantId id) {
        return shop.catalog()
                .variants()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("No variant " + id.number() + " in this shop"));
    }
}
