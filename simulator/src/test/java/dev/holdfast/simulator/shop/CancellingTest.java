package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellingTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 10);
    private final Order order = shops.buy(variant, 5);

    @Test
    void an_order_is_cancelled_when_the_job_is_done_and_not_before() {
        Job job = shops.shop.orders().cancel(order.id(), restocked()).value();
        assertThat(job.done()).isFalse();
        assertThat(shops.now(order).isCancelled()).isFalse();

        shops.pass(shops.shop.switches().jobs());

        Order after = shops.now(order);
        assertThat(shops.shop.orders().job(job.id()).orElseThrow().status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(after.isCancelled()).isTrue();
        assertThat(after.lines().getFirst().currentQuantity()).isZero();
        assertThat(after.accounts().status()).isEqualTo(FinancialStatus.REFUNDED);
        assertThat(after.accounts().net()).isZero();
        assertThat(shops.stock(variant).available()).isEqualTo(10);
        assertThat(shops.onlyFulfillmentOrder(after).status().live()).isFalse();
        assertThat(shops.topicsSince(0))
                .contains(Topic.ORDERS_CANCELLED, Topic.FULFILLMENT_ORDERS_CANCELLED, Topic.REFUNDS_CREATE);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void an_order_can_be_deleted_when_it_is_cancelled_and_not_before() {
        assertThat(Shops.code(shops.shop.orders().delete(order.id()))).isEqualTo("INVALID");
        shops.shop.orders().cancel(order.id(), restocked()).value();
        shops.pass(shops.shop.switches().jobs());

        shops.shop.orders().delete(order.id()).value();

        assertThat(shops.shop.orders().all().find(order.id())).isEmpty();
        assertThat(shops.shop.fulfillmentOrders().ofOrder(order.id())).isEmpty();
        assertThat(shops.topicsSince(0).getLast()).isEqualTo(Topic.ORDERS_DELETE);
        assertThat(Shops.code(shops.shop.orders().delete(order.id()))).isEqualTo("NOT_FOUND");
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void without_restock_the_units_leave_the_shop() {
        var how = new Orders.Cancel(Order.Reason.OTHER, false, true, false, null);
        shops.shop.orders().cancel(order.id(), how).value();
        shops.pass(shops.shop.switches().jobs());

        assertThat(shops.stock(variant).available()).isEqualTo(5);
        assertThat(shops.stock(variant).committed()).isZero();
        assertThat(shops.stock(variant).onHand()).isEqualTo(5);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void an_order_cancelled_before_routing_never_gets_fulfillment_orders_to_ship() {
        var placed = (CheckoutResult.Placed) shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1)));
        shops.shop.switches(Switches.usual().withJobs(java.time.Duration.ZERO));
        shops.shop.orders().cancel(placed.order().id(), restocked()).value();
        shops.pass(shops.shop.switches().routing());

        assertThat(shops.shop.fulfillmentOrders().ofOrder(placed.order().id()))
                .allSatisfy(each -> assertThat(each.status().live()).isFalse());
        assertThat(shops.stock(variant).available()).isEqualTo(5);
    }

    @Test
    void what_cannot_be_cancelled_is_refused_in_shopifys_words() {
        var orders = shops.shop.orders();
        assertThat(Shops.code(orders.cancel(new OrderId(1), restocked()))).isEqualTo("NOT_FOUND");
        var longNote = new Orders.Cancel(Order.Reason.OTHER, true, true, false, "x".repeat(256));
        assertThat(Shops.error(orders.cancel(order.id(), longNote)).field()).containsExactly("staffNote");
        var credit = new Orders.Cancel(Order.Reason.OTHER, true, false, true, null);
        assertThat(Shops.code(orders.cancel(order.id(), credit))).isEqualTo("STORE_CREDIT_REFUND_MISSING_CUSTOMER");
        Order authorized = shops.buy(
                Cart.of(Cart.Line.of(variant.id(), 1)).with(Cart.Payment.of(Cart.Payment.Outcome.AUTHORIZES)));
        assertThat(Shops.error(orders.cancel(authorized.id(), restocked())).message())
                .contains("authorizations");
        shops.shop.staff().shipAll(order.id());
        assertThat(Shops.error(orders.cancel(order.id(), restocked())).message())
                .isEqualTo("Cannot cancel an order that has outstanding fulfillments");
    }

    @Test
    void a_job_whose_order_was_shipped_meanwhile_fails() {
        Job job = shops.shop.orders().cancel(order.id(), restocked()).value();
        shops.shop.staff().shipAll(order.id());
        shops.pass(shops.shop.switches().jobs());

        Job after = shops.shop.orders().job(job.id()).orElseThrow();
        assertThat(after.status()).isEqualTo(Job.Status.FAILED);
        assertThat(after.failure()).contains("outstanding fulfillments");
        assertThat(shops.now(order).isCancelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void marking_as_paid_makes_a_transaction_or_only_marks(boolean transaction) {
        shops.shop.switches(Switches.usual().with(Switch.MARK_AS_PAID_MAKES_TRANSACTION, transaction));
        Order pending =
                shops.buy(Cart.of(Cart.Line.of(variant.id(), 1)).with(Cart.Payment.of(Cart.Payment.Outcome.PENDING)));
        assertThat(pending.accounts().status()).isEqualTo(FinancialStatus.PENDING);

        Order paid = shops.shop.orders().markAsPaid(pending.id()).value();

        assertThat(paid.accounts().status()).isEqualTo(FinancialStatus.PAID);
        assertThat(paid.accounts().outstanding()).isZero();
        assertThat(paid.transactions()).hasSize(transaction ? 2 : 1);
        assertThat(paid.markedPaid()).isEqualTo(!transaction);
        assertThat(shops.shop.orders().markAsPaid(pending.id()).errors()).hasSize(1);
    }

    @Test
    void an_authorization_is_captured_up_to_its_amount() {
        Order authorized = shops.buy(
                Cart.of(Cart.Line.of(variant.id(), 1)).with(Cart.Payment.of(Cart.Payment.Outcome.AUTHORIZES)));
        var parent = authorized.transactions().getFirst().id();
        assertThat(authorized.accounts().status()).isEqualTo(FinancialStatus.AUTHORIZED);

        assertThat(Shops.error(shops.shop.orders().capture(order.id(), parent, 1))
                        .message())
                .isEqualTo("Unable to find parent transaction");
        assertThat(Shops.error(shops.shop.orders().capture(authorized.id(), parent, 1501))
                        .message())
                .isEqualTo("Cannot capture more than the authorized 15.00 for this payment.");
        Order paid = shops.shop.orders().capture(authorized.id(), parent, 1500).value();
        assertThat(paid.accounts().status()).isEqualTo(FinancialStatus.PAID);
        assertThat(shops.topicsSince(0)).contains(Topic.ORDERS_PAID);
    }

    private static Orders.Cancel restocked() {
        return Orders.Cancel.restocked(Order.Reason.CUSTOMER);
    }
}
