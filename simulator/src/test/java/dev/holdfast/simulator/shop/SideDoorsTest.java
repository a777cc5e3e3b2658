package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.ApiOrders.Inventory;
import dev.holdfast.simulator.shop.ApiOrders.NewLine;
import dev.holdfast.simulator.shop.ApiOrders.NewOrder;
import dev.holdfast.simulator.shop.ApiOrders.Paid;
import dev.holdfast.simulator.shop.Drafts.NewDraft;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SideDoorsTest {

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 2);

    @ParameterizedTest
    @CsvSource({"BYPASS,true,2", "DECREMENT_IGNORING_POLICY,true,-1", "DECREMENT_OBEYING_POLICY,false,2"})
    void an_app_writes_orders_past_the_policy_as_it_likes(Inventory behavior, boolean made, int availableAfter) {
        Result<Order> result = shops.shop.orders().create(Shops.APP, order(behavior, Paid.ALL));

        assertThat(result instanceof Result.Done<?>).isEqualTo(made);
        assertThat(shops.stock(variant).available()).isEqualTo(availableAfter);
        if (!made) {
            assertThat(Shops.code(result)).isEqualTo("INVENTORY_CLAIM_FAILED");
        }
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void an_order_an_app_writes_says_which_app_and_what_is_paid() {
        Order order = shops.shop
                .orders()
                .create(Shops.APP, order(Inventory.DECREMENT_IGNORING_POLICY, Paid.NOTHING))
                .value();

        assertThat(order.placement().sourceName()).isEqualTo("7001");
        assertThat(order.accounts().status()).isEqualTo(FinancialStatus.PENDING);
    }

    private NewOrder order(Inventory behavior, Paid paid) {
        return new NewOrder(
                Cart.Buyer.guest("b@example.com"),
                List.of(NewLine.of(variant.id(), 3)),
                0,
                paid,
                behavior,
                List.of(),
                null,
                false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_completed_draft_sells_past_the_counter_or_not(boolean ignoresPolicy) {
        shops.shop.switches(Switches.usual().with(Switch.DRAFTS_IGNORE_POLICY, ignoresPolicy));
        DraftOrder draft = shops.shop.drafts().create(draft(null)).value();
        assertThat(shops.stock(variant).committed()).isZero();

        var result = shops.shop.drafts().complete(draft.id(), false);

        assertThat(result instanceof Result.Done<?>).isEqualTo(ignoresPolicy);
        assertThat(shops.stock(variant).available()).isEqualTo(ignoresPolicy ? -1 : 2);
    }

    @Test
    void a_draft_with_a_deposit_leaves_a_balance() {
        DraftOrder draft =
                shops.shop.drafts().create(draft(BigDecimal.valueOf(25))).value();

        DraftOrder done = shops.shop.drafts().complete(draft.id(), false).value();

        Order order = shops.shop.orders().all().all().findFirst().orElseThrow();
        assertThat(done.order()).isEqualTo(order.id());
        assertThat(order.accounts().received()).isEqualTo(750);
        assertThat(order.accounts().outstanding()).isEqualTo(2250);
        assertThat(Shops.error(shops.shop.drafts().complete(draft.id(), false)).message())
                .isEqualTo("This order has been paid");
    }

    private NewDraft draft(@org.jspecify.annotations.Nullable BigDecimal deposit) {
        return new NewDraft(
                Cart.Buyer.guest("b@example.com"),
                List.of(NewLine.of(variant.id(), 3)),
                0,
                deposit,
                null,
                List.of(),
                null);
    }

    @Test
    void staff_change_policy_and_price_behind_the_apps_back() {
        shops.shop.staff().policy(variant.id(), InventoryPolicy.CONTINUE);
        shops.shop.staff().price(variant.id(), 1299);

        Variant now = shops.shop.catalog().variants().find(variant.id()).orElseThrow();
        assertThat(now.policy()).isEqualTo(InventoryPolicy.CONTINUE);
        assertThat(now.priceMinor()).isEqualTo(1299);
        assertThat(shops.topicsSince(0)).contains(Topic.PRODUCTS_UPDATE);
    }

    @Test
    void orders_outlive_the_variant_they_are_for() {
        var wanted = new Catalog.NewVariant("Blue", "B", 1000, InventoryPolicy.DENY, true, Map.of(shops.here, 5));
        var other = new Catalog.NewVariant("Red", "R", 1000, InventoryPolicy.DENY, true, Map.of(shops.here, 5));
        var product = shops.shop.catalog().create(Catalog.NewProduct.of("Kite", wanted, other));
        Variant blue = shops.shop.catalog().variantsOf(product).getFirst();
        Order order = shops.buy(blue, 2);

        shops.shop.staff().deleteVariant(blue.id()).value();

        assertThat(shops.shop.catalog().variants().find(blue.id())).isEmpty();
        assertThat(shops.shop.staff().shipAll(order.id())).isEqualTo(1);
        assertThat(shops.now(order).lines().getFirst().fulfilled()).isEqualTo(2);
        assertThat(shops.topicsSince(0)).contains(Topic.INVENTORY_ITEMS_DELETE);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
        assertThat(Shops.code(shops.shop
                        .staff()
                        .deleteVariant(shops.shop
                                .catalog()
                                .variantsOf(product)
                                .getFirst()
                                .id())))
                .isEqualTo("CANNOT_DELETE_LAST_VARIANT");
    }

    @Test
    void a_location_is_given_up_with_its_stock_and_orders_going_elsewhere() {
        LocationId there = shops.secondLocation("Warehouse");
        Order order = shops.buy(variant, 1);

        shops.shop.staff().deleteLocation(shops.here, there).value();

        assertThat(shops.shop.locations().all().find(shops.here)).isEmpty();
        assertThat(shops.stock(variant, there).available()).isEqualTo(1);
        assertThat(shops.stock(variant, there).committed()).isEqualTo(1);
        assertThat(shops.onlyFulfillmentOrder(order).location()).isEqualTo(there);
        assertThat(shops.topicsSince(0)).contains(Topic.LOCATIONS_DEACTIVATE, Topic.LOCATIONS_DELETE);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void a_location_with_stock_is_not_given_up_without_saying_where_it_goes() {
        LocationId there = shops.secondLocation("Warehouse");
        var locations = shops.shop.locations();
        shops.buy(variant, 1);

        assertThat(locations.deactivate(shops.here, null).errors())
                .extracting(UserError::code)
                .containsExactly("HAS_FULFILLMENT_ORDERS_ERROR", "HAS_ACTIVE_INVENTORY_ERROR");
        assertThat(Shops.code(locations.deactivate(shops.here, shops.here)))
                .isEqualTo("DESTINATION_LOCATION_IS_THE_SAME_LOCATION");
        assertThat(Shops.code(locations.deactivate(shops.here, new LocationId(1))))
                .isEqualTo("DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE");
        assertThat(locations.delete(shops.here).errors())
                .extracting(UserError::code)
                .containsExactly("LOCATION_IS_ACTIVE", "LOCATION_HAS_INVENTORY", "LOCATION_HAS_PENDING_ORDERS");
        locations.deactivate(there, null).value();
        assertThat(Shops.code(locations.edit(shops.here, null, false)))
                .isEqualTo("CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT");
    }

    @Test
    void a_plan_has_so_many_active_locations() {
        Shops basic = Shops.onPlan(Plan.BASIC);
        LocationId last = basic.here;
        for (int more = 2; more <= basic.shop.locations().limit(); more++) {
            last = basic.secondLocation("Location " + more);
        }
        var address = dev.holdfast.simulator.shop.state.Address.inCountry("IE");

        assertThat(basic.shop.locations().add("One more", address, true).errors())
                .hasSize(1);
        basic.shop.locations().deactivate(last, null).value();
        basic.shop.locations().add("One more", address, true).value();
        assertThat(Shops.code(basic.shop.locations().activate(last))).isEqualTo("LOCATION_LIMIT");
        assertThat(basic.shop.locations().all().all().filter(Location::active)).hasSize(10);
    }
}
