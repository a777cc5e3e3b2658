package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulator.shop.event.ShopEvent;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Row;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopTest {

    private final Shops shops = Shops.open();

    @Test
    void ids_are_more_than_a_double_holds_and_those_of_two_shops_never_meet() {
        SimulatedClock clock = SimulatedClock.stoppedAt(Shops.START);
        Shop one = Shop.open(ShopSettings.of("one.myshopify.com", 1), Switches.usual(), clock);
        Shop two = Shop.open(ShopSettings.of("two.myshopify.com", 1).numbered(2), Switches.usual(), clock);

        long first = one.locations().all().all().findFirst().orElseThrow().id().number();
        long second = two.locations().all().all().findFirst().orElseThrow().id().number();

        assertThat(first).isGreaterThan(1L << 53);
        assertThat(second - first).isGreaterThan(900_000_000_000L);
    }

    @Test
    void events_count_without_gaps_and_those_of_one_action_share_an_id() {
        Variant variant = shops.variant(InventoryPolicy.DENY, 5);
        long before = shops.shop.events().last();
        List<ShopEvent> heard = new ArrayList<>();
        shops.shop.events().subscribe(heard::add);

        shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1)));

        List<ShopEvent> told = shops.shop.events().after(before, 100);
        assertThat(told).isEqualTo(heard);
        assertThat(told)
                .extracting(ShopEvent::topic)
                .containsExactly(
                        Topic.ORDERS_CREATE,
                        Topic.ORDER_TRANSACTIONS_CREATE,
                        Topic.ORDERS_PAID,
                        Topic.INVENTORY_LEVELS_UPDATE);
        assertThat(told)
                .extracting(ShopEvent::eventId)
                .containsOnly(told.getFirst().eventId());
        assertThat(told)
                .extracting(ShopEvent::sequence)
                .containsExactly(before + 1, before + 2, before + 3, before + 4);
    }

    @Test
    void events_that_are_no_longer_kept_are_missed_aloud() {
        Shop small = Shop.open(
                ShopSettings.of("small.myshopify.com", 1).withEventsKept(3),
                Switches.usual(),
                SimulatedClock.stoppedAt(Shops.START));
        for (int each = 0; each < 5; each++) {
            small.customers().create(Customers.NewCustomer.named("A", "B", "a@example.com"));
        }

        assertThat(small.events().after(small.events().last() - 3, 10)).hasSize(3);
        assertThatThrownBy(() -> small.events().after(0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no longer kept");
    }

    @Test
    void orders_page_by_id_and_by_change() {
        Variant variant = shops.variant(InventoryPolicy.DENY, 9);
        List<Order> orders = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            shops.pass(Duration.ofMinutes(1));
            orders.add(shops.buy(variant, 1));
        }
        shops.pass(Duration.ofMinutes(1));
        shops.shop.tags().add(gid(orders.getFirst()), List.of("late")).value();
        Table<Order> all = shops.shop.orders().all();

        assertThat(all.after(orders.get(1).id().number(), 1, order -> true))
                .extracting(Row::id)
                .containsExactly(orders.get(2).id());
        assertThat(all.before(Long.MAX_VALUE, 2, order -> true))
                .extracting(Row::id)
                .containsExactly(orders.get(3).id(), orders.get(2).id());
        assertThat(all.changedAfter(new Table.Stamp(Shops.START, 0), 9, order -> true))
                .extracting(Row::id)
                .containsExactly(
                        orders.get(1).id(),
                        orders.get(2).id(),
                        orders.get(3).id(),
                        orders.get(0).id());
        assertThat(all.changedBefore(new Table.Stamp(Shops.START.plusSeconds(9999), 0), 1, order -> true))
                .extracting(Row::id)
                .containsExactly(orders.getFirst().id());
    }

    @Test
    void commands_run_together_are_one_action() {
        Variant variant = shops.variant(InventoryPolicy.DENY, 9);
        long before = shops.shop.events().last();

        shops.shop.together(() -> {
            shops.shop.staff().policy(variant.id(), InventoryPolicy.CONTINUE);
            return shops.shop.staff().price(variant.id(), 5);
        });

        assertThat(shops.shop.events().after(before, 9).stream()
                        .map(ShopEvent::eventId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_contradiction_is_found_and_named() {
        Variant variant = shops.variant(InventoryPolicy.DENY, 9);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
        Order order = shops.buy(variant, 2);
        // Behind the ledger's back, as a bug would do it.
        shops.corrupt(variant);

        assertThat(shops.shop.truth().contradictions())
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("inventory_item_id=" + variant.item().number())
                        .contains("committed"));
        assertThat(order.isCancelled()).isFalse();
    }

    @Test
    void a_global_id_is_read_by_its_type() {
        assertThat(Gid.number("gid://shopify/Order/12", "Order")).hasValue(12);
        assertThat(Gid.number("gid://shopify/Order/12", "Product")).isEmpty();
        assertThat(Gid.number("gid://shopify/Order/99999999999999999999", "Order"))
                .isEmpty();
        assertThatThrownBy(() -> Gid.of("12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
    }

    private static Gid gid(Order order) {
        return new Gid("Order", order.id().number());
    }
}
