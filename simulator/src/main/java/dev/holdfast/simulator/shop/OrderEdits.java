package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.CalculatedOrder;
import dev.holdfast.simulator.shop.state.Id.CalculatedLineItemId;
import dev.holdfast.simulator.shop.state.Id.CalculatedOrderId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits of orders: begun, staged, committed. An edit that is never committed changes nothing. */
public final class OrderEdits {

    private final World world;
    private final EditCommit commit;

    /** A line was staged. */
    public record Staged(CalculatedOrder order, CalculatedOrder.Line line) {}

    OrderEdits(World world, EditCommit commit) {
        this.world = world;
        this.commit = commit;
    }

    public Optional<CalculatedOrder> find(CalculatedOrderId id) {
        return world.tables.edits.find(id);
    }

    /** {@code orderEditBegin}: lines of the order have their own numbers in the calculated order. */
    public Result<CalculatedOrder> begin(OrderId id) {
        return world.write(() -> {
            Order order = world.tables.orders.find(id).orElse(null);
            if (order == null) {
                return Result.refused(UserError.at("id", "The order does not exist.", null));
            }
            if (order.isCancelled()) {
                return Result.refused(UserError.of("The order cannot be edited.", null));
            }
            List<CalculatedOrder.Line> lines = new ArrayList<>();
            for (LineItem line : order.lines()) {
                int units = line.currentQuantity();
                lines.add(new CalculatedOrder.Line(
                        new CalculatedLineItemId(line.id().number()),
                        line.id(),
                        line.sale(),
                        units,
                        units,
                        units - Math.min(units, line.unfulfilledQuantity()),
                        false,
                        null));
            }
            return Result.done(keep(new CalculatedOrderId(world.nextId()), order, lines));
        });
    }

    /** {@code orderEditAddVariant}. */
    public Result<Staged> addVariant(
            CalculatedOrderId id, ProductVariantId variant, int quantity, @Nullable LocationId at, boolean duplicates) {
        return world.write(() -> {
            CalculatedOrder before = world.tables.edits.find(id).orElse(null);
            if (before == null) {
                return noEdit();
            }
            if (quantity < 1) {
                return Result.refused(UserError.at("quantity", "must be greater than 0", null));
            }
            Variant added = world.tables.variants.find(variant).orElse(null);
            if (added == null) {
                return Result.refused(UserError.at("variantId", "The variant does not exist in the shop.", null));
            }
            if (isNowhere(at)) {
                return noLocation();
            }
            boolean there = before.lines().stream()
                    .anyMatch(line -> line.sale().variant().equals(variant));
            Wanted wanted = new Wanted(added, quantity, null, added.priceMinor(), List.of());
            CalculatedOrder.Line line = new CalculatedOrder.Line(
                    new CalculatedLineItemId(world.nextId()),
                    null,
                    OrderMaker.sold(world, wanted, 0),
                    0,
                    quantity,
                    0,
                    false,
                    at);
            if (there && !duplicates) {
                return Result.refused(UserError.at(
                        "id",
                        "The " + line.sale().title() + " was not added because it's already on the order.",
                        null));
            }
            List<CalculatedOrder.Line> lines = new ArrayList<>(before.lines());
            lines.add(line);
            return Result.done(new Staged(keep(id, order(before), lines), line));
        });
    }

    /** {@code orderEditSetQuantity}; 0 removes. Pre-order lines can only be lowered, shipped units not at all. */
    public Result<Staged> setQuantity(
            CalculatedOrderId id, CalculatedLineItemId lineId, int quantity, boolean restock, @Nullable LocationId at) {
        return world.write(() -> {
            CalculatedOrder before = world.tables.edits.find(id).orElse(null);
            if (before == null) {
                return noEdit();
            }
            if (quantity < 0) {
                return Result.refused(UserError.at("quantity", "must be greater than or equal to 0", null));
            }
            CalculatedOrder.Line line = before.line(lineId).orElse(null);
            if (line == null) {
                return Result.refused(UserError.at("lineItemId", "The line item does not exist on the order.", null));
            }
            if (isNowhere(at)) {
                return noLocation();
            }
            if (quantity < line.fulfilled()) {
                return Result.refused(
                        UserError.at("quantity", "The line item has " + line.fulfilled() + " fulfilled units.", null));
            }
            if (line.sale().plan() != null && quantity > line.quantityBefore()) {
                return Result.refused(UserError.at(
                        "lineItemId", "The quantity of a line item with a selling plan can't be increased.", null));
            }
            CalculatedOrder.Line after = line.with(quantity, restock, at);
            List<CalculatedOrder.Line> lines = new ArrayList<>(before.lines());
            lines.replaceAll(each -> each.id().equals(lineId) ? after : each);
            return Result.done(new Staged(keep(id, order(before), lines), after));
        });
    }

    /** {@code orderEditCommit}. */
    public Result<Order> commit(CalculatedOrderId id, @Nullable String staffNote) {
        return world.write(() -> {
            CalculatedOrder edit = world.tables.edits.find(id).orElse(null);
            if (edit == null) {
                return noEdit();
            }
            Order order = order(edit);
            if (order.isCancelled() || changedSince(edit, order)) {
                return Result.refused(UserError.at("id", "The order cannot be edited.", null));
            }
            Result<Order> result = commit.commit(edit, order, staffNote);
            if (result instanceof Result.Done<Order>) {
                world.tables.edits.remove(id);
            }
            return result;
        });
    }

    /** Units shipped, refunded or edited meanwhile make the staged quantities meaningless. */
    private static boolean changedSince(CalculatedOrder edit, Order order) {
        for (CalculatedOrder.Line line : edit.lines()) {
            LineItem of = line.line() == null ? null : order.line(line.line()).orElse(null);
            if (of != null) {
                int fulfilled = of.currentQuantity() - Math.min(of.currentQuantity(), of.unfulfilledQuantity());
                if (of.currentQuantity() != line.quantityBefore() || fulfilled > line.quantity()) {
                    return true;
                }
            }
        }
        return false;
    }

    private CalculatedOrder keep(CalculatedOrderId id, Order order, List<CalculatedOrder.Line> lines) {
        long total = order.accounts().currentTotal();
        for (CalculatedOrder.Line line : lines) {
            LineItem of = line.line() == null ? null : order.line(line.line()).orElse(null);
            if (of == null) {
                total += line.sale().unitPriceMinor() * line.quantity();
            } else if (line.quantity() < line.quantityBefore()) {
                total += of.lowered(line.quantityBefore() - line.quantity()).currentAmountMinor()
                        - of.currentAmountMinor();
            } else {
                total += of.raised(line.quantity() - line.quantityBefore()).currentAmountMinor()
                        - of.currentAmountMinor();
            }
        }
        long owed = order.accounts().outstanding() + total - order.accounts().currentTotal();
        CalculatedOrder made = new CalculatedOrder(id, order.id(), lines, total, Math.max(0, owed), world.now());
        world.tables.edits.put(made);
        return made;
    }

    private Order order(CalculatedOrder edit) {
        return world.tables.orders.find(edit.order()).orElseThrow();
    }

    private boolean isNowhere(@Nullable LocationId at) {
        return at != null && world.tables.locations.find(at).isEmpty();
    }

    private static <T> Result<T> noLocation() {
        return Result.refused(UserError.at("locationId", "The location does not exist in the shop.", null));
    }

    private static <T> Result<T> noEdit() {
        return Result.refused(UserError.at("id", "The calculated order does not exist.", null));
    }
}
