package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Inventory.AdjustQuantities;
import dev.holdfast.simulator.shop.Inventory.Expected;
import dev.holdfast.simulator.shop.Inventory.MoveQuantities;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not certain of the quantity mutations. */
class QuantitySwitchesTest {

    private static final String DOCUMENT = "gid://holdfast/Entry/1";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_reason_nobody_knows_is_refused_or_taken(boolean refused) {
        Shops shops = Shops.with(Switch.UNKNOWN_REASONS_ARE_REFUSED, refused);
        Variant variant = shops.variant(InventoryPolicy.DENY, 1);
        var row = new AdjustQuantities.AdjustRow(variant.item(), shops.here, 1, null, Expected.ANY);

        var result = shops.shop
                .inventory()
                .adjust(Shops.APP, new AdjustQuantities("available", "full_moon", null, List.of(row)));

        assertThat(result instanceof Result.Refused<?>).isEqualTo(refused);
        if (refused) {
            assertThat(Shops.code(result)).isEqualTo("INVALID_REASON");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void units_set_aside_change_their_state_or_only_go_back(boolean may) {
        Shops shops = Shops.with(Switch.UNAVAILABLE_UNITS_CHANGE_STATE, may);
        Variant variant = shops.variant(InventoryPolicy.DENY, 3);
        move(shops, variant, "available", "reserved").value();

        var result = move(shops, variant, "reserved", "damaged");

        assertThat(result instanceof Result.Done<?>).isEqualTo(may);
        assertThat(shops.stock(variant).reserved()).isEqualTo(may ? 0 : 1);
    }

    private static Result<?> moved(Shops shops, MoveQuantities.MoveRow row) {
        return shops.shop.inventory().move(Shops.APP, new MoveQuantities("other", "holdfast://m/1", List.of(row)));
    }

    private static Result<?> move(Shops shops, Variant variant, String from, String to) {
        return moved(shops, new MoveQuantities.MoveRow(variant.item(), 1, side(shops, from), side(shops, to)));
    }

    private static MoveQuantities.Side side(Shops shops, String state) {
        return new MoveQuantities.Side(shops.here, state, state.equals("available") ? null : DOCUMENT, Expected.ANY);
    }
}
