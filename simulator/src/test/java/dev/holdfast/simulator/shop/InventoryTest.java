package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Inventory.AdjustQuantities;
import dev.holdfast.simulator.shop.Inventory.Expected;
import dev.holdfast.simulator.shop.Inventory.MoveQuantities;
import dev.holdfast.simulator.shop.Inventory.SetQuantities;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.AdjustmentGroup;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

    private static final String DOCUMENT = "holdfast://receipt/1";

    private final Shops shops = Shops.open();
    private final Variant variant = shops.variant(InventoryPolicy.DENY, 10);

    @Test
    void on_hand_is_what_is_available_committed_and_set_aside_but_not_what_is_incoming() {
        shops.buy(variant, 2);
        adjust("reserved", 1, DOCUMENT).value();
        adjust("damaged", 3, DOCUMENT).value();
        adjust("quality_control", 4, DOCUMENT).value();
        adjust("safety_stock", 5, DOCUMENT).value();
        adjust("incoming", 100, DOCUMENT).value();

        assertThat(shops.stock(variant).available()).isEqualTo(8);
        assertThat(shops.stock(variant).onHand()).isEqualTo(8 + 2 + 1 + 3 + 4 + 5);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"available,3", "on_hand,1"})
    void setting_available_or_on_hand_moves_available(String name, int availableAfter) {
        shops.buy(variant, 2);

        set(name, 3, Expected.ANY).value();

        assertThat(shops.stock(variant).available()).isEqualTo(availableAfter);
        assertThat(shops.stock(variant).committed()).isEqualTo(2);
    }

    @Test
    void a_group_lists_what_an_adjustment_did_to_on_hand_too() {
        AdjustmentGroup group = adjust("damaged", 2, DOCUMENT).value();

        assertThat(group.changes())
                .extracting(LedgerEntry::name, LedgerEntry::delta, LedgerEntry::ledgerDocument)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(QuantityName.DAMAGED, 2, DOCUMENT),
                        org.assertj.core.groups.Tuple.tuple(QuantityName.ON_HAND, 2, null));
    }

    @ParameterizedTest
    @CsvSource({
        "set, CHANGE_FROM_QUANTITY_STALE",
        "adjust, CHANGE_FROM_QUANTITY_STALE",
        "move, CHANGE_FROM_QUANTITY_STALE"
    })
    void a_stale_expectation_is_refused_and_changes_nothing(String mutation, String code) {
        Expected stale = Expected.of(9);
        Result<AdjustmentGroup> result = switch (mutation) {
            case "set" -> set("available", 1, stale);
            case "adjust" -> adjust(Shops.APP, row(variant.item(), shops.here, 1, null, stale));
            default -> move(available(stale), reserved(), 1);
        };

        assertThat(Shops.code(result)).isEqualTo(code);
        assertThat(shops.stock(variant).available()).isEqualTo(10);
    }

    @Test
    void the_expectation_must_be_given_and_null_skips_it() {
        assertThat(Shops.code(set("available", 1, Expected.NOT_GIVEN))).isEqualTo("COMPARE_QUANTITY_REQUIRED");
        assertThat(set("available", 1, Expected.ANY).errors()).isEmpty();
        assertThat(set("available", 2, Expected.of(1)).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "damaged, , INVALID_QUANTITY_DOCUMENT",
        "available, holdfast://x/1, INVALID_AVAILABLE_DOCUMENT",
        "reserved, gid://shopify/Order/1, INTERNAL_LEDGER_DOCUMENT",
        "reserved, no document, INVALID_LEDGER_DOCUMENT",
        "on_hand, holdfast://x/1, INVALID_QUANTITY_NAME",
        "committed, holdfast://x/1, INVALID_QUANTITY_NAME",
        "sold, , INVALID_QUANTITY_NAME"
    })
    void names_and_documents_have_rules(String name, @Nullable String document, String code) {
        assertThat(Shops.code(adjust(name, 1, document))).isEqualTo(code);
    }

    @Test
    void one_adjustment_has_one_document() {
        Variant other = shops.variant(InventoryPolicy.DENY, 1);
        var rows = List.of(
                row(variant.item(), shops.here, 1, "holdfast://a/1", Expected.ANY),
                row(other.item(), shops.here, 1, "holdfast://a/2", Expected.ANY));

        var result = shops.shop.inventory().adjust(Shops.APP, new AdjustQuantities("reserved", "other", null, rows));

        assertThat(Shops.code(result)).isEqualTo("MAX_ONE_LEDGER_DOCUMENT");
    }

    @Test
    void ranges_reasons_references_and_duplicates_are_checked() {
        assertThat(Shops.code(set("available", 1_000_000_001, Expected.ANY))).isEqualTo("INVALID_QUANTITY_TOO_HIGH");
        assertThat(Shops.code(set("available", -1_000_000_001, Expected.ANY))).isEqualTo("INVALID_QUANTITY_TOO_LOW");
        assertThat(Shops.code(set("on_hand", -1, Expected.ANY))).isEqualTo("INVALID_QUANTITY_NEGATIVE");
        assertThat(Shops.code(set("damaged", 1, Expected.ANY))).isEqualTo("INVALID_NAME");
        assertThat(Shops.code(adjust("available", 2_000_000_000, null))).isEqualTo("INVALID_QUANTITY_TOO_HIGH");
        var row = new SetQuantities.SetRow(variant.item(), shops.here, 1, Expected.ANY);
        var inventory = shops.shop.inventory();
        assertThat(Shops.code(inventory.set(Shops.APP, new SetQuantities("available", "sold", null, List.of(row)))))
                .isEqualTo("INVALID_REASON");
        assertThat(Shops.code(inventory.set(Shops.APP, new SetQuantities("available", "other", "?", List.of(row)))))
                .isEqualTo("INVALID_REFERENCE_DOCUMENT");
        assertThat(Shops.code(
                        inventory.set(Shops.APP, new SetQuantities("available", "other", null, List.of(row, row)))))
                .isEqualTo("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    }

    @Test
    void items_and_locations_that_are_not_there_are_named() {
        var gone = new InventoryItemId(1);
        var nowhere = new LocationId(1);

        UserError item = Shops.error(adjust(Shops.APP, row(gone, shops.here, 1, null, Expected.ANY)));
        UserError place = Shops.error(adjust(Shops.APP, row(variant.item(), nowhere, 1, null, Expected.ANY)));

        assertThat(item.code()).isEqualTo("INVALID_INVENTORY_ITEM");
        assertThat(item.field()).containsExactly("input", "changes", "0", "inventoryItemId");
        assertThat(place.code()).isEqualTo("INVALID_LOCATION");
    }

    @ParameterizedTest
    @CsvSource({"V2026_07,false", "V2026_10,true"})
    void the_newer_version_counts_where_an_item_is_not_stocked(ApiVersion version, boolean counts) {
        LocationId there = shops.secondLocation("Warehouse");
        Caller caller = new Caller(Shops.APP.app(), version);

        var result = adjust(caller, row(variant.item(), there, 4, null, Expected.ANY));

        assertThat(result instanceof Result.Done<?>).isEqualTo(counts);
        assertThat(shops.stock(variant, there).available()).isEqualTo(counts ? 4 : 0);
        if (!counts) {
            assertThat(Shops.code(result)).isEqualTo("ITEM_NOT_STOCKED_AT_LOCATION");
        }
    }

    @Test
    void units_move_between_states_of_one_level() {
        move(available(Expected.of(10)), reserved(), 4).value();

        assertThat(shops.stock(variant).available()).isEqualTo(6);
        assertThat(shops.stock(variant).reserved()).isEqualTo(4);
        assertThat(shops.stock(variant).onHand()).isEqualTo(10);
    }

    @Test
    void a_move_has_two_states_one_location_and_no_negative_quantity() {
        LocationId there = shops.secondLocation("Warehouse");
        var from = new MoveQuantities.Side(shops.here, "available", null, Expected.ANY);
        var to = new MoveQuantities.Side(there, "reserved", DOCUMENT, Expected.ANY);
        var row = new MoveQuantities.MoveRow(variant.item(), 1, from, to);
        var elsewhere = new MoveQuantities("other", "holdfast://m/1", List.of(row));

        assertThat(Shops.code(shops.shop.inventory().move(Shops.APP, elsewhere)))
                .isEqualTo("DIFFERENT_LOCATIONS");
        assertThat(Shops.code(move(available(Expected.ANY), available(Expected.ANY), 1)))
                .isEqualTo("SAME_QUANTITY_NAME");
        assertThat(Shops.code(move(available(Expected.ANY), reserved(), -1))).isEqualTo("INVALID_QUANTITY_NEGATIVE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void units_set_aside_may_go_below_zero_or_not(boolean may) {
        Shops other = Shops.with(Switch.UNAVAILABLE_STATES_MAY_GO_NEGATIVE, may);
        Variant item = other.variant(InventoryPolicy.DENY, 1);
        var row = row(item.item(), other.here, -1, DOCUMENT, Expected.ANY);

        var result =
                other.shop.inventory().adjust(Shops.APP, new AdjustQuantities("reserved", "other", null, List.of(row)));

        assertThat(result instanceof Result.Done<?>).isEqualTo(may);
    }

    @Test
    void an_inactive_level_keeps_its_quantities_and_is_not_sold_from() {
        LocationId there = shops.secondLocation("Warehouse");
        Variant both = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 1, there, 5));

        shops.shop.inventory().deactivate(both.item(), there).value();

        assertThat(shops.shop.catalog().sellableOnlineQuantity(both)).isEqualTo(1);
        assertThat(shops.stock(both, there).available()).isEqualTo(5);
        assertThat(shops.shop
                        .inventory()
                        .activate(both.item(), there, null, null)
                        .value()
                        .available())
                .isEqualTo(5);
        assertThat(shops.topicsSince(0)).contains(Topic.INVENTORY_LEVELS_DISCONNECT, Topic.INVENTORY_LEVELS_CONNECT);
    }

    @Test
    void the_last_level_and_one_with_committed_units_stay_active() {
        assertThat(Shops.error(shops.shop.inventory().deactivate(variant.item(), shops.here))
                        .message())
                .contains("minimum of 1 location");
        LocationId there = shops.secondLocation("Warehouse");
        shops.shop.inventory().activate(variant.item(), there, 3, null).value();
        shops.buy(variant, 1);
        assertThat(Shops.error(shops.shop.inventory().deactivate(variant.item(), shops.here))
                        .message())
                .contains("committed");
        assertThat(shops.stock(variant, there).available()).isEqualTo(3);
    }

    @Test
    void a_change_tells_of_the_level_once_and_of_the_variant_when_it_sells_out() {
        long before = shops.shop.events().last();
        adjust("available", -10, null).value();
        adjust("available", 1, null).value();

        assertThat(shops.topicsSince(before))
                .containsExactly(
                        Topic.INVENTORY_LEVELS_UPDATE,
                        Topic.VARIANTS_OUT_OF_STOCK,
                        Topic.INVENTORY_LEVELS_UPDATE,
                        Topic.VARIANTS_IN_STOCK);
    }

    private Result<AdjustmentGroup> set(String name, int quantity, Expected expected) {
        var row = new SetQuantities.SetRow(variant.item(), shops.here, quantity, expected);
        return shops.shop.inventory().set(Shops.APP, new SetQuantities(name, "correction", null, List.of(row)));
    }

    private Result<AdjustmentGroup> adjust(String name, int delta, @Nullable String document) {
        var row = row(variant.item(), shops.here, delta, document, Expected.ANY);
        return shops.shop.inventory().adjust(Shops.APP, new AdjustQuantities(name, "correction", null, List.of(row)));
    }

    private Result<AdjustmentGroup> adjust(Caller caller, AdjustQuantities.AdjustRow row) {
        return shops.shop
                .inventory()
                .adjust(caller, new AdjustQuantities("available", "correction", null, List.of(row)));
    }

    private static AdjustQuantities.AdjustRow row(
            InventoryItemId item, LocationId at, int delta, @Nullable String document, Expected expected) {
        return new AdjustQuantities.AdjustRow(item, at, delta, document, expected);
    }

    private Result<AdjustmentGroup> move(MoveQuantities.Side from, MoveQuantities.Side to, int units) {
        var row = new MoveQuantities.MoveRow(variant.item(), units, from, to);
        return shops.shop.inventory().move(Shops.APP, new MoveQuantities("other", "holdfast://m/1", List.of(row)));
    }

    private MoveQuantities.Side available(Expected expected) {
        return new MoveQuantities.Side(shops.here, "available", null, expected);
    }

    private MoveQuantities.Side reserved() {
        return new MoveQuantities.Side(shops.here, "reserved", DOCUMENT, Expected.ANY);
    }
}
