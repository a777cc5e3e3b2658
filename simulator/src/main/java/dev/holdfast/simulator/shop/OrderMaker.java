package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;
import dev.holdfast.simulator.shop.state.Id.ShippingLineId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.LineSale;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentMandate;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.Placement;
import dev.holdfast.simulator.shop.state.ShippingLine;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import dev.holdfast.simulator.shop.state.Transaction;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the order of a sale: takes its stock, keeps it, tells of it, and sends it to routing. */
final class OrderMaker {

    private static final int FIRST_NUMBER = 1001;

    private final World world;
    private final Routing routing;
    private final DueDates dueDates;
    private int made;

    OrderMaker(World world, Routing routing, DueDates dueDates) {
        this.world = world;
        this.routing = routing;
        this.dueDates = dueDates;
    }

    Order make(Sale sale) {
        Instant now = world.now();
        OrderId id = new OrderId(world.nextId());
        List<LineItem> lines = new ArrayList<>(sale.lines().size());
        for (int at = 0; at < sale.lines().size(); at++) {
            Wanted line = sale.lines().get(at);
            lines.add(LineItem.sold(
                    new LineItemId(world.nextId()),
                    sold(world, line, sale.discounts().get(at)),
                    line.quantity()));
        }
        List<ShippingLine> shipping = sale.shippingMinor() == 0
                ? List.of()
                : List.of(new ShippingLine(new ShippingLineId(world.nextId()), "Standard", sale.shippingMinor(), 0));
        PaymentTerms terms = sale.payment().terms(world);
        Order order = new Order(
                id,
                placement(sale, now),
                lines,
                shipping,
                transactions(sale, now),
                terms,
                mandates(sale, terms),
                List.of(),
                sale.terms().tags(),
                sale.terms().note(),
                null,
                false,
                null,
                now);
        for (Parcel parcel : sale.parcels()) {
            if (parcel.commits()) {
                Variant variant = sale.lines().get(parcel.line()).variant();
                world.stock.commit(variant.item(), parcel.location(), parcel.units(), Stock.Cause.of("sold", id.gid()));
            }
        }
        world.add(order);
        if (order.placement().customer() != null) {
            world.tables.ordersOfCustomer.add(order.placement().customer(), id);
        }
        tell(order);
        dueDates.watch(order);
        routing.route(order, sale.lines(), sale.parcels());
        return order;
    }

    static LineSale sold(World world, Wanted line, long discountMinor) {
        Variant variant = line.variant();
        String title = world.tables
                .products
                .find(variant.product())
                .map(product -> product.title())
                .orElse("");
        boolean ships = world.tables
                .items
                .find(variant.item())
                .map(item -> item.requiresShipping())
                .orElse(true);
        return new LineSale(
                variant.id(),
                variant.product(),
                variant.item(),
                title,
                variant.title(),
                variant.sku(),
                line.unitPriceMinor(),
                discountMinor,
                ships,
                line.plan() == null
                        ? null
                        : new LineSale.PlanSold(line.plan().id(), line.plan().name()),
                line.properties());
    }

    private Placement placement(Sale sale, Instant now) {
        Cart.Buyer buyer = sale.terms().buyer();
        Cart cart = sale.terms().cart();
        Currency own = world.settings.currency();
        Currency presentment = Objects.requireNonNullElse(cart.presentment(), own);
        BigDecimal rate = presentment.equals(own)
                ? BigDecimal.ONE
                : Objects.requireNonNull(world.settings.rates().get(presentment));
        return new Placement(
                FIRST_NUMBER + made++,
                now,
                now,
                buyer.customer(),
                buyer.email(),
                buyer.phone(),
                buyer.locale(),
                own,
                presentment,
                rate,
                buyer.shippingAddress(),
                sale.terms().origin().source(),
                null,
                cart.test(),
                Long.toHexString(world.nextUuid().getMostSignificantBits()),
                cart.attributes(),
                cart.discountCodes());
    }

    private List<Transaction> transactions(Sale sale, Instant now) {
        List<Transaction> all = new ArrayList<>();
        long credit = sale.storeCreditMinor();
        if (credit != 0) {
            all.add(transaction(
                    Transaction.Kind.SALE, Transaction.Status.SUCCESS, StoreCreditAccount.GATEWAY, credit, now));
        }
        long rest = sale.payment().nowMinor() - credit;
        if (rest != 0) {
            all.add(transaction(sale.kind(), sale.status(), sale.gateway(), rest, now));
        }
        return all;
    }

    private Transaction transaction(
            Transaction.Kind kind, Transaction.Status status, String gateway, long minor, Instant now) {
        return new Transaction(
                new OrderTransactionId(world.nextId()), kind, status, gateway, minor, null, now, null, null);
    }

    /** Deferred payments are charged to the method the buyer used at checkout. */
    private List<PaymentMandate> mandates(Sale sale, @Nullable PaymentTerms terms) {
        return terms == null || !sale.terms().origin().vaults()
                ? List.of()
                : List.of(new PaymentMandate(new PaymentMandateId(world.nextId()), "BankAccount"));
    }

    private void tell(Order order) {
        world.emit(Topic.ORDERS_CREATE, new Subject.OrderChanged(order));
        for (Transaction transaction : order.transactions()) {
            world.emit(Topic.ORDER_TRANSACTIONS_CREATE, new Subject.Transacted(order, transaction));
        }
        if (order.terms() != null) {
            world.emit(Topic.PAYMENT_TERMS_CREATE, new Subject.TermsChanged(order, order.terms()));
        }
        if (order.accounts().status() == FinancialStatus.PAID) {
            world.emit(Topic.ORDERS_PAID, new Subject.OrderChanged(order));
        }
    }
}
