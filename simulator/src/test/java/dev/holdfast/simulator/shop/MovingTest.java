package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingTest {

    private final Shops shops = Shops.open();
    private final LocationId onOrder = shops.secondLocation("On order");
    private final Variant variant = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 0, onOrder, 10));
    private final Order order = shops.buy(variant, 5);
    private final FulfillmentOrder of = shops.onlyFulfillmentOrder(order);

    @Test
    void a_whole_one_keeps_its_id_and_takes_its_stock_along() {
        var moved = shops.shop
                .fulfillmentOrders()
                .move(of.id(), shops.here, List.of())
                .value();

        assertThat(moved.moved().id()).isEqualTo(of.id());
        assertThat(moved.remaining()).isNull();
        assertThat(shops.now(of).location()).isEqualTo(shops.here);
        assertThat(shops.stock(variant, onOrder).available()).isEqualTo(10);
        assertThat(shops.stock(variant, onOrder).committed()).isZero();
        assertThat(shops.stock(variant).available()).isEqualTo(-5);
        assertThat(shops.stock(variant).committed()).isEqualTo(5);
        assertThat(shops.topicsSince(0)).contains(Topic.FULFILLMENT_ORDERS_MOVED);
    }

    @Test
    void a_part_becomes_a_new_one_and_the_original_keeps_the_rest() {
        var part = List.of(new Units(of.lines().getFirst().id(), 2));
        var moved =
                shops.shop.fulfillmentOrders().move(of.id(), shops.here, part).value();

        assertThat(moved.moved().id()).isNotEqualTo(of.id());
        assertThat(moved.moved().remaining()).isEqualTo(2);
        assertThat(moved.original().remaining()).isEqualTo(3);
        assertThat(shops.stock(variant, onOrder).committed()).isEqualTo(3);
        assertThat(shops.stock(variant).committed()).isEqualTo(2);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void moving_before_there_is_stock_is_allowed_or_not(boolean allowed) {
        shops.shop.switches(Switches.usual().with(Switch.MOVE_BEFORE_STOCK, allowed));

        var early = shops.shop.fulfillmentOrders().move(of.id(), shops.here, List.of());
        assertThat(early instanceof Result.Done<?>).isEqualTo(allowed);

        if (!allowed) {
            assertThat(shops.shop.fulfillmentOrders().locationsForMove(of.id()))
                    .allSatisfy(each -> assertThat(each.movable()).isFalse());
            shops.shop
                    .staff()
                    .count(variant.item(), shops.here, dev.holdfast.simulator.shop.state.QuantityName.AVAILABLE, 5);
            assertThat(shops.shop
                            .fulfillmentOrders()
                            .move(of.id(), shops.here, List.of())
                            .errors())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void moving_while_held_is_allowed_with_the_holds_or_not(boolean allowed) {
        shops.shop.switches(Switches.usual().with(Switch.MOVE_WHILE_HELD, allowed));
        shops.shop.staff().hold(of.id(), "wait").value();
        var part = List.of(new Units(of.lines().getFirst().id(), 2));

        var moved = shops.shop.fulfillmentOrders().move(of.id(), shops.here, part);

        assertThat(moved instanceof Result.Done<?>).isEqualTo(allowed);
        if (allowed) {
            FulfillmentOrder there = moved.value().moved();
            assertThat(there.status()).isEqualTo(FulfillmentOrder.Status.ON_HOLD);
            assertThat(there.holds().getFirst().handle()).isEqualTo("wait");
            assertThat(there.holds().getFirst().id())
                    .isNotEqualTo(moved.value().original().holds().getFirst().id());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_answer_to_a_partial_move_may_list_units_twice_but_reading_back_never_does(boolean duplicates) {
        shops.shop.switches(Switches.usual().with(Switch.PARTIAL_MOVE_ANSWER_DUPLICATES, duplicates));
        var part = List.of(new Units(of.lines().getFirst().id(), 2));

        var moved =
                shops.shop.fulfillmentOrders().move(of.id(), shops.here, part).value();

        assertThat(moved.original().remaining()).isEqualTo(duplicates ? 5 : 3);
        assertThat(shops.now(of).remaining()).isEqualTo(3);
    }

    @Test
    void a_location_that_does_not_stock_the_item_is_refused() {
        LocationId bare = shops.secondLocation("Bare");

        var result = shops.shop.fulfillmentOrders().move(of.id(), bare, List.of());

        assertThat(Shops.error(result).message()).contains("doesn't stock");
        var there = shops.shop.fulfillmentOrders().locationsForMove(of.id()).stream()
                .filter(each -> each.location().id().equals(bare))
                .findFirst()
                .orElseThrow();
        assertThat(there.movable()).isFalse();
        assertThat(there.unavailable()).hasSize(1);
    }

    @Test
    void what_is_shipped_stays_where_it_was() {
        var two = new Fulfillments.Part(
                of.id(), List.of(new Units(of.lines().getFirst().id(), 2)));
        shops.shop.fulfillments().create(Fulfillments.Request.of(two)).value();

        var moved = shops.shop
                .fulfillmentOrders()
                .move(of.id(), shops.here, List.of())
                .value();

        assertThat(moved.moved().id()).isNotEqualTo(of.id());
        assertThat(moved.moved().remaining()).isEqualTo(3);
        assertThat(shops.now(of).status()).isEqualTo(FulfillmentOrder.Status.CLOSED);
        assertThat(Shops.error(shops.shop.fulfillmentOrders().move(of.id(), shops.here, List.of()))
                        .message())
                .isEqualTo("Cannot change location.");
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void a_rescheduled_one_opens_at_the_new_time_only() {
        Instant first = Shops.START.plus(Duration.ofDays(2));
        Instant second = Shops.START.plus(Duration.ofDays(5));
        Variant later = shops.variant(InventoryPolicy.CONTINUE, 0);
        var plan = shops.plan(
                later,
                PlanInputs.FixedBilling.inFull(),
                new PlanInputs.FixedDelivery(
                        dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger.EXACT_TIME, first),
                dev.holdfast.simulator.shop.state.SellingPlan.Reserve.ON_SALE);
        FulfillmentOrder scheduled = shops.onlyFulfillmentOrder(shops.buy(Cart.of(Cart.Line.of(later.id(), 1, plan))));

        shops.shop.fulfillmentOrders().reschedule(scheduled.id(), second).value();
        shops.shop.clock().advanceTo(first);
        assertThat(shops.now(scheduled).status()).isEqualTo(FulfillmentOrder.Status.SCHEDULED);
        shops.shop.clock().advanceTo(second);
        assertThat(shops.now(scheduled).status()).isEqualTo(FulfillmentOrder.Status.OPEN);
    }
}
