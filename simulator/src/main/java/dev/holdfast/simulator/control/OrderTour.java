package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.ApiOrders;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.Drafts;
import dev.holdfast.simulator.shop.FulfillmentOrders;
import dev.holdfast.simulator.shop.FulfillmentOrders.HoldRequest;
import dev.holdfast.simulator.shop.FulfillmentOrders.SplitRequest;
import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.Fulfillments;
import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.Payments;
import dev.holdfast.simulator.shop.Returns;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a {@link Tour} that sells: checkout, holds, parcels, money back, edits, drafts. */
final class OrderTour {

    private final Shop shop;
    private final Clocks clocks;
    private final Variant variant;
    private final Cart.Buyer buyer;

    OrderTour(Shop shop, Clocks clocks, Variant variant, Customer customer) {
        this.shop = shop;
        this.clocks = clocks;
        this.variant = variant;
        Address home = new Address("Tilda Tour", "1 Toy Street", "Dublin", "D01 1111", null, "IE");
        this.buyer = new Cart.Buyer(customer.id(), customer.email(), "+35315550100", "en", home);
    }

    void run(LocationId spare, SellingPlanId plan) throws InterruptedException {
        heldAndMoved(spare);
        Fulfillment parcel = shipped();
        returned(parcel);
        givenBack();
        Order unwanted = order(1, null);
        shop.orders()
                .cancel(unwanted.id(), Orders.Cancel.restocked(Order.Reason.CUSTOMER))
                .value();
        wait(Duration.ofMinutes(1));
        shop.orders().delete(unwanted.id()).value();
        paidLater(plan);
        drafted();
        wait(Duration.ofMinutes(1));
    }

    private void heldAndMoved(LocationId spare) throws InterruptedException {
        FulfillmentOrders all = shop.fulfillmentOrders();
        Order order = order(4, null);
        FulfillmentOrder whole = all.ofOrder(order.id()).getFirst();
        Units one = new Units(whole.lines().getFirst().id(), 1);
        FulfillmentHold.Reason why = FulfillmentHold.Reason.INVENTORY_OUT_OF_STOCK;
        FulfillmentOrder held = all.hold(Caller.STAFF, whole.id(), HoldRequest.of(why, "part", one))
                .value()
                .fulfillmentOrder();
        all.hold(Caller.STAFF, held.id(), HoldRequest.of(why, "second")).value();
        all.releaseHolds(Caller.STAFF, held.id(), null, null).value();
        FulfillmentOrder large = all.ofOrder(order.id()).stream()
                .filter(each -> each.status().live() && each.remaining() > 1)
                .findFirst()
                .orElseThrow();
        Units split = new Units(large.lines().getFirst().id(), 1);
        all.split(List.of(new SplitRequest(large.id(), List.of(split)))).value();
        all.merge(List.of(all.ofOrder(order.id()).stream()
                        .filter(each -> each.status().live())
                        .map(FulfillmentOrder::id)
                        .toList()))
                .value();
        FulfillmentOrder merged = all.ofOrder(order.id()).stream()
                .filter(each -> each.status().live())
                .findFirst()
                .orElseThrow();
        all.move(merged.id(), spare, List.of()).value();
        shop.staff().shipAll(order.id());
    }

    /** In two parcels, the second of which is taken back. */
    private Fulfillment shipped() throws InterruptedException {
        Order order = order(3, null);
        FulfillmentOrder open = shop.fulfillmentOrders().ofOrder(order.id()).getFirst();
        Units two = new Units(open.lines().getFirst().id(), 2);
        Fulfillment.Tracking tracking = new Fulfillment.Tracking("UPS", "1Z1", "https://www.ups.com/track?1Z1");
        Fulfillments.Part part = new Fulfillments.Part(open.id(), List.of(two));
        Fulfillment first = shop.fulfillments()
                .create(new Fulfillments.Request(List.of(part), List.of(tracking), true))
                .value();
        shop.fulfillments().updateTracking(first.id(), List.of(tracking)).value();
        shop.fulfillments()
                .report(first.id(), new Fulfillments.News(Fulfillment.EventStatus.DELIVERED, null, "At the door", null))
                .value();
        Fulfillment second = shop.fulfillments()
                .create(Fulfillments.Request.of(Fulfillments.Part.all(open.id())))
                .value();
        shop.fulfillments().cancel(second.id()).value();
        return first;
    }

    private void returned(Fulfillment parcel) {
        Returns.NewLine line = Returns.NewLine.of(parcel.lines().getFirst().id(), 1);
        Return of = shop.returns().create(parcel.order(), List.of(line)).value();
        Returns.Processed processed =
                new Returns.Processed(of.lines().getFirst().id(), 1, true, null);
        shop.returns().process(Returns.Processing.of(of.id(), processed)).value();
        shop.returns().close(of.id());
        shop.returns().reopen(of.id()).value();
        shop.returns().close(of.id()).value();
        Return unwanted = shop.returns().create(parcel.order(), List.of(line)).value();
        shop.returns()
                .remove(
                        unwanted.id(),
                        List.of(new Returns.Removed(unwanted.lines().getFirst().id(), 1)))
                .value();
        shop.returns().cancel(unwanted.id()).value();
        Return asked = shop.returns().request(parcel.order(), List.of(line)).value();
        shop.returns()
                .decline(asked.id(), new Return.Decline("RETURN_PERIOD_ENDED", "More than 30 days"))
                .value();
        Return again = shop.returns().request(parcel.order(), List.of(line)).value();
        shop.returns().approve(again.id()).value();
    }

    private void givenBack() throws InterruptedException {
        Order order = order(3, null);
        shop.staff().editFirstLine(order.id(), 2, true).value();
        shop.staff().refundUnshipped(order.id()).value();
    }

    private void paidLater(SellingPlanId plan) throws InterruptedException {
        Order order = order(2, plan);
        FulfillmentOrder scheduled =
                shop.fulfillmentOrders().ofOrder(order.id()).getFirst();
        shop.fulfillmentOrders()
                .reschedule(scheduled.id(), shop.clock().now().plus(Duration.ofDays(3)))
                .value();
        PaymentTerms terms = shop.orders().all().find(order.id()).orElseThrow().terms();
        if (terms == null) {
            throw new IllegalStateException("An order with a deposit has no payment terms");
        }
        shop.payments()
                .updateTerms(
                        terms.id(),
                        Payments.TermsChange.dueAt(shop.clock().now().plus(Duration.ofHours(6))))
                .value();
        wait(Duration.ofHours(7));
        shop.fulfillmentOrders().open(scheduled.id()).value();
        shop.payments().deleteTerms(terms.id()).value();
    }

    private void drafted() {
        ApiOrders.NewLine line = new ApiOrders.NewLine(variant.id(), 1, null, List.of());
        DraftOrder draft = shop.drafts()
                .create(new Drafts.NewDraft(buyer, List.of(line), 500, null, null, List.of("tour"), "by hand"))
                .value();
        shop.drafts().complete(draft.id(), false).value();
    }

    /** Paid, and routed. */
    private Order order(int units, @Nullable SellingPlanId plan) throws InterruptedException {
        Cart.Line line = new Cart.Line(variant.id(), units, plan, List.of(new Attribute("_tour", "yes")));
        if (!(shop.checkouts().place(Cart.of(buyer, line)) instanceof CheckoutResult.Placed(Order order))) {
            throw new IllegalStateException(
                    "The tour could not buy " + units + " of " + variant.id().gid());
        }
        wait(Duration.ofMinutes(1));
        return order;
    }

    private void wait(Duration by) throws InterruptedException {
        clocks.advance(shop.clock(), by);
    }
}
