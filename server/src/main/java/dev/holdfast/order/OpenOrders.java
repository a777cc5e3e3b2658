package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.GlobalId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others may ask about orders, within the shop's open transaction. */
public final class OpenOrders {
    /**
     * A fulfillment order with units to ship that were sold ahead.
     *
     * @param held whether anybody holds it
     * @param byService whether a fulfillment service ships it, and not the merchant
     */
    public record SoldAhead(long order, long id, String status, boolean held, boolean byService) {}

    /** A hold of ours as Shopify shows it. */
    public record OurHold(long fulfillmentOrder, long id, String handle) {}

    /**
     * A fulfillment order with holds of ours, as Shopify showed it last.
     *
     * @param order its number
     * @param name the order's name, such as {@code #1001}
     * @param id the fulfillment order's number
     * @param holds our holds' numbers
     * @param units what is still to be shipped of it
     */
    public record HeldByUs(long order, String name, long id, List<Long> holds, long units) {
        public HeldByUs {
            holds = List.copyOf(holds);
        }

        /** The fulfillment order's global id. */
        public String subject() {
            return new GlobalId(FulfillmentOrderPointer.TYPE, id).toString();
        }
    }

    /** All orders that are neither over nor gone. */
    public List<Long> open(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                        select order_id from customer_order
                        where shop_id = :shop and gone_at is null and cancelled_at is null and closed_at is null
                        order by order_id
                        """)
                .param("shop", shop.value())
                .query((row, _) -> row.getLong("order_id"))
                .list();
    }

    /** All fulfillment orders of the shop that we hold, oldest order first. */
    public List<HeldByUs> heldByUs(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                        select h.order_id, o.name, h.fulfillment_order_id, array_agg(h.hold_id order by h.hold_id) as holds,
                               (select coalesce(sum(p.remaining), 0) from fulfillment_order_line p
                                where p.shop_id = :shop and p.order_id = h.order_id
                                  and p.fulfillment_order_id = h.fulfillment_order_id) as units
                        from fulfillment_hold h
                        join customer_order o on o.shop_id = h.shop_id and o.order_id = h.order_id
                        where h.shop_id = :shop and h.ours and o.gone_at is null
                        group by h.shop_id, h.order_id, o.name, h.fulfillment_order_id
                        order by h.order_id, h.fulfillment_order_id
                        """)
                .param("shop", shop.value())
                .query((row, _) -> new HeldByUs(
                        row.getLong("order_id"),
                        row.getString("name"),
                        row.getLong("fulfillment_order_id"),
                        List.of((Long[]) row.getArray("holds").getArray()),
                        row.getLong("units")))
                .list();
    }

    /** The fulfillment orders of these orders that still have units to ship that were sold ahead. */
    public List<SoldAhead> soldAhead(JdbcClient sql, ShopId shop, Collection<Long> orders) {
        // Begins with the lines: most orders have none that was sold ahead, and an import asks for thousands at once.
        return sql.sql("""
                        with ahead as materialized (
                            select l.order_id, l.line_id from order_line l
                            where l.shop_id = :shop and l.order_id = any (:orders::bigint[])
                              and l.selling_plan_id is not null)
                        select f.order_id, f.fulfillment_order_id, f.status,
                               exists (select from fulfillment_hold h
                                       where h.shop_id = :shop and h.order_id = f.order_id
                                         and h.fulfillment_order_id = f.fulfillment_order_id) as held,
                               f.by_service
                        from ahead
                        join fulfillment_order_line p
                          on p.shop_id = :shop and p.order_id = ahead.order_id and p.line_id = ahead.line_id
                             and p.remaining > 0
                        join fulfillment_order f
                          on f.shop_id = :shop and f.order_id = ahead.order_id
                             and f.fulfillment_order_id = p.fulfillment_order_id
                        group by f.shop_id, f.order_id, f.fulfillment_order_id, f.status, f.by_service
                        order by f.order_id, f.fulfillment_order_id
                        """)
                .param("shop", shop.value())
                .param("orders", orders.toArray(Long[]::new))
                .query((row, _) -> new SoldAhead(
                        row.getLong("order_id"),
                        row.getLong("fulfillment_order_id"),
                        row.getString("status"),
                        row.getBoolean("held"),
                        row.getBoolean("by_service")))
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
