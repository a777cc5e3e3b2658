package dev.holdfast.shop.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.shopify.ShopifyFault;
import org.junit.jupiter.api.Test;

class BulkBranchesTest {
    private final BulkBranches branches = new BulkBranches(1);

    @Test
    void children_of_children_come_below_their_thing() {
        add("Order/1");
        add("FulfillmentOrder/2", "Order/1");
        add("FulfillmentOrderLineItem/3", "FulfillmentOrder/2");
        add("LineItem/4", "Order/1");

        var order = branches.take().getFirst();

        assertThat(order.children("LineItem")).hasSize(1);
        assertThat(order.children("FulfillmentOrder").flatMap(of -> of.children("FulfillmentOrderLineItem")))
                .hasSize(1);
    }

    @Test
    void a_thing_is_whole_only_before_the_next_one() {
        add("Order/1");

        assertThat(branches.isFullBefore(line("LineItem/2", "Order/1"))).isFalse();
        assertThat(branches.isFullBefore("{\"id\":\"gid://shopify/Order/3\"}")).isTrue();
    }

    @Test
    void a_child_that_does_not_follow_its_parent_is_refused() {
        add("Order/1");
        add("Order/2");

        assertThatThrownBy(() -> add("LineItem/3", "Order/1"))
                .isInstanceOf(ShopifyFault.class)
                .hasMessage("In the bulk result a child of gid://shopify/Order/1 does not follow it.");
    }

    private void add(String id) {
        branches.add("{\"id\":\"gid://shopify/" + id + "\"}");
    }

    private void add(String id, String parent) {
        branches.add(line(id, parent));
    }

    private static String line(String id, String parent) {
        return "{\"id\":\"gid://shopify/" + id + "\",\"__parentId\":\"gid://shopify/" + parent + "\"}";
    }
}
