package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Refund;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.ShippingLine;
import dev.holdfast.simulator.shop.state.Transaction;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units and money given back. */
public final class Refunds {

    private final World world;
    private final Refunding refunding;

    /** {@code RefundLineItemInput}; without a location units are restocked where they were. */
    public record Line(
            LineItemId line,
            int quantity,
            RestockType restock,
            @Nullable LocationId location) {}

    /** {@code OrderTransactionInput}, whose kind must be {@code REFUND}. */
    public record Back(String kind, @Nullable OrderTransactionId parent, String gateway, long amountMinor) {}

    /** {@code RefundInput}. */
    public record Request(
            OrderId order,
            List<Line> lines,
            long shippingMinor,
            List<Back> transactions,
            long storeCreditMinor,
            boolean allowOverRefunding,
            @Nullable String note) {

        public Request {
            lines = List.copyOf(lines);
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * {@code Order.suggestedRefund}.
     *
     * @param amountMinor what giving back these lines and this shipping would leave overpaid
     * @param maximumMinor paid and not given back
     */
    public record Suggestion(
            long subtotalMinor, long shippingMinor, long amountMinor, long maximumMinor, List<Back> transactions) {}

    /** A refund and the order it left. */
    public record Refunded(Order order, Refund refund) {}

    Refunds(World world, Refunding refunding) {
        this.world = world;
        this.refunding = refunding;
    }

    /** {@code Order.suggestedRefund}; {@code full} for everything that is left. */
    public Suggestion suggest(Order order, List<Line> lines, long shippingMinor, boolean full) {
        long subtotal = 0;
        long shipping = shippingMinor;
        if (full) {
            subtotal = order.accounts().currentSubtotal();
            shipping = shippingLeft(order);
        } else {
            for (Line line : lines) {
                LineItem of = order.line(line.line()).orElse(null);
                if (of != null) {
                    int units = Math.min(line.quantity(), of.refundableQuantity());
                    subtotal += of.currentAmountMinor() - of.refunded(units, 0).currentAmountMinor();
                }
            }
        }
        long off = subtotal + Math.min(shipping, shippingLeft(order));
        long net = order.accounts().net();
        long overpaid = Math.max(0, net - (order.accounts().currentTotal() - off));
        long amount = Math.min(off, overpaid);
        List<Back> backs = Refunding.backTo(order, amount).stream()
                .map(back -> new Back("SUGGESTED_REFUND", back.parent(), back.gateway(), back.minor()))
                .toList();
        return new Suggestion(subtotal, Math.min(shipping, shippingLeft(order)), amount, net, backs);
    }

    /** {@code refundCreate}. */
    public Result<Refunded> create(Request request) {
        return world.write(() -> {
            Order order = world.tables.orders.find(request.order()).orElse(null);
            if (order == null) {
                return Result.refused(UserError.at("orderId", "Order does not exist", null));
            }
            List<UserError> errors = new ArrayList<>(lineErrors(order, request.lines()));
            errors.addAll(moneyErrors(order, request));
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            Refunding.Done done = refunding.carryOut(order, what(request));
            return Result.done(new Refunded(done.order(), done.refund()));
        });
    }

    private static Refunding.What what(Request request) {
        List<Refunding.Units> units = request.lines().stream()
                .map(line -> new Refunding.Units(line.line(), line.quantity(), line.restock(), line.location()))
                .toList();
        List<Refunding.Back> backs = new ArrayList<>();
        for (Back back : request.transactions()) {
            if (back.parent() != null) {
                backs.add(new Refunding.Back(back.parent(), back.gateway(), back.amountMinor()));
            }
        }
        return new Refunding.What(
                units, request.shippingMinor(), backs, request.storeCreditMinor(), request.note(), null, false);
    }

    private List<UserError> lineErrors(Order order, List<Line> lines) {
        List<UserError> errors = new ArrayList<>();
        Map<LineItemId, Integer> sums = new HashMap<>();
        Map<LineItemId, Integer> cancels = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            String path = "refundLineItems." + at;
            LineItem of = order.line(line.line()).orElse(null);
            if (of == null) {
                errors.add(UserError.at(path + ".lineItemId", "Line item does not exist", null));
                continue;
            }
            if (line.location() != null
                    && world.tables.locations.find(line.location()).isEmpty()) {
                errors.add(UserError.at(path + ".locationId", "Location does not exist", null));
            }
            int all = sums.merge(line.line(), line.quantity(), Integer::sum);
            if (line.quantity() < 1 || all > of.refundableQuantity()) {
                errors.add(UserError.at(
                        path + ".quantity", "Quantity cannot refund more items than were purchased", null));
            } else if (line.restock() == RestockType.CANCEL
                    && cancels.merge(line.line(), line.quantity(), Integer::sum) > of.unfulfilledQuantity()) {
                errors.add(UserError.at(
                        path + ".quantity", "Quantity cannot cancel more items than are unfulfilled", null));
            } else if (line.restock() == RestockType.RETURN && line.quantity() > of.fulfilled()) {
                errors.add(UserError.at(
                        path + ".quantity", "Quantity cannot return more items than were fulfilled", null));
            } else if (line.restock() == RestockType.LEGACY_RESTOCK) {
                errors.add(UserError.at(path + ".restockType", "Restock type is not supported", null));
            }
        }
        return errors;
    }

    private static List<UserError> moneyErrors(Order order, Request request) {
        List<UserError> errors = new ArrayList<>();
        long sum = request.storeCreditMinor();
        for (Back back : request.transactions()) {
            sum += back.amountMinor();
            Transaction parent = back.parent() == null ? null : Settlement.find(order, back.parent());
            if (!back.kind().equals("REFUND")) {
                errors.add(UserError.of(
                        "Kind " + back.kind().toLowerCase(Locale.ROOT) + " is not a valid transaction", null));
            } else if (parent == null || !parent.took()) {
                errors.add(UserError.at(
                        "transactions", "Transactions require a parent_id associated with the order", null));
            } else if (back.amountMinor() <= 0) {
                errors.add(UserError.at("transactions", "Amount must be greater than zero", null));
            } else if (back.amountMinor() > Refunding.refundable(order, parent) && !request.allowOverRefunding()) {
                errors.add(tooMuch(order, back.amountMinor(), Refunding.refundable(order, parent)));
            }
        }
        long net = order.accounts().net();
        if (errors.isEmpty() && sum > net && !request.allowOverRefunding()) {
            errors.add(tooMuch(order, sum, net));
        }
        if (request.shippingMinor() < 0 || request.shippingMinor() > shippingLeft(order)) {
            errors.add(UserError.at("shipping", "Shipping refund is more than what is left of shipping", null));
        }
        if (request.storeCreditMinor() > 0 && order.placement().customer() == null) {
            errors.add(UserError.at("refundMethods", "Store credit needs a customer", null));
        }
        return errors;
    }

    private static UserError tooMuch(Order order, long wanted, long net) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(order.placement().currency());
        return UserError.of(
                "Refund amount "
                        + format.format(order.placement().shopMoney(wanted).amount())
                        + " is greater than net payment received "
                        + format.format(order.placement().shopMoney(net).amount()),
                null);
    }

    private static long shippingLeft(Order order) {
        return order.shipping().stream().mapToLong(ShippingLine::currentMinor).sum();
    }
}
