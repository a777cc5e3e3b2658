package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Inventory.AdjustQuantities;
import dev.holdfast.simulator.shop.Inventory.MoveQuantities;
import dev.holdfast.simulator.shop.Inventory.SetQuantities;
import dev.holdfast.simulator.shop.state.AdjustmentGroup;
import dev.holdfast.simulator.shop.state.Id.InventoryAdjustmentGroupId;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out the three quantity mutations: every row is checked first, then all are applied. */
final class QuantityChanges {

    private final World world;

    QuantityChanges(World world) {
        this.world = world;
    }

    Result<AdjustmentGroup> set(Caller caller, SetQuantities wanted) {
        QuantityChecks checks = new QuantityChecks(world, caller);
        QuantityName name = QuantityName.of(wanted.name()).orElse(null);
        if (name != QuantityName.AVAILABLE && name != QuantityName.ON_HAND) {
            checks.no("input.name", "The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME");
        }
        checks.reason(wanted.reason());
        checks.reference(wanted.reference());
        if (name == null || !checks.errors().isEmpty()) {
            return Result.refused(checks.errors());
        }
        Set<List<Long>> seen = new HashSet<>();
        for (int at = 0; at < wanted.rows().size(); at++) {
            SetQuantities.SetRow row = wanted.rows().get(at);
            String path = "input.quantities." + at;
            checks.setRange(path + ".quantity", row.quantity(), name);
            if (!seen.add(List.of(row.item().number(), row.location().number()))) {
                checks.no(
                        path + ".locationId",
                        "The combination of inventoryItemId and locationId must be unique.",
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
            }
            Level level = checks.level(path, row.item(), row.location());
            checks.expected(
                    path, row.expected(), level == null ? 0 : level.quantities().of(name));
        }
        return checks.errors().isEmpty()
                ? Result.done(applySet(caller, wanted, name))
                : Result.refused(checks.errors());
    }

    Result<AdjustmentGroup> adjust(Caller caller, AdjustQuantities wanted) {
        QuantityChecks checks = new QuantityChecks(world, caller);
        QuantityName name = checks.adjustable("input.name", wanted.name());
        checks.reason(wanted.reason());
        checks.reference(wanted.reference());
        if (name == null || !checks.errors().isEmpty()) {
            return Result.refused(checks.errors());
        }
        Set<String> documents = new HashSet<>();
        for (int at = 0; at < wanted.rows().size(); at++) {
            AdjustQuantities.AdjustRow row = wanted.rows().get(at);
            String path = "input.changes." + at;
            checks.document(path, name, row.ledgerDocument());
            documents.add(row.ledgerDocument() == null ? "" : row.ledgerDocument());
            Level level = checks.level(path, row.item(), row.location());
            int before = level == null ? 0 : level.quantities().of(name);
            checks.expected(path, row.expected(), before);
            checks.adjustRange(path + ".delta", (long) before + row.delta());
            checks.notBelowZero(path + ".delta", name, before + row.delta(), "ADJUST_QUANTITIES_FAILED");
        }
        if (documents.size() > 1) {
            checks.no(
                    "input.changes",
                    "All changes must have the same ledger document URI or, in the case of adjusting available, "
                            + "no ledger document URI.",
                    "MAX_ONE_LEDGER_DOCUMENT");
        }
        if (!checks.errors().isEmpty()) {
            return Result.refused(checks.errors());
        }
        List<LedgerEntry> entries = new ArrayList<>();
        for (AdjustQuantities.AdjustRow row : wanted.rows()) {
            if (row.delta() != 0) {
                Stock.Cause cause = new Stock.Cause(wanted.reason(), wanted.reference(), row.ledgerDocument());
                entries.add(world.stock.change(row.item(), row.location(), name, row.delta(), cause));
            }
        }
        return Result.done(group(caller, wanted.reason(), wanted.reference(), entries));
    }

    Result<AdjustmentGroup> move(Caller caller, MoveQuantities wanted) {
        QuantityChecks checks = new QuantityChecks(world, caller);
        checks.reason(wanted.reason());
        checks.reference(wanted.reference());
        for (int at = 0; at < wanted.rows().size(); at++) {
            checkMove(checks, wanted.rows().get(at), "input.changes." + at);
        }
        if (!checks.errors().isEmpty()) {
            return Result.refused(checks.errors());
        }
        List<LedgerEntry> entries = new ArrayList<>();
        for (MoveQuantities.MoveRow row : wanted.rows()) {
            if (row.quantity() != 0) {
                entries.add(side(wanted, row, row.from(), -row.quantity()));
                entries.add(side(wanted, row, row.to(), row.quantity()));
            }
        }
        return Result.done(group(caller, wanted.reason(), wanted.reference(), entries));
    }

    private void checkMove(QuantityChecks checks, MoveQuantities.MoveRow row, String path) {
        if (!row.from().location().equals(row.to().location())) {
            checks.no(path, "The quantities can't be moved between different locations.", "DIFFERENT_LOCATIONS");
            return;
        }
        QuantityName from = checks.adjustable(path + ".from.name", row.from().name());
        QuantityName to = checks.adjustable(path + ".to.name", row.to().name());
        if (from == null || to == null) {
            return;
        }
        if (from == to) {
            checks.no(path, "The quantity names for each change can't be the same.", "SAME_QUANTITY_NAME");
        }
        boolean setAside = from != QuantityName.AVAILABLE && to != QuantityName.AVAILABLE;
        if (setAside && !world.isOn(Switch.UNAVAILABLE_UNITS_CHANGE_STATE)) {
            checks.no(path, "Units are moved from or to available only.", "INVALID_QUANTITY_NAME");
        }
        if (row.quantity() < 0) {
            checks.no(path + ".quantity", "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE");
        }
        checks.document(path + ".from", from, row.from().ledgerDocument());
        checks.document(path + ".to", to, row.to().ledgerDocument());
        Level level = checks.level(path, row.item(), row.from().location());
        int before = level == null ? 0 : level.quantities().of(from);
        checks.expected(path + ".from", row.from().expected(), before);
        checks.expected(
                path + ".to",
                row.to().expected(),
                level == null ? 0 : level.quantities().of(to));
        checks.notBelowZero(path + ".quantity", from, before - row.quantity(), "MOVE_QUANTITIES_FAILED");
    }

    private LedgerEntry side(MoveQuantities wanted, MoveQuantities.MoveRow row, MoveQuantities.Side side, int delta) {
        QuantityName name = QuantityName.of(side.name()).orElseThrow();
        Stock.Cause cause = new Stock.Cause(wanted.reason(), wanted.reference(), side.ledgerDocument());
        return world.stock.change(row.item(), side.location(), name, delta, cause);
    }

    private AdjustmentGroup applySet(Caller caller, SetQuantities wanted, QuantityName name) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (SetQuantities.SetRow row : wanted.rows()) {
            int delta = row.quantity()
                    - world.tables
                            .levels
                            .find(row.item(), row.location())
                            .map(level -> level.quantities().of(name))
                            .orElse(0);
            if (delta != 0) {
                Stock.Cause cause = new Stock.Cause(wanted.reason(), wanted.reference(), null);
                entries.add(world.stock.change(row.item(), row.location(), QuantityName.AVAILABLE, delta, cause));
            }
        }
        return group(caller, wanted.reason(), wanted.reference(), entries);
    }

    private AdjustmentGroup group(Caller caller, String reason, @Nullable String reference, List<LedgerEntry> entries) {
        List<LedgerEntry> listed = new ArrayList<>(entries);
        for (LedgerEntry entry : entries) {
            if (entry.name().partOfOnHand()) {
                listed.add(onHand(entry));
            }
        }
        return new AdjustmentGroup(
                new InventoryAdjustmentGroupId(world.nextId()), world.now(), caller.app(), reason, reference, listed);
    }

    /** Shopify lists what an adjustment does to on hand too, without a document. */
    private LedgerEntry onHand(LedgerEntry of) {
        int after = world.stock.level(of.item(), of.location()).quantities().onHand();
        return new LedgerEntry(
                of.sequence(),
                of.at(),
                of.item(),
                of.location(),
                QuantityName.ON_HAND,
                of.delta(),
                after,
                of.reason(),
                of.reference(),
                null);
    }
}
