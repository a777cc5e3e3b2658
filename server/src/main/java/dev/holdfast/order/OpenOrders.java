package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others may ask about orders, within the shop's open transaction. */
public final class OpenOrders {
    /** A fulfillment order, whether something in it was sold ahead, and whether anybody holds it. */
    public record Fulfilling(long order, long id, String status, boolean soldAhead, boolean held) {}

    /** A hold of ours as Shopify shows it. */
    public record OurHold(long fulfillmentOrder, long id, String handle) {}

    /** The fulfillment orders of these orders that still have units to ship. */
    public List<Fulfilling> fulfilling(JdbcClient sql, ShopId shop, Collection<Long> orders) {
        return sql.sql("""
                        select f.order_id, f.fulfillment_order_id, f.status,
                               bool_or(l.selling_plan_id is not null) as sold_ahead,
                               exists (select from fulfillment_hold h
                                       where h.shop_id = :shop and h.order_id = f.order_id
                                         and h.fulfillment_order_id = f.fulfillment_order_id) as held
                        from fulfillment_order f
                        join fulfillment_order_line p
                          on p.shop_id = f.shop_id and p.order_id = f.order_id
                             and p.fulfillment_order_id = f.fulfillment_order_id
                        join order_line l on l.shop_id = p.shop_id and l.order_id = p.order_id and l.line_id = p.line_id
                        where f.shop_id = :shop and f.order_id = any (:orders::bigint[])
                          and p.order_id = any (:orders::bigint[]) and l.order_id = any (:orders::bigint[])
                          and p.remaining > 0
                        group by f.shop_id, f.order_id, f.fulfillment_order_id, f.status
                        order by f.order_id, f.fulfillment_order_id
                        """)
                .param("shop", shop.value())
                .param("orders", orders.toArray(Long[]::new))
                .query((row, _) -> new Fulfilling(
                        row.getLong("order_id"),
                        row.getLong("fulfillment_order_id"),
                        row.getString("status"),
                        row.getBoolean("sold_ahead"),
                        row.getBoolean("held")))
                .list();
    }

    /** Our holds on these orders, as Shopify showed them when they were read. */
    public List<OurHold> ourHolds(JdbcClient sql, ShopId shop, Collection<Long> orders) {
        return sql.sql("""
                        select fulfillment_order_id, hold_id, handle
                        from fulfillment_hold
                        where shop_id = :shop and order_id = any (:orders::bigint[]) and ours
                        """)
                .param("shop", shop.value())
                .param("orders", orders.toArray(Long[]::new))
                .query((row, _) -> new OurHold(
                        row.getLong("fulfillment_order_id"), row.getLong("hold_id"), row.getString("handle")))
                .list();
    }
}
