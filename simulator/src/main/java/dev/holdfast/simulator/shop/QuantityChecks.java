package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of the quantity mutations, collected as user errors in the words of a real shop. */
final class QuantityChecks {

    /** Sorted, as Shopify lists them in its message. */
    static final Set<String> REASONS = new TreeSet<>(List.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_canceled",
            "movement_created",
            "movement_received",
            "movement_updated",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage"));

    private static final Set<QuantityName> NOT_ADJUSTABLE = EnumSet.of(QuantityName.ON_HAND, QuantityName.COMMITTED);
    private static final int SET_LIMIT = 1_000_000_000;
    private static final int ADJUST_LIMIT = 2_000_000_000;

    private final World world;
    private final Caller caller;
    private final List<UserError> errors = new ArrayList<>();

    QuantityChecks(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    List<UserError> errors() {
        return errors;
    }

    void no(String path, String message, @Nullable String code) {
        errors.add(UserError.at(path, message, code));
    }

    void reason(String reason) {
        if (!REASONS.contains(reason) && world.isOn(Switch.UNKNOWN_REASONS_ARE_REFUSED)) {
            no(
                    "input.reason",
                    "The specified reason is invalid. Valid values are: " + String.join(", ", REASONS) + ".",
                    "INVALID_REASON");
        }
    }

    void reference(@Nullable String document) {
        if (document != null && !isUri(document)) {
            no(
                    "input.referenceDocumentUri",
                    "The specified reference document is not a valid URI.",
                    "INVALID_REFERENCE_DOCUMENT");
        }
    }

    @Nullable
    QuantityName adjustable(String path, String wire) {
        QuantityName name = QuantityName.of(wire).orElse(null);
        if (name == null || NOT_ADJUSTABLE.contains(name)) {
            no(
                    path,
                    "The specified quantity name is invalid. Valid values are: available, damaged, incoming, "
                            + "quality_control, reserved, safety_stock.",
                    "INVALID_QUANTITY_NAME");
            return null;
        }
        return name;
    }

    void document(String path, QuantityName name, @Nullable String document) {
        String field = path + ".ledgerDocumentUri";
        if (name == QuantityName.AVAILABLE) {
            if (document != null) {
                no(
                        field,
                        "A ledger document URI is not allowed when adjusting available.",
                        "INVALID_AVAILABLE_DOCUMENT");
            }
            return;
        }
        if (document == null) {
            no(
                    field,
                    "A ledger document URI is required except when adjusting available.",
                    "INVALID_QUANTITY_DOCUMENT");
        } else if (document.startsWith("gid://shopify/")) {
            no(
                    field,
                    "Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.",
                    "INTERNAL_LEDGER_DOCUMENT");
        } else if (!isUri(document)) {
            no(field, "The specified ledger document is invalid.", "INVALID_LEDGER_DOCUMENT");
        }
    }

    /** The level, when the item may be changed there; null when it has none yet or an error was noted. */
    @Nullable
    Level level(String path, InventoryItemId item, LocationId location) {
        if (world.tables.items.find(item).isEmpty()) {
            no(path + ".inventoryItemId", "The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM");
            return null;
        }
        if (world.tables.locations.find(location).isEmpty()) {
            no(path + ".locationId", "The specified location could not be found.", "INVALID_LOCATION");
            return null;
        }
        Level level = world.tables.levels.find(item, location).orElse(null);
        boolean stocked = level != null && level.active();
        if (!stocked && caller.version() == ApiVersion.V2026_07) {
            no(
                    path + ".locationId",
                    "The specified inventory item is not stocked at the location.",
                    "ITEM_NOT_STOCKED_AT_LOCATION");
        }
        return level;
    }

    void expected(String path, Inventory.Expected expected, int found) {
        if (!expected.given()) {
            no(
                    path + ".changeFromQuantity",
                    "The changeFromQuantity argument must be given to each quantity; null skips the comparison.",
                    path.startsWith("input.quantities") ? "COMPARE_QUANTITY_REQUIRED" : null);
        } else if (expected.quantity() != null && expected.quantity() != found) {
            no(
                    path + ".changeFromQuantity",
                    "The specified compare quantity does not match the current quantity.",
                    "CHANGE_FROM_QUANTITY_STALE");
        }
    }

    void setRange(String path, int quantity, QuantityName name) {
        if (name == QuantityName.ON_HAND && quantity < 0) {
            no(path, "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE");
        } else if (quantity > SET_LIMIT) {
            no(path, "The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
        } else if (quantity < -SET_LIMIT) {
            no(path, "The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
        }
    }

    void adjustRange(String path, long quantity) {
        if (quantity > ADJUST_LIMIT) {
            no(path, "The quantity can't be higher than 2,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
        } else if (quantity < -ADJUST_LIMIT) {
            no(path, "The quantity can't be lower than -2,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
        }
    }

    void notBelowZero(String path, QuantityName name, int quantity, String code) {
        boolean mayBe = name == QuantityName.AVAILABLE || world.isOn(Switch.UNAVAILABLE_STATES_MAY_GO_NEGATIVE);
        if (quantity < 0 && !mayBe) {
            no(path, "The " + name.wire() + " quantity can't go below zero.", code);
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
