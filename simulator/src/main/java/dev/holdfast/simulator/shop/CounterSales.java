package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Mode;
import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.ApiOrders.NewOrder;
import dev.holdfast.simulator.shop.CheckoutResult.Shortage;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Order;
import java.util.ArrayList;
import java.util.List;

/** Point of sale: what is paid at a counter and shipped to the buyer. Plans are not sold there. */
final class CounterSales {

    private static final Sale.Origin COUNTER = new Sale.Origin("pos", false);

    private final World world;
    private final Allocator allocator;
    private final ApiOrders apiOrders;
    private final OrderMaker maker;

    CounterSales(World world, Allocator allocator, ApiOrders apiOrders, OrderMaker maker) {
        this.world = world;
        this.allocator = allocator;
        this.apiOrders = apiOrders;
        this.maker = maker;
    }

    Result<Order> sell(LocationId counter, NewOrder wanted) {
        List<Wanted> lines = new ArrayList<>();
        List<UserError> errors = apiOrders.lookUp(wanted, lines);
        if (world.tables.locations.find(counter).filter(each -> each.active()).isEmpty()) {
            errors.add(UserError.at("location", "There is no such location, or it is closed", "LOCATION_NOT_FOUND"));
        }
        if (!errors.isEmpty()) {
            return Result.refused(errors);
        }
        Mode mode = world.isOn(Switch.COUNTER_SALES_IGNORE_POLICY) ? Mode.IGNORE_POLICY : Mode.OBEY_POLICY;
        Allocation places = world.isOn(Switch.COUNTER_SALES_USE_ONLINE_ROUTING)
                ? allocator.allocate(lines, mode)
                : fromCounter(counter, lines, mode);
        return switch (places) {
            case Allocation.TooFew few ->
                Result.refused(UserError.at("order.lineItems", "Not enough in stock", "INVENTORY_CLAIM_FAILED"));
            case Allocation.Allocated(List<Parcel> parcels) ->
                Result.done(maker.make(ApiOrders.sale(COUNTER, wanted, lines, parcels)));
        };
    }

    private Allocation fromCounter(LocationId counter, List<Wanted> lines, Mode mode) {
        List<Parcel> parcels = new ArrayList<>();
        List<Shortage> shortages = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Wanted line = lines.get(at);
            InventoryItem item = world.tables.items.find(line.variant().item()).orElseThrow();
            int left = world.tables
                    .levels
                    .find(item.id(), counter)
                    .map(Level::available)
                    .orElse(0);
            boolean checked =
                    mode == Mode.OBEY_POLICY && item.tracked() && line.variant().policy() == InventoryPolicy.DENY;
            if (checked && left < line.quantity()) {
                shortages.add(new Shortage(at, line.variant().id(), line.quantity(), left));
            }
            parcels.add(new Parcel(at, counter, line.quantity(), item.tracked()));
        }
        return shortages.isEmpty() ? new Allocation.Allocated(parcels) : new Allocation.TooFew(shortages);
    }
}
