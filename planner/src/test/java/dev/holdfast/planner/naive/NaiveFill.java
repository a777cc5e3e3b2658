package dev.holdfast.planner.naive;

import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fills one variant's queue, in the order given, phase by phase and unit by unit. */
final class NaiveFill {

    /** One open unit of a line: firm at a location, or not. */
    static final class Want {
        final NaiveLine line;
        final @Nullable LocationId firmAt;
        NaiveSupply.@Nullable Unit got;

        Want(NaiveLine line, @Nullable LocationId firmAt) {
            this.line = line;
            this.firmAt = firmAt;
        }

        boolean isFirm() {
            return firmAt != null;
        }

        boolean isShort() {
            return firmAt != null && got == null;
        }

        boolean isOnStock() {
            return got != null && got.supply.isStock();
        }

        /** Neither on stock nor on dedicated supply nor firm. */
        boolean isWaiting() {
            return !isFirm() && !isOnStock() && (got == null || got.supply.offer == null);
        }
    }

    final List<NaiveSupply> supplies = new ArrayList<>();
    final List<Want> wants = new ArrayList<>();
    private final Map<NaiveLine, List<Want>> wantsByLine = new HashMap<>();

    NaiveFill(NaiveShop shop, VariantId variant, List<NaiveLine> queue) {
        for (NaivePile pile : shop.stock) {
            if (pile.variant.equals(variant)) {
                supplies.add(new NaiveSupply(pile, shop.today));
            }
        }
        for (NaiveDelivery delivery : shop.inbound) {
            if (delivery.variant.equals(variant)) {
                supplies.add(new NaiveSupply(delivery, shop.today));
            }
        }
        supplies.sort(shop.order::supplies);
        for (NaiveLine line : queue) {
            List<Want> mine = new ArrayList<>();
            for (LocationId location : line.firm) {
                mine.add(new Want(line, location));
            }
            while (mine.size() < line.open) {
                mine.add(new Want(line, null));
            }
            wants.addAll(mine);
            wantsByLine.put(line, mine);
        }
        firmUnitsTakeTheirStock();
        shortFirmUnitsAreHeldBack();
        safetyStockIsHeldBack();
        dedicatedSuppliesServeTheirOffer();
        whatIsOpenGoesToGeneralSupplies();
    }

    private void firmUnitsTakeTheirStock() {
        for (Want want : wants) {
            if (want.isFirm()) {
                OfferId offer = want.line.offer();
                if (offer != null) {
                    want.got = first(supply -> isStockAt(supply, want.firmAt) && offer.equals(supply.offer));
                }
                if (want.got == null) {
                    want.got = first(supply -> isStockAt(supply, want.firmAt) && supply.offer == null);
                }
            }
        }
    }

    private static boolean isStockAt(NaiveSupply supply, @Nullable LocationId location) {
        return supply.isStock() && supply.location.equals(location);
    }

    private void shortFirmUnitsAreHeldBack() {
        for (Want want : wants) {
            if (want.isShort()) {
                holdBack(Objects.requireNonNull(want.firmAt), null);
            }
        }
    }

    private void safetyStockIsHeldBack() {
        for (NaiveSupply row : supplies) {
            if (row.pile != null) {
                for (long unit = 0; unit < row.pile.safetyStock; unit++) {
                    if (row.take() == null) {
                        holdBack(row.location, row.offer);
                    }
                }
            }
        }
    }

    private void holdBack(LocationId location, @Nullable OfferId offer) {
        first(supply -> !supply.isStock() && supply.location.equals(location) && Objects.equals(supply.offer, offer));
    }

    private void dedicatedSuppliesServeTheirOffer() {
        for (Want want : wants) {
            OfferId offer = want.line.offer();
            if (!want.isFirm() && offer != null) {
                want.got = first(supply -> offer.equals(supply.offer) && want.line.mayUse(supply.location));
            }
        }
    }

    private void whatIsOpenGoesToGeneralSupplies() {
        for (Want want : wants) {
            if (!want.isFirm() && want.got == null) {
                want.got = first(supply -> supply.offer == null && want.line.mayUse(supply.location));
            }
        }
    }

    /** Takes a unit of the first such supply, in supply order, that has one. */
    private NaiveSupply.@Nullable Unit first(Predicate<NaiveSupply> which) {
        for (NaiveSupply supply : supplies) {
            if (which.test(supply)) {
                NaiveSupply.Unit unit = supply.take();
                if (unit != null) {
                    return unit;
                }
            }
        }
        return null;
    }

    List<Want> of(NaiveLine line) {
        return Objects.requireNonNull(wantsByLine.get(line));
    }

    /** What is left of general supplies where the line may be served: of stock, or of inbound. */
    long left(boolean ofStock, Predicate<LocationId> where) {
        long left = 0;
        for (NaiveSupply supply : supplies) {
            if (supply.offer == null && supply.isStock() == ofStock && where.test(supply.location)) {
                left += supply.left();
            }
        }
        return left;
    }

    long waiting() {
        return wants.stream().filter(Want::isWaiting).count();
    }
}
