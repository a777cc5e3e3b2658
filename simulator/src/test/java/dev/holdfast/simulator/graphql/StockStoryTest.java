package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.state.Product;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock, locations and plans by way of the operations the product sends. */
class StockStoryTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 2);
    private final String variant = bear.variants().getFirst().gid();
    private final String item =
            fixture.shop.catalog().variantsOf(bear).getFirst().item().gid();
    private final String here = fixture.location().id().gid();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_variant_is_read_with_all_states_of_its_stock() {
        var read = fixture.data(operation("VariantInventory"), Map.of("id", variant))
                .path("productVariant");
        assertThat(read.path("inventoryQuantity").asInt()).isEqualTo(10);
        assertThat(read.path("availableForSale").asBoolean()).isTrue();
        var quantities = read.path("inventoryItem")
                .path("inventoryLevels")
                .path("nodes")
                .path(0)
                .path("quantities");
        assertThat(quantities.findValuesAsString("name"))
                .containsExactly(
                        "available",
                        "on_hand",
                        "committed",
                        "reserved",
                        "incoming",
                        "damaged",
                        "quality_control",
                        "safety_stock");
        assertThat(quantities.path(1).path("quantity").asInt()).isEqualTo(10);
        var names = fixture.data(operation("InventoryProps"), Map.of())
                .path("inventoryProperties")
                .path("quantityNames");
        assertThat(names.findValuesAsString("name")).contains("on_hand", "safety_stock");
    }

    @Test
    void a_quantity_is_set_against_what_is_expected_there() {
        var set = fixture.data(
                        operation("InventorySet"),
                        Map.of(
                                "key",
                                "s1",
                                "input",
                                Map.of(
                                        "name", "available",
                                        "reason", "correction",
                                        "quantities",
                                                List.of(map(
                                                        "inventoryItemId",
                                                        item,
                                                        "locationId",
                                                        here,
                                                        "quantity",
                                                        25,
                                                        "changeFromQuantity",
                                                        10)))))
                .path("inventorySetQuantities");
        assertThat(set.path("inventoryAdjustmentGroup")
                        .path("changes")
                        .path(0)
                        .path("quantityAfterChange")
                        .asInt())
                .isEqualTo(25);
    }

    @Test
    void units_are_moved_between_the_states_of_a_level() {
        var moved = fixture.data(
                        operation("InventoryMove"),
                        Map.of(
                                "key",
                                "m1",
                                "input",
                                Map.of(
                                        "reason", "safety_stock",
                                        "referenceDocumentUri", "gid://holdfast/Entry/1",
                                        "changes",
                                                List.of(Map.of(
                                                        "inventoryItemId",
                                                        item,
                                                        "quantity",
                                                        5,
                                                        "from",
                                                        end("available", null),
                                                        "to",
                                                        end("safety_stock", "gid://holdfast/Entry/1"))))))
                .path("inventoryMoveQuantities");
        assertThat(moved.path("userErrors")).isEmpty();
        var level = fixture.shop
                .inventory()
                .levels()
                .all()
                .filter(one -> one.item().gid().equals(item))
                .findFirst();
        assertThat(level.orElseThrow().quantities().safetyStock()).isEqualTo(5);
    }

    @Test
    void policies_and_plan_requirements_are_switched() {
        var changed = fixture.data(
                        operation("VariantsPolicy"),
                        Map.of(
                                "productId", bear.id().gid(),
                                "variants", List.of(Map.of("id", variant, "inventoryPolicy", "CONTINUE"))))
                .path("productVariantsBulkUpdate");
        assertThat(changed.path("productVariants")
                        .path(0)
                        .path("inventoryPolicy")
                        .asString())
                .isEqualTo("CONTINUE");
        var required = fixture.data(
                operation("RequiresSellingPlan"),
                Map.of("input", Map.of("id", bear.id().gid(), "requiresSellingPlan", true)));
        assertThat(required.findValuesAsString("requiresSellingPlan")).containsExactly("true");
    }

    @Test
    void plans_are_offered_on_more_variants_changed_and_taken_away() {
        var number = OrderStories.depositPlan(fixture, bear.variants().getFirst());
        var id = "gid://shopify/SellingPlanGroup/" + number;
        var other = List.of(bear.variants().getLast().gid());
        assertThat(fixture.data(operation("SpgAddVariants"), Map.of("id", id, "v", other))
                        .path("sellingPlanGroupAddProductVariants")
                        .path("userErrors"))
                .isEmpty();
        assertThat(fixture.data(operation("SpgRemoveVariants"), Map.of("id", id, "v", other))
                        .path("sellingPlanGroupRemoveProductVariants")
                        .path("removedProductVariantIds")
                        .path(0)
                        .asString())
                .isEqualTo(other.getFirst());
        assertThat(fixture.data(operation("SellingPlanGroupUpdate"), Map.of("id", id, "input", Map.of("name", "New")))
                        .path("sellingPlanGroupUpdate")
                        .path("userErrors"))
                .isEmpty();
        var read = fixture.data(
                "query($id: ID!) { sellingPlanGroup(id: $id) { name sellingPlans(first: 5) { nodes { billingPolicy {"
                        + " ... on SellingPlanFixedBillingPolicy { checkoutCharge { value {"
                        + " ... on SellingPlanCheckoutChargePercentageValue { percentage } } } } } } } } }",
                Map.of("id", id));
        assertThat(read.findValuesAsString("percentage")).containsExactly("20.0");
        assertThat(fixture.data(operation("SpgDelete"), Map.of("id", id))
                        .path("sellingPlanGroupDelete")
                        .path("deletedSellingPlanGroupId")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void a_location_of_the_apps_own_comes_into_the_group_and_goes_again() {
        var limit = fixture.data(operation("LocationLimit"), Map.of());
        assertThat(limit.path("shop")
                        .path("resourceLimits")
                        .path("locationLimit")
                        .asInt())
                .isEqualTo(10);
        var added = fixture.data(
                        operation("LocationAdd"),
                        Map.of("input", Map.of("name", "On order", "address", Map.of("countryCode", "IE"))))
                .path("locationAdd")
                .path("location")
                .path("id")
                .asString();
        var profile = fixture.data(operation("DeliveryProfiles"), Map.of())
                .path("deliveryProfiles")
                .path("nodes")
                .path(0);
        var group = profile.path("profileLocationGroups")
                .path(0)
                .path("locationGroup")
                .path("id")
                .asString();
        var updated = fixture.data(
                        operation("DeliveryProfileUpdate"),
                        Map.of(
                                "id",
                                profile.path("id").asString(),
                                "profile",
                                Map.of(
                                        "locationGroupsToUpdate",
                                        List.of(Map.of("id", group, "locationsToAdd", List.of(added))))))
                .path("deliveryProfileUpdate");
        assertThat(updated.path("userErrors")).isEmpty();
        var gone = fixture.data(operation("LocationDeactivate"), map("id", added, "key", "d1"))
                .path("locationDeactivate");
        assertThat(gone.path("locationDeactivateUserErrors")).isEmpty();
        assertThat(gone.path("location").path("isActive").asBoolean()).isFalse();
    }

    private Map<String, @Nullable Object> end(String name, @Nullable String ledger) {
        return map("locationId", here, "name", name, "ledgerDocumentUri", ledger, "changeFromQuantity", null);
    }
}
