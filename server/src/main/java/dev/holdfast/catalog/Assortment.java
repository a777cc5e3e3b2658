package dev.holdfast.catalog;

import dev.holdfast.platform.ShopId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the catalog other modules may ask, within their own transaction of the shop. */
public final class Assortment {
    private Assortment() {}

    /**
     * A variant the shop has.
     *
     * @param sellsOn whether Shopify sells it without stock: the policy "continue selling when out of stock"
     * @param tracked whether its units are counted
     */
    public record Variant(long id, long inventoryItem, boolean sellsOn, boolean tracked) {}

    /** Those of these variants that the shop has now, by id. */
    public static List<Variant> variants(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return sql.sql("""
                        select variant_id, inventory_item_id, policy = 'CONTINUE' as sells_on, tracked
                        from variant
                        where shop_id = :shop and variant_id = any (:ids::bigint[]) and gone_at is null
                        order by variant_id
                        """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Variant(
                        row.getLong("variant_id"),
                        row.getLong("inventory_item_id"),
                        row.getBoolean("sells_on"),
                        row.getBoolean("tracked")))
                .list();
    }

    /** The locations whose stock the online store sells, by id. */
    public static List<Long> onlineLocations(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                        select location_id
                        from location
                        where shop_id = :shop and active and fulfills_online_orders and gone_at is null
                        order by location_id
                        """)
                .param("shop", shop.value())
                .query((row, _) -> row.getLong("location_id"))
                .list();
    }
}
