package dev.holdfast.release;

import dev.holdfast.order.OpenOrders.OurHold;
import dev.holdfast.order.OpenOrders.SoldAhead;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what we decided to hold. */
final class HoldRows {
    /** Why a hold ended that was taken back because the merchant left. */
    static final String RELEASED = "Taken back: the merchant leaves Holdfast.";

    private HoldRows() {}

    /** A fulfillment order, and the hold decided for it. */
    record Deciding(SoldAhead of, HoldDecision.Hold hold) {}

    /** Remembers decisions, and answers those that were not taken before, whatever had become of them. */
    static List<Deciding> add(JdbcClient sql, ShopId shop, List<Deciding> decided, Instant now) {
        var fresh = Set.copyOf(sql.sql("""
                        insert into held (shop_id, fulfillment_order_id, order_id, handle, reason, state, decided_at)
                        select :shop, id, order_id, handle, reason, 'asked', :now
                        from unnest(:ids::bigint[], :orders::bigint[], :handles::text[], :reasons::text[])
                            as given(id, order_id, handle, reason)
                        order by id
                        on conflict (shop_id, fulfillment_order_id) do nothing
                        returning fulfillment_order_id
                        """)
                .param("shop", shop.value())
                .param("ids", ColumnArrays.longs(decided, each -> each.of().id()))
                .param("orders", ColumnArrays.longs(decided, each -> each.of().order()))
                .param(
                        "handles",
                        ColumnArrays.texts(decided, each -> each.hold().handle()))
                .param(
                        "reasons",
                        ColumnArrays.texts(decided, each -> each.hold().reason()))
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getLong(1))
                .list());
        return decided.stream().filter(each -> fresh.contains(each.of().id())).toList();
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

    /** These were never sent. */
    static void notPlaced(JdbcClient sql, ShopId shop, List<Long> fulfillmentOrders) {
        sql.sql("""
                update held set state = 'gone', cause = :cause
                where shop_id = :shop and fulfillment_order_id = any (:ids::bigint[]) and state = 'asked'
                """)
                .param("cause", RELEASED)
                .param("shop", shop.value())
                .param("ids", fulfillmentOrders.toArray(Long[]::new))
                .update();
    }

    /** What ended because the merchant left may be decided on again. */
    static void forgetReleased(JdbcClient sql, ShopId shop) {
        sql.sql("delete from held where shop_id = :shop and state = 'gone' and cause = :cause")
                .param("shop", shop.value())
                .param("cause", RELEASED)
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
