package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.CalculatedOrder;
import dev.holdfast.simulator.shop.state.Id.CalculatedOrderId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 10);
    private final Order order = shops.buy(variant, 5);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void removed_units_go_back_on_sale_or_leave_the_shop(boolean restock) {
        Order after = shops.shop.staff().editFirstLine(order.id(), 2, restock).value();

        assertThat(after.lines().getFirst())
                .extracting(LineItem::quantity, LineItem::currentQuantity, LineItem::unfulfilledQuantity)
                .containsExactly(5, 2, 2);
        assertThat(shops.stock(variant).committed()).isEqualTo(2);
        assertThat(shops.stock(variant).available()).isEqualTo(restock ? 8 : 5);
        assertThat(shops.stock(variant).onHand()).isEqualTo(restock ? 10 : 7);
        assertThat(shops.onlyFulfillmentOrder(order).remaining()).isEqualTo(2);
        assertThat(shops.topicsSince(0)).contains(Topic.ORDERS_EDITED, Topic.ORDERS_UPDATED);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void a_line_removed_altogether_closes_its_fulfillment_order() {
        shops.shop.staff().editFirstLine(order.id(), 0, true).value();

        assertThat(shops.shop.truth().fulfillmentOrders())
                .allSatisfy(each -> assertThat(each.status().live()).isFalse());
        assertThat(shops.stock(variant).available()).isEqualTo(10);
    }

    @Test
    void added_units_are_owed_and_routed() {
        Variant more = shops.variant(InventoryPolicy.DENY, 3);
        CalculatedOrder edit = shops.shop.edits().begin(order.id()).value();
        CalculatedOrder staged = shops.shop
                .edits()
                .addVariant(edit.id(), more.id(), 2, null, false)
                .value()
                .order();
        assertThat(staged.outstandingMinor()).isEqualTo(2000);
        assertThat(shops.now(order).lines()).hasSize(1);

        Order after = shops.shop.edits().commit(edit.id(), null).value();
        shops.pass(shops.shop.switches().routing());

        assertThat(after.accounts().outstanding()).isEqualTo(2000);
        assertThat(after.accounts().status()).isEqualTo(FinancialStatus.PARTIALLY_PAID);
        assertThat(shops.stock(more).committed()).isEqualTo(2);
        assertThat(shops.shop.fulfillmentOrders().ofOrder(order.id())).hasSize(2);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_edit_sells_past_the_counter_or_not(boolean ignoresPolicy) {
        shops.shop.switches(Switches.usual().with(Switch.EDITS_IGNORE_POLICY, ignoresPolicy));

        Result<Order> result = shops.shop.staff().editFirstLine(order.id(), 11, true);

        assertThat(result instanceof Result.Done<?>).isEqualTo(ignoresPolicy);
        assertThat(shops.stock(variant).available()).isEqualTo(ignoresPolicy ? -1 : 5);
    }

    @Test
    void a_pre_order_line_can_only_be_lowered() {
        Variant later = shops.variant(InventoryPolicy.CONTINUE, 0);
        var plan = shops.plan(
                later, PlanInputs.FixedBilling.inFull(), PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        Order preOrder = shops.buy(Cart.of(Cart.Line.of(later.id(), 3, plan)));

        assertThat(shops.shop.staff().editFirstLine(preOrder.id(), 4, true).errors())
                .hasSize(1);
        assertThat(shops.shop.staff().editFirstLine(preOrder.id(), 1, true).errors())
                .isEmpty();
    }

    @Test
    void shipped_units_cannot_be_removed_and_a_stale_edit_is_refused() {
        CalculatedOrder stale = shops.shop.edits().begin(order.id()).value();
        shops.shop
                .edits()
                .setQuantity(stale.id(), stale.lines().getFirst().id(), 1, true, null)
                .value();
        shops.shop.staff().shipAll(order.id());

        assertThat(shops.shop.edits().commit(stale.id(), null).errors()).hasSize(1);
        assertThat(shops.shop.staff().editFirstLine(order.id(), 4, true).errors())
                .hasSize(1);
    }

    @Test
    void what_cannot_be_edited_is_refused_in_shopifys_words() {
        var edits = shops.shop.edits();
        assertThat(Shops.error(edits.begin(new OrderId(1))).message()).isEqualTo("The order does not exist.");
        var nowhere = new CalculatedOrderId(1);
        assertThat(Shops.error(edits.commit(nowhere, null)).message())
                .isEqualTo("The calculated order does not exist.");
        CalculatedOrder edit = edits.begin(order.id()).value();
        assertThat(Shops.error(edits.addVariant(edit.id(), variant.id(), 1, null, false))
                        .message())
                .isEqualTo("The Robot was not added because it's already on the order.");
        assertThat(Shops.error(edits.addVariant(edit.id(), variant.id(), 0, null, true))
                        .message())
                .isEqualTo("must be greater than 0");
        shops.shop
                .orders()
                .cancel(order.id(), Orders.Cancel.restocked(Order.Reason.STAFF))
                .value();
        shops.pass(shops.shop.switches().jobs());
        assertThat(Shops.error(edits.begin(order.id())).message()).isEqualTo("The order cannot be edited.");
        assertThat(List.of(edits.commit(edit.id(), null).errors())).isNotEmpty();
    }
}
