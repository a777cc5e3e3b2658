package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How a refusal looks, where Shopify's own form is not documented. */
class RefusalFormsTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final String item = fixture.shop
            .catalog()
            .variantsOf(fixture.product("Bear", 1))
            .getFirst()
            .item()
            .gid();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_refusal_comes_in_other_words_and_keeps_its_field_and_code(boolean other) {
        fixture.shop.switches(Switches.usual().with(Switch.REFUSALS_HAVE_OTHER_WORDS, other));
        var usual = "The specified compare quantity does not match the current quantity.";

        var error = adjusted(Map.of("changeFromQuantity", 7))
                .path("data")
                .path("inventoryAdjustQuantities")
                .path("userErrors")
                .path(0);

        assertThat(error.path("code").asString()).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(ShopFixture.texts(error.path("field")))
                .containsExactly("input", "changes", "0", "changeFromQuantity");
        assertThat(error.path("message").asString().equals(usual)).isEqualTo(!other);
        assertThat(error.path("message").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_missing_compare_quantity_is_refused_by_the_mutation_or_by_the_whole_call(boolean byMutation) {
        fixture.shop.switches(Switches.usual().with(Switch.MISSING_CHANGE_FROM_IS_A_USER_ERROR, byMutation));

        var answer = adjusted(Map.of());

        assertThat(answer.has("errors")).isEqualTo(!byMutation);
        if (byMutation) {
            var error = answer.path("data")
                    .path("inventoryAdjustQuantities")
                    .path("userErrors")
                    .path(0);
            assertThat(ShopFixture.texts(error.path("field")))
                    .containsExactly("input", "changes", "0", "changeFromQuantity");
        } else {
            assertThat(answer.path("errors").toString())
                    .contains("INVALID_FIELD_ARGUMENTS")
                    .contains("changeFromQuantity");
        }
        assertThat(fixture.shop
                        .inventory()
                        .levels()
                        .all()
                        .filter(level -> level.item().gid().equals(item))
                        .mapToInt(level -> level.quantities().of(QuantityName.AVAILABLE))
                        .sum())
                .isEqualTo(10);
    }

    private JsonNode adjusted(Map<String, Object> more) {
        var row = map(
                "inventoryItemId", item, "locationId", fixture.location().id().gid(), "delta", 1);
        row.putAll(more);
        return fixture.ask(
                operation("InventoryAdjust"),
                Map.of(
                        "key",
                        "a1",
                        "input",
                        Map.of("name", "available", "reason", "correction", "changes", List.of(row))));
    }
}
