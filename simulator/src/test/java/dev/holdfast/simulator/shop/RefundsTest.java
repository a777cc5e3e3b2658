package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundsTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 10);
    private final Order order = shops.buy(variant, 5);

    @Test
    void cancelled_units_are_no_longer_to_be_shipped_and_go_back_on_sale() {
        Order after = refund(2, RestockType.CANCEL, null, 2000).value().order();

        assertThat(after.lines().getFirst())
                .extracting(LineItem::currentQuantity, LineItem::unfulfilledQuantity, LineItem::refundableQuantity)
                .containsExactly(3, 3, 3);
        assertThat(after.accounts().status()).isEqualTo(FinancialStatus.PARTIALLY_REFUNDED);
        assertThat(after.accounts().outstanding()).isZero();
        assertThat(shops.stock(variant).available()).isEqualTo(7);
        assertThat(shops.stock(variant).committed()).isEqualTo(3);
        assertThat(shops.topicsSince(0)).contains(Topic.REFUNDS_CREATE, Topic.ORDER_TRANSACTIONS_CREATE);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void units_can_go_back_on_sale_at_another_location_than_they_were_committed_at() {
        LocationId there = shops.secondLocation("Warehouse");

        refund(2, RestockType.CANCEL, there, 2000).value();

        assertThat(shops.stock(variant).committed()).isEqualTo(3);
        assertThat(shops.stock(variant).onHand()).isEqualTo(8);
        assertThat(shops.stock(variant, there).available()).isEqualTo(2);
    }

    @Test
    void units_that_are_not_restocked_are_still_to_be_shipped() {
        Order after = refund(2, RestockType.NO_RESTOCK, null, 2000).value().order();

        assertThat(after.lines().getFirst().unfulfilledQuantity()).isEqualTo(5);
        assertThat(after.lines().getFirst().refundableQuantity()).isEqualTo(3);
        assertThat(shops.stock(variant).committed()).isEqualTo(5);
    }

    @Test
    void returned_units_come_back_on_hand() {
        shops.shop.staff().shipAll(order.id());

        refund(2, RestockType.RETURN, null, 2000).value();

        assertThat(shops.stock(variant).onHand()).isEqualTo(7);
        assertThat(shops.stock(variant).available()).isEqualTo(7);
    }

    @Test
    void more_than_was_paid_is_refused_unless_it_is_asked_for() {
        assertThat(Shops.error(refund(1, RestockType.CANCEL, null, 99_900)).message())
                .isEqualTo("Refund amount €999.00 is greater than net payment received €55.00");
        var generous = new Refunds.Request(order.id(), List.of(), 0, back(99_900), 0, true, null);
        assertThat(shops.shop.refunds().create(generous).errors()).isEmpty();
    }

    @Test
    void more_units_than_are_left_are_refused() {
        assertThat(Shops.error(refund(6, RestockType.CANCEL, null, 0)).message())
                .isEqualTo("Quantity cannot refund more items than were purchased");
        refund(3, RestockType.CANCEL, null, 3000).value();
        assertThat(Shops.error(refund(3, RestockType.CANCEL, null, 0)).message())
                .isEqualTo("Quantity cannot refund more items than were purchased");
        assertThat(refund(1, RestockType.RETURN, null, 0).errors()).hasSize(1);
        shops.shop.staff().shipAll(order.id());
        assertThat(refund(1, RestockType.CANCEL, null, 0).errors()).hasSize(1);
    }

    @Test
    void transactions_must_be_refunds_of_a_payment_of_the_order() {
        var refunds = shops.shop.refunds();
        var sale = new Refunds.Back("SALE", order.transactions().getFirst().id(), "shopify_payments", 100);
        var orphan = new Refunds.Back("REFUND", null, "shopify_payments", 100);

        assertThat(Shops.error(refunds.create(request(List.of(sale)))).message())
                .isEqualTo("Kind sale is not a valid transaction");
        assertThat(Shops.error(refunds.create(request(List.of(orphan)))).message())
                .isEqualTo("Transactions require a parent_id associated with the order");
        var unknown = new Refunds.Request(new OrderId(1), List.of(), 0, List.of(), 0, false, null);
        assertThat(Shops.error(refunds.create(unknown)).message()).isEqualTo("Order does not exist");
    }

    @Test
    void the_suggestion_is_what_would_be_overpaid_and_no_more_than_was_paid() {
        Variant later = shops.variant(InventoryPolicy.CONTINUE, 0);
        var deposit =
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(30), BalanceTrigger.ON_FULFILLMENT, null, null);
        var plan = shops.plan(later, deposit, PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        Order preOrder = shops.buy(Cart.of(Cart.Line.of(later.id(), 2, plan)));

        assertThat(suggested(order, 2).amountMinor()).isEqualTo(2000);
        assertThat(suggested(order, 2).maximumMinor()).isEqualTo(5500);
        assertThat(suggested(preOrder, 1).amountMinor()).isZero();
        assertThat(shops.shop.refunds().suggest(preOrder, List.of(), 0, true).amountMinor())
                .isEqualTo(600 + 500);
    }

    @Test
    void refunding_unshipped_units_of_a_deposit_lowers_what_is_owed_to_the_cent() {
        Variant later = shops.variant(InventoryPolicy.CONTINUE, 0);
        var deposit =
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(30), BalanceTrigger.ON_FULFILLMENT, null, null);
        var plan = shops.plan(later, deposit, PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        Order preOrder = shops.buy(Cart.of(Cart.Line.of(later.id(), 3, plan)));
        var line = new Refunds.Line(preOrder.lines().getFirst().id(), 2, RestockType.CANCEL, null);

        Order after = shops.shop
                .refunds()
                .create(new Refunds.Request(preOrder.id(), List.of(line), 0, List.of(), 0, false, null))
                .value()
                .order();

        assertThat(after.accounts().outstanding()).isEqualTo(1000 + 500 - (900 + 500));
        assertThat(after.terms())
                .isNotNull()
                .satisfies(terms ->
                        assertThat(terms.schedules().getFirst().balanceMinor()).isEqualTo(100));
    }

    @Test
    void money_can_become_store_credit() {
        var customer = shops.shop.customers().create(Customers.NewCustomer.named("Ada", "Byrne", "ada@example.com"));
        var buyer = new Cart.Buyer(customer.id(), "ada@example.com", null, "en", null);
        Order own = shops.buy(Cart.of(buyer, Cart.Line.of(variant.id(), 1)));

        var line = new Refunds.Line(own.lines().getFirst().id(), 1, RestockType.CANCEL, null);
        shops.shop
                .refunds()
                .create(new Refunds.Request(own.id(), List.of(line), 0, List.of(), 1000, false, null))
                .value();

        assertThat(shops.shop.customers().creditAccountsOf(customer.id()))
                .extracting(account -> account.balanceMinor())
                .containsExactly(1000L);
        var guest = new Refunds.Request(order.id(), List.of(), 0, List.of(), 10, false, null);
        assertThat(shops.shop.refunds().create(guest).errors()).hasSize(1);
    }

    private Refunds.Suggestion suggested(Order of, int units) {
        var line = new Refunds.Line(of.lines().getFirst().id(), units, RestockType.CANCEL, null);
        return shops.shop.refunds().suggest(of, List.of(line), 0, false);
    }

    private Result<Refunds.Refunded> refund(int units, RestockType restock, @Nullable LocationId location, long minor) {
        var line = new Refunds.Line(order.lines().getFirst().id(), units, restock, location);
        List<Refunds.Back> backs = minor == 0 ? List.of() : back(minor);
        return shops.shop.refunds().create(new Refunds.Request(order.id(), List.of(line), 0, backs, 0, false, null));
    }

    private List<Refunds.Back> back(long minor) {
        return List.of(
                new Refunds.Back("REFUND", order.transactions().getFirst().id(), "shopify_payments", minor));
    }

    private Refunds.Request request(List<Refunds.Back> backs) {
        return new Refunds.Request(order.id(), List.of(), 0, backs, 0, false, null);
    }
}
