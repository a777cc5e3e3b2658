package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Mode;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code orderCreate}: an order an app writes, past the checkout. */
public final class ApiOrders {

    private final World world;
    private final Allocator allocator;
    private final OrderMaker maker;

    /** As {@code OrderCreateInputsInventoryBehavior}. */
    public enum Inventory {
        BYPASS(Mode.BYPASS_STOCK),
        DECREMENT_IGNORING_POLICY(Mode.IGNORE_POLICY),
        DECREMENT_OBEYING_POLICY(Mode.OBEY_POLICY);

        private final Mode mode;

        Inventory(Mode mode) {
            this.mode = mode;
        }
    }

    /** How much of it is paid. */
    public enum Paid {
        NOTHING,
        AUTHORIZED,
        ALL
    }

    /** Units of a variant; null takes the variant's price. */
    public record NewLine(
            ProductVariantId variant,
            int quantity,
            @Nullable Long unitPriceMinor,
            List<Attribute> properties) {

        public NewLine {
            properties = List.copyOf(properties);
        }

        public static NewLine of(ProductVariantId variant, int quantity) {
            return new NewLine(variant, quantity, null, List.of());
        }
    }

    /** {@code OrderCreateOrderInput}, as far as the simulator keeps it. */
    public record NewOrder(
            Cart.Buyer buyer,
            List<NewLine> lines,
            long shippingMinor,
            Paid paid,
            Inventory inventory,
            List<String> tags,
            @Nullable String note,
            boolean test) {

        public NewOrder {
            lines = List.copyOf(lines);
            tags = List.copyOf(tags);
        }
    }

    ApiOrders(World world, Allocator allocator, OrderMaker maker) {
        this.world = world;
        this.allocator = allocator;
        this.maker = maker;
    }

    Result<Order> create(Caller caller, NewOrder wanted) {
        List<Wanted> lines = new ArrayList<>();
        List<UserError> errors = lookUp(wanted, lines);
        if (!errors.isEmpty()) {
            return Result.refused(errors);
        }
        return switch (allocator.allocate(lines, wanted.inventory().mode)) {
            case Allocation.TooFew few ->
                Result.refused(
                        UserError.at("order.lineItems", "Unable to reserve inventory", "INVENTORY_CLAIM_FAILED"));
            case Allocation.Allocated(List<Allocation.Parcel> parcels) ->
                Result.done(maker.make(
                        sale(new Sale.Origin(Long.toString(caller.app().number()), false), wanted, lines, parcels)));
        };
    }

    /** Fills {@code lines}; gives what is wrong with those that are left out. */
    List<UserError> lookUp(NewOrder wanted, List<Wanted> lines) {
        List<UserError> errors = new ArrayList<>();
        if (wanted.lines().isEmpty()) {
            errors.add(UserError.at("order.lineItems", "Line items must have at least one line item", "INVALID"));
        }
        for (int at = 0; at < wanted.lines().size(); at++) {
            NewLine line = wanted.lines().get(at);
            Variant variant = world.tables.variants.find(line.variant()).orElse(null);
            if (variant == null) {
                errors.add(UserError.at("order.lineItems." + at + ".variantId", "Variant does not exist", "INVALID"));
            } else if (line.quantity() < 1) {
                errors.add(UserError.at(
                        "order.lineItems." + at + ".quantity", "Quantity must be greater than 0", "INVALID"));
            } else {
                long price = line.unitPriceMinor() == null ? variant.priceMinor() : line.unitPriceMinor();
                lines.add(new Wanted(variant, line.quantity(), null, price, line.properties()));
            }
        }
        return errors;
    }

    static Sale sale(Sale.Origin origin, NewOrder wanted, List<Wanted> lines, List<Allocation.Parcel> parcels) {
        long total = wanted.shippingMinor();
        for (Wanted line : lines) {
            total += line.unitPriceMinor() * line.quantity();
        }
        Cart cart =
                new Cart(List.of(), wanted.buyer(), Cart.Payment.SUCCEEDS, List.of(), null, List.of(), wanted.test());
        boolean authorized = wanted.paid() == Paid.AUTHORIZED;
        return new Sale(
                new Sale.Terms(wanted.buyer(), origin, cart, wanted.tags(), wanted.note()),
                lines,
                Collections.nCopies(lines.size(), 0L),
                parcels,
                wanted.shippingMinor(),
                wanted.paid() == Paid.NOTHING ? PaymentPlan.nothing() : PaymentPlan.inFull(total),
                0,
                authorized ? Transaction.Kind.AUTHORIZATION : Transaction.Kind.SALE,
                Transaction.Status.SUCCESS,
                Settlement.MANUAL);
    }
}
