package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.control.Tour;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is in the schema and not simulated answers with an error that names it, or with the scope it would need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotSimulatedTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void every_root_of_a_query_that_is_not_simulated_is_an_error_with_its_name() {
        var root = AdminApi.engine(ApiVersion.V2026_07).schema().getQueryType();
        var missing = missing(Objects.requireNonNull(root));
        assertThat(missing).hasSizeGreaterThan(50);
        assertThat(missing).allSatisfy(field -> named(field, "{ " + field.getName() + selection(field) + " }"));
    }

    @Test
    void every_field_of_a_product_that_is_not_simulated_is_an_error_with_its_name() {
        var id = fixture.product("Bear", 1).id().gid();
        var type = AdminApi.engine(ApiVersion.V2026_07).schema().getObjectType("Product");
        var missing = missing(Objects.requireNonNull(type));
        assertThat(missing).hasSizeGreaterThan(10);
        assertThat(missing)
                .allSatisfy(field -> named(
                        field, "{ product(id: \"%s\") { %s%s } }".formatted(id, field.getName(), selection(field))));
    }

    /** One document to reach each type; the tour has left one of everything in the shop. */
    @Test
    void every_field_that_is_not_simulated_is_an_error_with_its_name_on_every_type_that_is_reached()
            throws InterruptedException {
        Tour.run(fixture.shop, fixture.simulator.clocks());
        fixture.shop
                .checkouts()
                .place(Cart.of(
                        Cart.Line.of(fixture.product("Duck", 1).variants().getFirst(), 1)));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.data(
                "mutation { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription:"
                        + " {uri: \"https://app.example.com\"}) { userErrors { message } } }",
                Map.of());
        offerPlan();
        var schema = AdminApi.engine(ApiVersion.V2026_07).schema();
        var asked = new TreeMap<String, Integer>();
        for (var path : PATHS.lines().toList()) {
            var type = schema.getObjectType(path.substring(0, path.indexOf(' ')));
            var document = path.substring(path.indexOf(' ') + 1);
            var missing = missing(Objects.requireNonNull(type));
            assertThat(fixture.data(document.replace("*", "__typename"), Map.of())
                            .findValuesAsString("__typename"))
                    .as(path)
                    .contains(type.getName());
            missing.forEach(field -> named(field, document.replace("*", field.getName() + selection(field))));
            asked.merge(type.getName(), missing.size(), Integer::sum);
        }
        assertThat(asked).hasSizeGreaterThan(15);
        assertThat(asked.values().stream().mapToInt(each -> each).sum()).isGreaterThan(200);
    }

    private void offerPlan() {
        var billing =
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.ON_FULFILLMENT, null, null);
        var plan = PlanInputs.Plan.preOrder("Later", billing, PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        fixture.shop
                .sellingPlans()
                .create(
                        new Caller(new AppId(1), ApiVersion.V2026_07),
                        PlanInputs.Group.of("Later", plan),
                        List.of(),
                        List.of())
                .value();
    }

    /** A type, and a document with a star where its fields are. */
    private static final String PATHS = """
            Shop { shop { * } }
            Product { products(first: 1) { nodes { * } } }
            ProductVariant { productVariants(first: 1) { nodes { * } } }
            InventoryItem { inventoryItems(first: 1) { nodes { * } } }
            InventoryLevel { inventoryItems(first: 1) { nodes { inventoryLevels(first: 1) { nodes { * } } } } }
            Location { locations(first: 1) { nodes { * } } }
            Order { orders(first: 1) { nodes { * } } }
            LineItem { orders(first: 1) { nodes { lineItems(first: 1) { nodes { * } } } } }
            OrderTransaction { orders(first: 1) { nodes { transactions { * } } } }
            FulfillmentOrder { orders(first: 1) { nodes { fulfillmentOrders(first: 1) { nodes { * } } } } }
            FulfillmentOrderLineItem { orders(first: 1) { nodes { fulfillmentOrders(first: 1) { nodes { lineItems(first: 1) { nodes { * } } } } } } }
            Fulfillment { orders(first: 5) { nodes { fulfillments(first: 1) { * } } } }
            Refund { orders(first: 5) { nodes { refunds(first: 1) { * } } } }
            Return { orders(first: 5) { nodes { returns(first: 1) { nodes { * } } } } }
            Customer { customers(first: 1) { nodes { * } } }
            SellingPlanGroup { sellingPlanGroups(first: 1) { nodes { * } } }
            SellingPlan { sellingPlanGroups(first: 1) { nodes { sellingPlans(first: 1) { nodes { * } } } } }
            DeliveryProfile { deliveryProfiles(first: 1) { nodes { * } } }
            InventoryTransfer { inventoryTransfers(first: 1) { nodes { * } } }
            InventoryTransferLineItem { inventoryTransfers(first: 1) { nodes { lineItems(first: 1) { nodes { * } } } } }
            InventoryShipment { inventoryTransfers(first: 5) { nodes { shipments(first: 1) { nodes { * } } } } }
            WebhookSubscription { webhookSubscriptions(first: 1) { nodes { * } } }
            AppInstallation { currentAppInstallation { * } }
            """;

    private void named(GraphQLFieldDefinition field, String document) {
        var answer = fixture.ask(document, Map.of());
        assertThat(answer.path("errors").findValuesAsString("message"))
                .as(document)
                .isNotEmpty()
                .allMatch(message -> message.contains(field.getName()));
        assertThat(answer.toString())
                .contains("\"code\":")
                .containsPattern("NOT_IMPLEMENTED_BY_SIMULATOR|ACCESS_DENIED");
    }

    /** Those that can be asked without arguments. */
    private static List<GraphQLFieldDefinition> missing(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> AllFields.table().find(type.getName(), field.getName()) == null)
                .filter(field -> SharedFields.find(type.getName(), field.getName()) == null)
                .filter(field -> field.getArguments().stream()
                        .noneMatch(each -> GraphQLTypeUtil.isNonNull(each.getType()) && !each.hasSetDefaultValue()))
                .toList();
    }

    private static String selection(GraphQLFieldDefinition field) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean pages = type.getName().endsWith("Connection");
        var page = pages ? "(first: 1)" : "";
        return type instanceof GraphQLCompositeType ? page + " { __typename }" : "";
    }
}
