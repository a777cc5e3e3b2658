package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that is or will be there of one variant, in supply order, before the queue takes from it. */
public final class VariantSupply {

    private static final Supply[] NONE = {};

    private final Supply[] all;
    private final Supply[] general;
    private final Map<OfferId, Supply[]> dedicated;

    /**
     * Works out what may be planned.
     *
     * @param today the date stock counts from, and the earliest a delivery can
     * @param stock at most one row for each location and offer
     * @param firm of every line that will be planned against this
     */
    public static VariantSupply of(
            LocalDate today,
            ShopOrder order,
            Collection<StockRow> stock,
            Collection<Inbound> inbound,
            FirmTotals firm) {
        return new VariantSupply(new SupplyBuilder(today, order, firm).build(stock, inbound));
    }

    private VariantSupply(List<Supply> inOrder) {
        all = inOrder.toArray(NONE);
        general = only(null);
        dedicated = new HashMap<>(0);
        for (Supply supply : all) {
            if (supply.offer() != null) {
                dedicated.computeIfAbsent(supply.offer(), this::only);
            }
        }
    }

    private Supply[] only(@Nullable OfferId offer) {
        Supply[] found = new Supply[all.length];
        int count = 0;
        for (Supply supply : all) {
            if (Objects.equals(supply.offer(), offer)) {
                found[count++] = supply;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /** All of them, in supply order. */
    public List<Supply> supplies() {
        return List.of(all);
    }

    int count() {
        return all.length;
    }

    Supply at(int rank) {
        return all[rank];
    }

    Supply[] general() {
        return general;
    }

    Supply[] dedicated(OfferId offer) {
        return dedicated.getOrDefault(offer, NONE);
    }

    @Nullable
    Supply row(LocationId location, @Nullable OfferId offer) {
        for (Supply supply : all) {
            if (supply.onStock() && supply.location().equals(location) && Objects.equals(supply.offer(), offer)) {
                return supply;
            }
        }
        return null;
    }
}
