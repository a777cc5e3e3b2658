package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.FulfillmentOrders.HoldRequest;
import dev.holdfast.simulator.shop.FulfillmentOrders.SplitRequest;
import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentHold.Reason;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Action;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FulfillmentOrdersTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 50);
    private final Order order = shops.buy(variant, 5);
    private final FulfillmentOrder of = shops.onlyFulfillmentOrder(order);
    private final FulfillmentOrderLine line = of.lines().getFirst();

    @Test
    void a_hold_holds_and_releasing_it_by_id_opens_again() {
        FulfillmentHold hold = hold(of, "mine").value().hold();
        assertThat(shops.now(of).status()).isEqualTo(Status.ON_HOLD);
        assertThat(shops.shop.orders().fulfillmentStatus(order)).isEqualTo(Orders.FulfillmentStatus.ON_HOLD);

        release(of, List.of(hold.id())).value();

        assertThat(shops.now(of).status()).isEqualTo(Status.OPEN);
        assertThat(shops.topicsSince(0))
                .contains(
                        Topic.FULFILLMENT_ORDERS_PLACED_ON_HOLD,
                        Topic.FULFILLMENT_HOLDS_ADDED,
                        Topic.FULFILLMENT_HOLDS_RELEASED,
                        Topic.FULFILLMENT_ORDERS_HOLD_RELEASED);
    }

    @Test
    void only_the_first_hold_places_on_hold_and_only_the_last_release_releases() {
        FulfillmentHold first = hold(of, "one").value().hold();
        long afterFirst = shops.shop.events().last();
        hold(of, "two").value();
        release(of, List.of(first.id())).value();

        assertThat(shops.topicsSince(afterFirst))
                .contains(Topic.FULFILLMENT_HOLDS_ADDED, Topic.FULFILLMENT_HOLDS_RELEASED)
                .doesNotContain(Topic.FULFILLMENT_ORDERS_PLACED_ON_HOLD, Topic.FULFILLMENT_ORDERS_HOLD_RELEASED);
        assertThat(shops.now(of).status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    void releasing_without_ids_releases_the_holds_of_other_apps_too() {
        hold(of, "mine").value();
        var request = HoldRequest.of(Reason.AWAITING_PAYMENT, "theirs");
        shops.shop.fulfillmentOrders().hold(Shops.OTHER_APP, of.id(), request).value();

        shops.shop
                .fulfillmentOrders()
                .releaseHolds(Shops.APP, of.id(), null, null)
                .value();

        assertThat(shops.now(of).holds()).isEmpty();
    }

    @Test
    void a_handle_is_used_once_per_app_and_an_app_has_ten_holds_at_most() {
        hold(of, "mine").value();
        assertThat(Shops.code(hold(of, "mine"))).isEqualTo("DUPLICATE_FULFILLMENT_HOLD_HANDLE");
        var request = HoldRequest.of(Reason.OTHER, "mine");
        assertThat(shops.shop
                        .fulfillmentOrders()
                        .hold(Shops.OTHER_APP, of.id(), request)
                        .errors())
                .isEmpty();
        for (int more = 2; more <= 10; more++) {
            hold(of, "mine " + more).value();
        }
        assertThat(Shops.code(hold(of, "mine 11"))).isEqualTo("FULFILLMENT_ORDER_HOLD_LIMIT_REACHED");
    }

    @Test
    void a_handle_has_sixty_four_characters_at_most() {
        assertThat(Shops.error(hold(of, "x".repeat(65))).field()).containsExactly("fulfillmentHold", "handle");
        assertThat(hold(of, "x".repeat(64)).errors()).isEmpty();
    }

    @Test
    void a_partial_hold_keeps_the_held_units_on_the_original_and_the_rest_on_a_new_one() {
        var held = hold(of, "part", new Units(line.id(), 2)).value();

        assertThat(held.fulfillmentOrder().id()).isEqualTo(of.id());
        assertThat(held.fulfillmentOrder().remaining()).isEqualTo(2);
        assertThat(held.remaining()).isNotNull().satisfies(rest -> {
            assertThat(rest.status()).isEqualTo(Status.OPEN);
            assertThat(rest.remaining()).isEqualTo(3);
            assertThat(rest.lines().getFirst().id()).isNotEqualTo(line.id());
        });
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void a_partial_hold_of_everything_splits_nothing() {
        assertThat(hold(of, "all", new Units(line.id(), 5)).value().remaining()).isNull();
    }

    @Test
    void partial_holds_have_their_own_errors() {
        assertThat(Shops.code(hold(of, "a", new Units(line.id(), 0)))).isEqualTo("GREATER_THAN_ZERO");
        assertThat(Shops.code(hold(of, "a", new Units(line.id(), 6)))).isEqualTo("INVALID_LINE_ITEM_QUANTITY");
        assertThat(Shops.code(hold(of, "a", new Units(line.id(), 1), new Units(line.id(), 1))))
                .isEqualTo("DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS");
        hold(of, "whole").value();
        assertThat(Shops.code(hold(of, "a", new Units(line.id(), 1)))).isEqualTo("FULFILLMENT_ORDER_NOT_SPLITTABLE");
    }

    @Test
    void what_is_not_there_is_not_found() {
        var nowhere = new FulfillmentOrderId(1);
        var fulfillmentOrders = shops.shop.fulfillmentOrders();
        assertThat(Shops.code(fulfillmentOrders.hold(Shops.APP, nowhere, HoldRequest.of(Reason.OTHER, ""))))
                .isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
        assertThat(Shops.code(fulfillmentOrders.releaseHolds(Shops.APP, nowhere, null, null)))
                .isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
        assertThat(Shops.code(release(of, List.of(new FulfillmentHoldId(1))))).isEqualTo("INVALID_ACCESS");
        assertThat(Shops.code(fulfillmentOrders.setDeadline(List.of(nowhere), Shops.START)))
                .isEqualTo("FULFILLMENT_ORDERS_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_split_keeps_the_original_or_replaces_it(boolean replaces) {
        shops.shop.switches(Switches.usual().with(Switch.SPLIT_REPLACES_ORIGINAL, replaces));

        var split = shops.shop
                .fulfillmentOrders()
                .split(List.of(new SplitRequest(of.id(), List.of(new Units(line.id(), 2)))))
                .value()
                .getFirst();

        assertThat(split.remaining().remaining()).isEqualTo(2);
        assertThat(shops.now(of).status()).isEqualTo(replaces ? Status.CLOSED : Status.OPEN);
        if (replaces) {
            assertThat(split.replacement()).isNotNull().satisfies(other -> {
                assertThat(other.id()).isNotEqualTo(of.id());
                assertThat(other.remaining()).isEqualTo(3);
            });
        } else {
            assertThat(split.replacement()).isNull();
            assertThat(split.fulfillmentOrder().remaining()).isEqualTo(3);
        }
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void splits_are_all_done_or_none() {
        var good = new SplitRequest(of.id(), List.of(new Units(line.id(), 2)));
        var fulfillmentOrders = shops.shop.fulfillmentOrders();

        var unknown = new SplitRequest(new FulfillmentOrderId(1), List.of(new Units(line.id(), 1)));
        assertThat(Shops.code(fulfillmentOrders.split(List.of(good, unknown))))
                .isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
        assertThat(Shops.code(fulfillmentOrders.split(List.of(new SplitRequest(of.id(), List.of())))))
                .isEqualTo("NO_LINE_ITEMS_PROVIDED_TO_SPLIT");
        assertThat(Shops.code(fulfillmentOrders.split(
                        List.of(new SplitRequest(of.id(), List.of(new Units(line.id(), 0)))))))
                .isEqualTo("GREATER_THAN");
        assertThat(Shops.code(fulfillmentOrders.split(
                        List.of(new SplitRequest(of.id(), List.of(new Units(line.id(), 5)))))))
                .isEqualTo("INVALID_LINE_ITEM_QUANTITY");
        assertThat(fulfillmentOrders.ofOrder(order.id())).hasSize(1);
    }

    @Test
    void what_was_split_can_be_merged_again() {
        var split = shops.shop
                .fulfillmentOrders()
                .split(List.of(new SplitRequest(of.id(), List.of(new Units(line.id(), 2)))))
                .value()
                .getFirst();
        assertThat(shops.shop.fulfillmentOrders().supportedActions(shops.now(of)))
                .contains(Action.MERGE);

        var merged = shops.shop
                .fulfillmentOrders()
                .merge(List.of(List.of(of.id(), split.remaining().id())))
                .value()
                .getFirst();

        assertThat(merged.lines()).hasSize(1);
        assertThat(merged.remaining()).isEqualTo(5);
        assertThat(shops.now(split.remaining()).status()).isEqualTo(Status.CLOSED);
        assertThat(shops.topicsSince(0)).contains(Topic.FULFILLMENT_ORDERS_MERGED);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void supported_actions_are_those_recorded_from_real_shops() {
        var fulfillmentOrders = shops.shop.fulfillmentOrders();
        assertThat(fulfillmentOrders.supportedActions(of))
                .containsExactly(
                        Action.CREATE_FULFILLMENT, Action.REPORT_PROGRESS, Action.MOVE, Action.HOLD, Action.SPLIT);
        hold(of, "h").value();
        assertThat(fulfillmentOrders.supportedActions(shops.now(of)))
                .containsExactly(Action.RELEASE_HOLD, Action.HOLD, Action.MOVE);
    }

    @Test
    void only_a_scheduled_one_can_be_rescheduled_or_opened() {
        Instant later = Shops.START.plus(Duration.ofDays(1));
        assertThat(Shops.error(shops.shop.fulfillmentOrders().reschedule(of.id(), later))
                        .message())
                .isEqualTo("Fulfillment order must be scheduled.");
        assertThat(Shops.error(shops.shop.fulfillmentOrders().open(of.id())).message())
                .isEqualTo("Expected fulfillment order status to be valid but it was open.");
    }

    @Test
    void a_deadline_can_be_set_on_any_live_one() {
        Instant deadline = Shops.START.plus(Duration.ofDays(9));
        hold(of, "h").value();

        shops.shop.fulfillmentOrders().setDeadline(List.of(of.id()), deadline).value();

        assertThat(shops.now(of).fulfillBy()).isEqualTo(deadline);
    }

    private Result<FulfillmentOrders.Held> hold(FulfillmentOrder which, String handle, Units... lines) {
        return shops.shop
                .fulfillmentOrders()
                .hold(Shops.APP, which.id(), HoldRequest.of(Reason.INVENTORY_OUT_OF_STOCK, handle, lines));
    }

    private Result<FulfillmentOrder> release(FulfillmentOrder which, List<FulfillmentHoldId> holds) {
        return shops.shop.fulfillmentOrders().releaseHolds(Shops.APP, which.id(), holds, null);
    }
}
