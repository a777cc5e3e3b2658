package dev.holdfast.release;

import dev.holdfast.order.OpenOrders.Fulfilling;
import dev.holdfast.order.OpenOrders.OurHold;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what we decided to hold. */
final class HoldRows {
    private HoldRows() {}

    /** Remembers the decision; false when it was taken before, whatever has become of it. */
    static boolean add(JdbcClient sql, ShopId shop, Fulfilling of, HoldDecision.Hold hold, Instant now) {
        return sql.sql("""
                insert into held (shop_id, fulfillment_order_id, order_id, handle, reason, state, decided_at)
                values (:shop, :id, :order, :handle, :reason, 'asked', :now)
                on conflict (shop_id, fulfillment_order_id) do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", of.id())
                        .param("order", of.order())
                        .param("handle", hold.handle())
                        .param("reason", hold.reason())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Shopify has it. */
    static void held(JdbcClient sql, ShopId shop, long fulfillmentOrder, long hold) {
        sql.sql("""
                update held set state = 'held', hold_id = :hold, cause = null
                where shop_id = :shop and fulfillment_order_id = :id
                """)
                .param("hold", hold)
                .param("shop", shop.value())
                .param("id", fulfillmentOrder)
                .update();
    }

    static void gone(JdbcClient sql, ShopId shop, long fulfillmentOrder, String cause) {
        sql.sql("""
                update held set state = 'gone', cause = :cause
                where shop_id = :shop and fulfillment_order_id = :id
                """)
                .param("cause", cause)
                .param("shop", shop.value())
                .param("id", fulfillmentOrder)
                .update();
    }

    /** Sets ours beside what Shopify shows: a hold it shows is held, one it showed before and shows no longer is gone. */
    static void compare(JdbcClient sql, ShopId shop, Collection<Long> orders, List<OurHold> shown) {
        sql.sql("""
                update held set state = 'held', hold_id = shown.hold, cause = null
                from unnest(:handles::text[], :holds::bigint[]) as shown(handle, hold)
                where held.shop_id = :shop and held.handle = shown.handle
                """)
                .param("shop", shop.value())
                .param("handles", ColumnArrays.texts(shown, OurHold::handle))
                .param("holds", ColumnArrays.longs(shown, OurHold::id))
                .update();
        sql.sql("""
                update held set state = 'gone', cause = 'Shopify no longer shows it: somebody released it, or its fulfillment order ended.'
                where shop_id = :shop and order_id = any (:orders::bigint[]) and state = 'held'
                  and not handle = any (:handles::text[])
                """)
                .param("shop", shop.value())
                .param("orders", orders.toArray(Long[]::new))
                .param("handles", ColumnArrays.texts(shown, OurHold::handle))
                .update();
    }
}
