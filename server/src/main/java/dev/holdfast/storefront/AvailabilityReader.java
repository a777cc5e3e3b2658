package dev.holdfast.storefront;

import dev.holdfast.catalog.Assortment;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.supply.Sellable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Reads the availability of variants as our tables have it; a variant the shop does not have is left out. */
final class AvailabilityReader {
    private final Database database;

    AvailabilityReader(Database database) {
        this.database = database;
    }

    Map<Long, Availability> of(ShopId shop, Collection<Long> ids) {
        return database.inShop(shop, sql -> {
            var variants = Assortment.variants(sql, shop, ids);
            var items = variants.stream().map(Assortment.Variant::inventoryItem).toList();
            var units = Sellable.units(sql, shop, items, Assortment.onlineLocations(sql, shop));
            var found = new TreeMap<Long, Availability>();
            for (var variant : variants) {
                found.put(
                        variant.id(),
                        Availability.of(
                                variant.tracked(), variant.sellsOn(), units.getOrDefault(variant.inventoryItem(), 0L)));
            }
            return found;
        });
    }
}
