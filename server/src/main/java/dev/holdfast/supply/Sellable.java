package dev.holdfast.supply;

import dev.holdfast.platform.ShopId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units that can be sold now, for other modules, within their own transaction of the shop. */
public final class Sellable {
    private Sellable() {}

    /** Available units of these inventory items, summed over these locations; may be negative, and an item may be missing. */
    public static Map<Long, Long> units(
            JdbcClient sql, ShopId shop, Collection<Long> items, Collection<Long> locations) {
        var found = new HashMap<Long, Long>();
        sql.sql("""
                        select inventory_item_id, sum(available) as units
                        from stock_level
                        where shop_id = :shop and inventory_item_id = any (:items::bigint[])
                          and location_id = any (:locations::bigint[]) and active
                        group by inventory_item_id
                        """)
                .param("shop", shop.value())
                .param("items", items.toArray(Long[]::new))
                .param("locations", locations.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("inventory_item_id"), row.getLong("units"));
                });
        return found;
    }
}
