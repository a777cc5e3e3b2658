package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.CheckoutResult.Away;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.CheckoutResult.Reason;
import dev.holdfast.simulator.shop.CheckoutResult.Refused;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where buyers pay: stock is checked by each variant's policy and taken in one step. */
public final class Checkouts {

    private final World world;
    private final SellingPlans plans;
    private final Allocator allocator;
    private final Pricing pricing;
    private final OrderMaker maker;
    private final Customers customers;
    private final Map<String, Discount> discounts = new ConcurrentHashMap<>();
    private final Map<String, CheckoutResult> late = new ConcurrentHashMap<>();

    /** What is taken off each line, what shipping costs, and when all of it is paid. */
    private record Costs(List<Long> off, long shipping, PaymentPlan payment) {}

    Checkouts(World world, SellingPlans plans, Allocator allocator, Pricing pricing, OrderMaker maker) {
        this.world = world;
        this.plans = plans;
        this.allocator = allocator;
        this.pricing = pricing;
        this.maker = maker;
        this.customers = new Customers(world);
    }

    /** A discount code; one of the same code is replaced. */
    public void offer(Discount discount) {
        discounts.put(discount.code(), discount);
    }

    /** Checks stock, charges and makes the order, or does none of it. */
    public CheckoutResult place(Cart cart) {
        return world.write(() -> place(cart, Allocation.Mode.OBEY_POLICY));
    }

    /** What became of a checkout whose buyer was away paying; empty while the buyer is. */
    public Optional<CheckoutResult> late(String token) {
        return Optional.ofNullable(late.get(token));
    }

    /** What shipping would cost for a cart as stock is now; empty when the cart would be refused. */
    public Optional<Long> shippingMinor(Cart cart) {
        return quote(cart) instanceof Quote.Priced priced ? Optional.of(priced.shippingMinor()) : Optional.empty();
    }

    /** What a cart would cost as stock and prices are now, or why it would be refused; nothing is taken. */
    public Quote quote(Cart cart) {
        return world.read(() -> {
            List<Wanted> lines = new ArrayList<>();
            Refused refused = lookUp(cart, lines);
            if (refused != null) {
                return new Quote.No(refused);
            }
            return switch (allocator.allocate(lines, Allocation.Mode.OBEY_POLICY)) {
                case Allocation.TooFew(List<CheckoutResult.Shortage> shortages) -> new Quote.No(soldOut(shortages));
                case Allocation.Allocated(List<Allocation.Parcel> parcels) -> priced(cart, lines, parcels);
            };
        });
    }

    /** Whether checkout offers to pay such a cart with store credit, which is all in the shop's currency here. */
    public boolean takesStoreCredit(Cart cart) {
        Currency own = world.settings.currency();
        return Objects.requireNonNullElse(cart.presentment(), own).equals(own)
                && (world.isOn(Switch.STORE_CREDIT_PAYS_PLANS)
                        || cart.lines().stream().allMatch(line -> line.plan() == null));
    }

    /** What one unit of a variant costs on the terms of a plan, or of none, whatever is in stock. */
    public Quote.Unit unit(Variant variant, @Nullable SellingPlan plan) {
        Wanted one = new Wanted(variant, 1, plan, pricing.unitPrice(variant, plan), List.of());
        PaymentPlan payment = PaymentPlan.of(List.of(one), List.of(one.unitPriceMinor()), 0, true, world.now());
        return new Quote.Unit(one.unitPriceMinor(), payment.nowMinor(), payment.laterMinor());
    }

    private Quote priced(Cart cart, List<Wanted> lines, List<Allocation.Parcel> parcels) {
        Costs costs = costs(cart, lines, parcels);
        List<Quote.Line> all = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Wanted line = lines.get(at);
            all.add(new Quote.Line(
                    line.unitPriceMinor(), line.quantity(), costs.off().get(at)));
        }
        PaymentPlan payment = costs.payment();
        return new Quote.Priced(
                all,
                costs.shipping(),
                payment.nowMinor(),
                payment.laterMinor(),
                payment.onFulfillment(),
                payment.dueAt());
    }

    private CheckoutResult place(Cart cart, Allocation.Mode mode) {
        List<Wanted> lines = new ArrayList<>();
        Refused refused = lookUp(cart, lines);
        if (refused != null) {
            return refused;
        }
        return switch (allocator.allocate(lines, mode)) {
            case Allocation.TooFew(List<CheckoutResult.Shortage> shortages) -> soldOut(shortages);
            case Allocation.Allocated(List<Allocation.Parcel> parcels) -> pay(cart, lines, parcels);
        };
    }

    private CheckoutResult pay(Cart cart, List<Wanted> lines, List<Allocation.Parcel> parcels) {
        Costs costs = costs(cart, lines, parcels);
        long credit = storeCredit(cart, costs.payment());
        if (credit > 0 && credit == costs.payment().nowMinor()) {
            return order(cart.with(Cart.Payment.SUCCEEDS), lines, parcels, costs, credit);
        }
        return switch (cart.payment().outcome()) {
            case DECLINED -> no(Reason.PAYMENT_DECLINED, "The card was declined");
            case COMMITS_LATE -> away(cart);
            case SUCCEEDS, AUTHORIZES, PENDING -> order(cart, lines, parcels, costs, credit);
        };
    }

    /** What of the payment now is store credit, which only customers have. */
    private long storeCredit(Cart cart, PaymentPlan payment) {
        CustomerId customer = cart.buyer().customer();
        return customer != null && cart.payment().storeCredit() && takesStoreCredit(cart)
                ? Math.min(payment.nowMinor(), customers.creditMinor(customer, world.settings.currency()))
                : 0;
    }

    private CheckoutResult away(Cart cart) {
        String token = world.nextUuid().toString();
        Cart paid = cart.with(
                cart.payment().storeCredit() ? Cart.Payment.SUCCEEDS.withStoreCredit() : Cart.Payment.SUCCEEDS);
        world.later(cart.payment().commitsAfter(), () -> {
            boolean ignores = world.isOn(Switch.LATE_PAYMENTS_IGNORE_POLICY);
            late.put(token, place(paid, ignores ? Allocation.Mode.IGNORE_POLICY : Allocation.Mode.OBEY_POLICY));
        });
        return new Away(token);
    }

    private CheckoutResult order(
            Cart cart, List<Wanted> lines, List<Allocation.Parcel> parcels, Costs costs, long credit) {
        Cart.Payment.Outcome outcome = cart.payment().outcome();
        boolean pending = outcome == Cart.Payment.Outcome.PENDING;
        Sale sale = new Sale(
                new Sale.Terms(cart.buyer(), Sale.Origin.CHECKOUT, cart, List.of(), null),
                lines,
                costs.off(),
                parcels,
                costs.shipping(),
                costs.payment(),
                credit,
                outcome == Cart.Payment.Outcome.AUTHORIZES ? Transaction.Kind.AUTHORIZATION : Transaction.Kind.SALE,
                pending ? Transaction.Status.PENDING : Transaction.Status.SUCCESS,
                pending ? "bank_deposit" : "shopify_payments");
        Order made = maker.make(sale);
        CustomerId customer = made.placement().customer();
        if (credit > 0 && customer != null) {
            customers.spend(customer, made.placement().shopMoney(credit), made.id());
        }
        return new Placed(made);
    }

    private Costs costs(Cart cart, List<Wanted> lines, List<Allocation.Parcel> parcels) {
        List<Discount> codes = new ArrayList<>();
        cart.discountCodes().forEach(code -> codes.add(Objects.requireNonNull(discounts.get(code))));
        List<Long> off = Pricing.discounts(lines, codes);
        List<Long> amounts = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            amounts.add(lines.get(at).unitPriceMinor() * lines.get(at).quantity() - off.get(at));
        }
        long shipping = pricing.shipping(lines, parcels);
        boolean shippingNow = world.isOn(Switch.SHIPPING_IS_CHARGED_AT_CHECKOUT);
        return new Costs(off, shipping, PaymentPlan.of(lines, amounts, shipping, shippingNow, world.now()));
    }

    /** Fills {@code lines}; gives a reason when the cart cannot be bought at all. */
    private @Nullable Refused lookUp(Cart cart, List<Wanted> lines) {
        if (cart.lines().isEmpty()) {
            return no(Reason.EMPTY, "The cart is empty");
        }
        Currency currency = cart.presentment();
        if (currency != null
                && !currency.equals(world.settings.currency())
                && !world.settings.rates().containsKey(currency)) {
            return no(Reason.NOT_SOLD_IN_CURRENCY, "The shop does not sell in " + currency.getCurrencyCode());
        }
        for (String code : cart.discountCodes()) {
            if (!discounts.containsKey(code)) {
                return no(Reason.DISCOUNT_UNKNOWN, "There is no discount " + code);
            }
        }
        if (cart.payment().express()
                && !world.isOn(Switch.EXPRESS_PAYMENT_TAKES_PLANS)
                && cart.lines().stream().anyMatch(line -> line.plan() != null)) {
            return no(Reason.PLAN_NEEDS_CHECKOUT, "A wallet does not take lines with a selling plan: use checkout");
        }
        for (Cart.Line line : cart.lines()) {
            Refused refused = lookUp(line, lines);
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private @Nullable Refused lookUp(Cart.Line line, List<Wanted> lines) {
        Variant variant = world.tables.variants.find(line.variant()).orElse(null);
        Product product = variant == null
                ? null
                : world.tables.products.find(variant.product()).orElse(null);
        if (variant == null || product == null || product.status() != Product.Status.ACTIVE) {
            return no(Reason.VARIANT_NOT_SOLD, "Variant " + line.variant().number() + " is not for sale");
        }
        SellingPlan plan = null;
        if (line.plan() != null) {
            plan = plans.planFor(variant, line.plan()).orElse(null);
            if (plan == null || plan.billing() instanceof SellingPlan.RecurringBilling) {
                return no(Reason.PLAN_NOT_OFFERED, "Selling plan " + line.plan().number() + " is not offered for it");
            }
        } else if (product.requiresSellingPlan()) {
            return no(Reason.PLAN_REQUIRED, product.title() + " is only sold with a selling plan");
        }
        boolean counted = variant.policy() == InventoryPolicy.DENY && world.stock.tracks(variant.item());
        if (!counted && world.tables.levels.of(variant.item()).isEmpty()) {
            return no(Reason.NOT_STOCKED, "Variant " + line.variant().number() + " is stocked nowhere");
        }
        lines.add(new Wanted(variant, line.quantity(), plan, pricing.unitPrice(variant, plan), line.properties()));
        return null;
    }

    private static Refused soldOut(List<CheckoutResult.Shortage> shortages) {
        return new Refused(Reason.SOLD_OUT, "Some items are no longer available", shortages);
    }

    private static Refused no(Reason reason, String message) {
        return new Refused(reason, message, List.of());
    }
}
