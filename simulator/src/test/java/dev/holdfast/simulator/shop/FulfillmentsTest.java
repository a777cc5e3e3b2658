package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.Fulfillments.Part;
import dev.holdfast.simulator.shop.Fulfillments.Request;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Fulfillment.EventStatus;
import dev.holdfast.simulator.shop.state.Fulfillment.Tracking;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FulfillmentsTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 10);
    private final Order order = shops.buy(variant, 5);
    private final FulfillmentOrder of = shops.onlyFulfillmentOrder(order);

    @Test
    void shipping_takes_units_off_committed_and_on_hand() {
        var tracking = new Tracking("An Post", "AP1", "https://track.example/AP1");
        Fulfillment made = shops.shop
                .fulfillments()
                .create(new Request(List.of(Part.all(of.id())), List.of(tracking), true))
                .value();

        assertThat(made.name()).isEqualTo("#1001-F1");
        assertThat(made.tracking()).containsExactly(tracking);
        assertThat(shops.stock(variant).committed()).isZero();
        assertThat(shops.stock(variant).onHand()).isEqualTo(5);
        assertThat(shops.now(of).status()).isEqualTo(Status.CLOSED);
        assertThat(shops.shop.orders().fulfillmentStatus(shops.now(order)))
                .isEqualTo(Orders.FulfillmentStatus.FULFILLED);
        assertThat(shops.topicsSince(0)).contains(Topic.FULFILLMENTS_CREATE, Topic.ORDERS_FULFILLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void after_a_part_the_rest_is_in_progress_or_open(boolean inProgress) {
        shops.shop.switches(Switches.usual().with(Switch.PARTIAL_FULFILLMENT_IS_IN_PROGRESS, inProgress));

        ship(2).value();

        assertThat(shops.now(of).status()).isEqualTo(inProgress ? Status.IN_PROGRESS : Status.OPEN);
        assertThat(shops.now(of).lines().getFirst().remaining()).isEqualTo(3);
        assertThat(shops.now(of).lines().getFirst().total()).isEqualTo(5);
        assertThat(shops.topicsSince(0)).contains(Topic.ORDERS_PARTIALLY_FULFILLED);
    }

    @Test
    void a_cancelled_fulfillment_puts_its_units_into_a_new_fulfillment_order() {
        Fulfillment made = ship(5).value();

        shops.shop.fulfillments().cancel(made.id()).value();

        FulfillmentOrder again =
                shops.shop.fulfillmentOrders().ofOrder(order.id()).getLast();
        assertThat(again.id()).isNotEqualTo(of.id());
        assertThat(again.remaining()).isEqualTo(5);
        assertThat(shops.stock(variant).committed()).isEqualTo(5);
        assertThat(shops.stock(variant).onHand()).isEqualTo(10);
        assertThat(shops.now(order).lines().getFirst().fulfilled()).isZero();
        assertThat(shops.shop.truth().contradictions()).isEmpty();
        assertThat(Shops.error(shops.shop.fulfillments().cancel(made.id())).message())
                .contains("already");
    }

    @Test
    void what_cannot_be_shipped_is_refused_in_shopifys_words() {
        var fulfillments = shops.shop.fulfillments();
        assertThat(Shops.error(fulfillments.create(Request.of(Part.all(new FulfillmentOrderId(1)))))
                        .message())
                .isEqualTo("Fulfillment order does not exist.");
        assertThat(Shops.error(ship(0)).message()).isEqualTo("Quantity must be greater than 0");
        assertThat(Shops.error(ship(6)).message()).isEqualTo("Invalid fulfillment order line item quantity requested.");
        shops.shop.staff().hold(of.id(), "wait").value();
        assertThat(Shops.error(ship(1)).message())
                .isEqualTo("Fulfillment order " + of.id().number() + " has an unfulfillable status= on_hold.");
    }

    @Test
    void one_fulfillment_is_of_one_order_at_one_location() {
        FulfillmentOrder other = shops.onlyFulfillmentOrder(shops.buy(variant, 1));

        var result = shops.shop.fulfillments().create(Request.of(Part.all(of.id()), Part.all(other.id())));

        assertThat(Shops.error(result).message()).startsWith("All fulfillment orders must belong to the same order.");
    }

    @Test
    void tracking_can_be_corrected_and_news_of_the_parcel_added() {
        Fulfillment made = ship(5).value();
        shops.shop
                .fulfillments()
                .updateTracking(made.id(), List.of(new Tracking("DHL", "D2", null)))
                .value();
        shops.shop
                .fulfillments()
                .report(made.id(), new Fulfillments.News(EventStatus.DELAYED, null, "Snow", null))
                .value();

        Fulfillment now = shops.shop.fulfillments().all().find(made.id()).orElseThrow();
        assertThat(now.tracking()).extracting(Tracking::number).containsExactly("D2");
        assertThat(now.events()).extracting(Fulfillment.Event::status).containsExactly(EventStatus.DELAYED);
        assertThat(shops.topicsSince(0)).contains(Topic.FULFILLMENTS_UPDATE, Topic.FULFILLMENT_EVENTS_CREATE);
    }

    private Result<Fulfillment> ship(int units) {
        var part = new Part(of.id(), List.of(new Units(of.lines().getFirst().id(), units)));
        return shops.shop.fulfillments().create(Request.of(part));
    }
}
