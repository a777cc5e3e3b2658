package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that is or will be there of one variant, in supply order, before the queue takes from it. */
public final class VariantSupply {

    private static final Supply[] NONE = {};

    private final Supply[] all;
    private final Supply[] general;
    private final Map<OfferId, Supply[]> dedicated;
    private final Map<StockKey, Supply> rows;

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
        List<Supply> open = new ArrayList<>(all.length);
        Map<OfferId, List<Supply>> byOffer = HashMap.newHashMap(0);
        Map<StockKey, Supply> stock = HashMap.newHashMap(all.length);
        for (Supply supply : all) {
            if (supply.offer() == null) {
                open.add(supply);
            } else {
                byOffer.computeIfAbsent(supply.offer(), offer -> new ArrayList<>())
                        .add(supply);
            }
            if (supply.onStock()) {
                stock.put(new StockKey(supply.location(), supply.offer()), supply);
            }
        }
        general = open.toArray(NONE);
        dedicated = HashMap.newHashMap(byOffer.size());
        byOffer.forEach((offer, supplies) -> dedicated.put(offer, supplies.toArray(NONE)));
        rows = stock;
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
        return rows.get(new StockKey(location, offer));
    }
}
