package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.json;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every rule of selling plans, refused with the schema's own code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanErrorsTest {
    private static final String FULL =
            "{\"fixed\": {\"checkoutCharge\": {\"type\": \"PERCENTAGE\", \"value\": {\"percentage\": 100}},"
                    + " \"remainingBalanceChargeTrigger\": \"NO_REMAINING_BALANCE\"}}";
    private static final String UNKNOWN = "{\"fixed\": {\"fulfillmentTrigger\": \"UNKNOWN\"}}";
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));

    @AfterAll
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FULFILLMENT_EXACT_TIME_REQUIRED | {"fulfillmentTrigger": "EXACT_TIME"}
            FULFILLMENT_EXACT_TIME_NOT_ALLOWED | {"fulfillmentTrigger": "UNKNOWN", "fulfillmentExactTime": "2027-01-01T00:00:00Z"}
            """)
    void a_date_of_delivery_is_given_exactly_when_the_trigger_is_one(String code, String delivery) {
        assertThat(codes(FULL, "{\"fixed\": " + delivery + "}")).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REMAINING_BALANCE_CHARGE_EXACT_TIME_REQUIRED | 20 | "EXACT_TIME"
            REMAINING_BALANCE_CHARGE_EXACT_TIME_NOT_ALLOWED | 20 | "ON_FULFILLMENT", "remainingBalanceChargeExactTime": "2027-01-01T00:00:00Z"
            REMAINING_BALANCE_CHARGE_TIME_AFTER_CHECKOUT_MUST_BE_GREATER_THAN_ZERO | 20 | "TIME_AFTER_CHECKOUT"
            REMAINING_BALANCE_CHARGE_TIME_AFTER_CHECKOUT_MUST_BE_GREATER_THAN_ZERO | 20 | "TIME_AFTER_CHECKOUT", "remainingBalanceChargeTimeAfterCheckout": "PT0S"
            REMAINING_BALANCE_CHARGE_TRIGGER_ON_FULL_CHECKOUT | 100 | "ON_FULFILLMENT"
            REMAINING_BALANCE_CHARGE_TRIGGER_NO_REMAINING_BALANCE_ON_PARTIAL_PERCENTAGE_CHECKOUT_CHARGE | 20 | "NO_REMAINING_BALANCE"
            LESS_THAN_OR_EQUAL_TO | 101 | "ON_FULFILLMENT"
            GREATER_THAN_OR_EQUAL_TO | -1 | "ON_FULFILLMENT"
            """)
    void the_balance_fits_the_charge_at_checkout(String code, String percent, String trigger) {
        var charge = "{\"type\": \"PERCENTAGE\", \"value\": {\"percentage\": " + percent + "}}";
        assertThat(codes(billing(charge, trigger), UNKNOWN)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REMAINING_BALANCE_CHARGE_TRIGGER_NO_REMAINING_BALANCE_ON_PRICE_CHECKOUT_CHARGE | PRICE | {"fixedValue": "5.00"} | "NO_REMAINING_BALANCE"
            CHECKOUT_CHARGE_VALUE_AND_TYPE_MUST_MATCH | PRICE | {"percentage": 20} | "ON_FULFILLMENT"
            CHECKOUT_CHARGE_VALUE_AND_TYPE_MUST_MATCH | PERCENTAGE | {"fixedValue": "5.00"} | "ON_FULFILLMENT"
            ONLY_NEED_ONE_CHECKOUT_CHARGE_VALUE | PRICE | {"percentage": 20, "fixedValue": "5.00"} | "ON_FULFILLMENT"
            """)
    void a_charge_has_the_value_its_type_names(String code, String type, String value, String trigger) {
        var charge = "{\"type\": \"" + type + "\", \"value\": " + value + "}";
        assertThat(codes(billing(charge, trigger), UNKNOWN)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ONLY_NEED_ONE_BILLING_POLICY_TYPE | {} | {"fixed": {"fulfillmentTrigger": "UNKNOWN"}}
            ONLY_NEED_ONE_DELIVERY_POLICY_TYPE | FULL | {}
            BILLING_AND_DELIVERY_POLICY_TYPES_MUST_BE_THE_SAME | FULL | {"recurring": {"interval": "MONTH", "intervalCount": 1}}
            ONLY_ONE_OF_FIXED_OR_RECURRING_DELIVERY | FULL | {"fixed": {"fulfillmentTrigger": "UNKNOWN"}, "recurring": {"interval": "MONTH", "intervalCount": 1}}
            """)
    void billing_and_delivery_are_of_one_kind(String code, String billing, String delivery) {
        assertThat(codes(billing.equals("FULL") ? FULL : billing, delivery)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ONLY_NEED_ONE_PRICING_POLICY_VALUE | {"fixed": {"adjustmentType": "PRICE", "adjustmentValue": {"percentage": 20, "fixedValue": "5.00"}}}
            PRICING_POLICY_ADJUSTMENT_VALUE_AND_TYPE_MUST_MATCH | {"fixed": {"adjustmentType": "PERCENTAGE", "adjustmentValue": {"fixedValue": "5.00"}}}
            SELLING_PLAN_PRICING_POLICIES_MUST_CONTAIN_A_FIXED_PRICING_POLICY | RECURRING
            SELLING_PLAN_FIXED_PRICING_POLICIES_LIMIT | FIXED, FIXED
            SELLING_PLAN_PRICING_POLICIES_LIMIT | FIXED, RECURRING, RECURRING
            """)
    void a_price_is_changed_once_in_one_way(String code, String policies) {
        var written = policies.replace(
                        "FIXED",
                        "{\"fixed\": {\"adjustmentType\": \"PERCENTAGE\", \"adjustmentValue\": {\"percentage\": 5}}}")
                .replace(
                        "RECURRING",
                        "{\"recurring\": {\"adjustmentType\": \"PERCENTAGE\", \"adjustmentValue\": {\"percentage\": 5},"
                                + " \"afterCycle\": 2}}");
        var plan = plan("Spring", "Spring")
                .replace("\"category\"", "\"pricingPolicies\": [" + written + "], \"category\"");
        assertThat(codes(plan)).contains(code);
    }

    @Test
    void a_plan_says_when_it_is_paid_and_when_it_is_delivered_and_a_group_has_one() {
        assertThat(codes(plan("A", "1").replace("\"billingPolicy\": " + FULL + ",", "")))
                .contains("SELLING_PLAN_BILLING_POLICY_MISSING");
        assertThat(codes(plan("A", "1").replace("\"deliveryPolicy\": " + UNKNOWN, "\"position\": 1")))
                .contains("SELLING_PLAN_DELIVERY_POLICY_MISSING");
        assertThat(codes("")).contains("SELLING_PLAN_COUNT_LOWER_BOUND");
        var both = "{\"fixed\": {\"remainingBalanceChargeTrigger\": \"NO_REMAINING_BALANCE\", \"checkoutCharge\":"
                + " {\"type\": \"PERCENTAGE\", \"value\": {\"percentage\": 100}}},"
                + " \"recurring\": {\"interval\": \"MONTH\", \"intervalCount\": 1}}";
        assertThat(codes(both, UNKNOWN)).contains("ONLY_ONE_OF_FIXED_OR_RECURRING_BILLING");
        var many = plan("A", "1").replace("[\"1\"]", "[\"1\", \"2\", \"3\", \"4\"]");
        assertThat(codes(many)).contains("TOO_LONG");
        var group = OrderStories.depositPlan(
                fixture, fixture.product("Duck", 1).variants().getFirst());
        assertThat(updated(group, "{\"sellingPlansToUpdate\": [{\"name\": \"B\"}]}"))
                .containsExactly("PLAN_ID_MUST_BE_SPECIFIED_TO_UPDATE");
    }

    @Test
    void plans_of_a_group_have_their_own_names_and_options_and_are_not_too_many() {
        assertThat(codes(plan("A", "1") + "," + plan("A", "2"))).containsExactly("SELLING_PLAN_DUPLICATE_NAME");
        assertThat(codes(plan("A", "1") + "," + plan("B", "1"))).containsExactly("SELLING_PLAN_DUPLICATE_OPTIONS");
        var many = IntStream.rangeClosed(0, 31)
                .mapToObj(at -> plan("N" + at, "O" + at))
                .collect(Collectors.joining(","));
        assertThat(codes(many)).containsExactly("SELLING_PLAN_COUNT_UPPER_BOUND");
    }

    @Test
    void a_group_or_a_plan_that_is_not_there_is_refused() {
        var group = OrderStories.depositPlan(
                fixture, fixture.product("Bear", 1).variants().getFirst());
        assertThat(updated(1, "{\"name\": \"B\"}")).containsExactly("GROUP_DOES_NOT_EXIST");
        assertThat(updated(group, "{\"sellingPlansToDelete\": [\"gid://shopify/SellingPlan/1\"]}"))
                .containsExactly("PLAN_DOES_NOT_EXIST");
        assertThat(updated(group, "{\"sellingPlansToUpdate\": [{\"id\": \"gid://shopify/SellingPlan/1\"}]}"))
                .containsExactly("PLAN_DOES_NOT_EXIST");
    }

    private List<String> updated(long group, String input) {
        var id = "gid://shopify/SellingPlanGroup/" + group;
        return codes(fixture.data(
                        operation("SellingPlanGroupUpdate"),
                        json("{\"id\": \"%s\", \"input\": %s}".formatted(id, input)))
                .path("sellingPlanGroupUpdate"));
    }

    private static String billing(String charge, String trigger) {
        return "{\"fixed\": {\"checkoutCharge\": %s, \"remainingBalanceChargeTrigger\": %s}}"
                .formatted(charge, trigger);
    }

    private static String plan(String name, String option) {
        return plan(name, option, FULL, UNKNOWN);
    }

    private static String plan(String name, String option, String billing, String delivery) {
        return """
                {"name": "%s", "options": ["%s"], "category": "PRE_ORDER", "inventoryPolicy": {"reserve": "ON_SALE"},
                 "billingPolicy": %s, "deliveryPolicy": %s}""".formatted(name, option, billing, delivery);
    }

    private List<String> codes(String billing, String delivery) {
        return codes(plan("Spring", "Spring", billing, delivery));
    }

    private List<String> codes(String plans) {
        var before = groups();
        var codes = codes(fixture.data(operation("SellingPlanGroupCreate"), json("""
                                {"input": {"name": "Pre-order", "merchantCode": "p", "options": ["When"],
                                 "sellingPlansToCreate": [%s]}}""".formatted(plans)))
                .path("sellingPlanGroupCreate"));
        assertThat(groups()).as("nothing is made by a refused mutation").isEqualTo(before);
        return codes;
    }

    private long groups() {
        return fixture.shop.sellingPlans().groups().all().count();
    }

    private static List<String> codes(JsonNode payload) {
        return payload.path("userErrors").findValuesAsString("code");
    }
}
