package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Returns.NewLine;
import dev.holdfast.simulator.shop.Returns.Processed;
import dev.holdfast.simulator.shop.Returns.Processing;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id.FulfillmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Return;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnsTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 10);
    private final Order order = shops.buy(variant, 5);
    private final Fulfillment.Line shipped = ship();

    private Fulfillment.Line ship() {
        shops.shop.staff().shipAll(order.id());
        return shops.shop.fulfillments().ofOrder(order.id()).getFirst().lines().getFirst();
    }

    @Test
    void returned_units_are_taken_in_and_their_money_given_back() {
        Return made = create(2).value();
        var line = new Processed(made.lines().getFirst().id(), 2, true, null);
        var back = new Refunds.Back("REFUND", order.transactions().getFirst().id(), "shopify_payments", 2000);

        Return after = shops.shop
                .returns()
                .process(new Processing(made.id(), List.of(line), 0, List.of(back), 0, false))
                .value();

        assertThat(after.status()).isEqualTo(Return.Status.OPEN);
        assertThat(after.lines().getFirst().processed()).isEqualTo(2);
        assertThat(after.lines().getFirst().refunded()).isEqualTo(2);
        assertThat(shops.stock(variant).onHand()).isEqualTo(7);
        assertThat(shops.now(order).accounts().refunded()).isEqualTo(2000);
        assertThat(shops.topicsSince(0)).contains(Topic.RETURNS_APPROVE, Topic.RETURNS_PROCESS);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void units_that_cannot_be_sold_again_are_not_restocked() {
        Return made = create(2).value();
        var line = new Processed(made.lines().getFirst().id(), 2, false, null);

        shops.shop.returns().process(Processing.of(made.id(), line)).value();

        assertThat(shops.stock(variant).onHand()).isEqualTo(5);
        assertThat(shops.now(order).refunds()).isEmpty();
    }

    @Test
    void only_what_was_shipped_and_is_in_no_other_return_can_be_returned() {
        create(4).value();
        assertThat(Shops.error(create(2)).message()).isEqualTo("Return line item has an invalid quantity.");
        var unknown = NewLine.of(new FulfillmentLineItemId(1), 1);
        assertThat(Shops.code(shops.shop.returns().create(order.id(), List.of(unknown))))
                .isEqualTo("NOT_FOUND");
        Return small = create(1).value();
        shops.shop.returns().cancel(small.id()).value();
        assertThat(create(1).errors()).isEmpty();
    }

    @Test
    void a_return_is_closed_reopened_and_cancelled_only_in_the_right_state() {
        Return made = create(1).value();
        var returns = shops.shop.returns();
        assertThat(Shops.code(returns.reopen(made.id()))).isEqualTo("INVALID_STATE");
        returns.close(made.id()).value();
        assertThat(shops.shop.orders().returnStatus(order)).isEqualTo(Orders.ReturnStatus.RETURNED);
        assertThat(Shops.code(returns.close(made.id()))).isEqualTo("INVALID_STATE");
        returns.reopen(made.id()).value();
        assertThat(shops.shop.orders().returnStatus(order)).isEqualTo(Orders.ReturnStatus.IN_PROGRESS);
        returns.process(Processing.of(
                        made.id(), new Processed(made.lines().getFirst().id(), 1, true, null)))
                .value();
        assertThat(Shops.error(returns.cancel(made.id())).message()).isEqualTo("Return is not cancelable.");
        assertThat(Shops.code(returns.close(new ReturnId(1)))).isEqualTo("NOT_FOUND");
    }

    @Test
    void an_order_with_a_return_is_not_cancelled() {
        create(1).value();

        assertThat(shops.shop
                        .orders()
                        .cancel(order.id(), Orders.Cancel.restocked(Order.Reason.OTHER))
                        .errors())
                .hasSize(1);
    }

    private Result<Return> create(int units) {
        return shops.shop.returns().create(order.id(), List.of(NewLine.of(shipped.id(), units)));
    }
}
