package dev.holdfast.order;

import static dev.holdfast.platform.database.ColumnArrays.flags;
import static dev.holdfast.platform.database.ColumnArrays.ints;
import static dev.holdfast.platform.database.ColumnArrays.longs;
import static dev.holdfast.platform.database.ColumnArrays.optionalLongs;
import static dev.holdfast.platform.database.ColumnArrays.optionalTexts;
import static dev.holdfast.platform.database.ColumnArrays.optionalTimes;
import static dev.holdfast.platform.database.ColumnArrays.texts;
import static dev.holdfast.platform.database.ColumnArrays.times;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.ReadTimes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes orders, each as a whole. */
final class OrderRows {
    private static final List<String> PARTS =
            List.of("fulfillment_hold", "fulfillment_order_line", "fulfillment_order", "order_line");

    private OrderRows() {}

    /** Orders that were kept: those that were not there before, and those that were. */
    private record Kept(List<Long> fresh, List<Long> known) {
        List<Long> all() {
            return Stream.concat(fresh.stream(), known.stream()).toList();
        }
    }

    /** Answers the ids of those that were not older than what was there. */
    static List<Long> write(JdbcClient sql, ShopId shop, List<Order> orders, Instant now) {
        var kept = writeHeads(sql, shop, orders, now);
        var ids = kept.all();
        forgetParts(sql, shop, kept.known());
        var wanted = new HashSet<>(ids);
        var fresh = orders.stream().filter(order -> wanted.contains(order.id())).toList();
        writeLines(
                sql,
                shop,
                fresh.stream().flatMap(order -> order.lines().stream()).toList());
        var ofs = fresh.stream()
                .flatMap(order -> order.fulfillmentOrders().stream())
                .toList();
        writeFulfillmentOrders(sql, shop, ofs);
        writeParts(sql, shop, ofs.stream().flatMap(of -> of.parts().stream()).toList());
        writeHolds(sql, shop, ofs.stream().flatMap(of -> of.holds().stream()).toList());
        return ids;
    }

    private static Kept writeHeads(JdbcClient sql, ShopId shop, List<Order> orders, Instant now) {
        // One row answers for all: to read thousands would hold the transaction open longer than some of its writing.
        return sql.sql("""
                with written as (
                    insert into customer_order as kept
                        (shop_id, order_id, name, created_at, placed_at, cancelled_at, closed_at, currency,
                         financial_status, updated_at, read_at)
                    select :shop, unnest(:ids::bigint[]) as id, unnest(:names::text[]),
                           to_timestamp(unnest(:created::float8[])), to_timestamp(unnest(:placed::float8[])),
                           to_timestamp(unnest(:cancelled::float8[])), to_timestamp(unnest(:closed::float8[])),
                           unnest(:currencies::text[]), unnest(:financial::text[]),
                           to_timestamp(unnest(:updated::float8[])), to_timestamp(unnest(:read::float8[]))
                    order by id
                    on conflict (shop_id, order_id) do update
                    set name = excluded.name, created_at = excluded.created_at, placed_at = excluded.placed_at,
                        cancelled_at = excluded.cancelled_at, closed_at = excluded.closed_at,
                        currency = excluded.currency, financial_status = excluded.financial_status,
                        updated_at = excluded.updated_at, read_at = excluded.read_at, gone_at = null
                    where kept.updated_at < excluded.updated_at
                       or kept.updated_at = excluded.updated_at
                          and (kept.read_at <= excluded.read_at or kept.read_at > :latest)
                    returning shop_id, order_id, xmax = 0 as is_new)
                select coalesce(array_agg(order_id) filter (where is_new), '{}') as fresh,
                       coalesce(array_agg(order_id) filter (where not is_new), '{}') as known
                from written
                where shop_id = :shop
                """)
                .param("shop", shop.value())
                .param("ids", longs(orders, Order::id))
                .param("names", texts(orders, Order::name))
                .param("created", times(orders, Order::createdAt))
                .param("placed", times(orders, Order::placedAt))
                .param("cancelled", optionalTimes(orders, Order::cancelledAt))
                .param("closed", optionalTimes(orders, Order::closedAt))
                .param("currencies", texts(orders, Order::currency))
                .param("financial", optionalTexts(orders, Order::financialStatus))
                .param("updated", times(orders, Order::updatedAt))
                .param("read", times(orders, Order::readAt))
                .param("latest", ReadTimes.latestColumn(now))
                .query((row, _) ->
                        new Kept(List.of((Long[]) row.getArray("fresh").getArray()), List.of((Long[])
                                row.getArray("known").getArray())))
                .single();
    }

    private static void forgetParts(JdbcClient sql, ShopId shop, Collection<Long> orders) {
        if (orders.isEmpty()) {
            return;
        }
        for (var table : PARTS) {
            sql.sql("delete from " + table + " where shop_id = :shop and order_id = any (:orders::bigint[])")
                    .param("shop", shop.value())
                    .param("orders", orders.toArray(Long[]::new))
                    .update();
        }
    }

    private static void writeLines(JdbcClient sql, ShopId shop, List<Order.Line> lines) {
        sql.sql("""
                insert into order_line
                    (shop_id, order_id, line_id, variant_id, sku, ordered, wanted, open, selling_plan_id, selling_plan_name)
                select :shop, unnest(:orders::bigint[]), unnest(:ids::bigint[]), unnest(:variants::bigint[]),
                       unnest(:skus::text[]), unnest(:ordered::int[]), unnest(:wanted::int[]), unnest(:open::int[]),
                       unnest(:plans::bigint[]), unnest(:planNames::text[])
                """)
                .param("shop", shop.value())
                .param("orders", longs(lines, Order.Line::order))
                .param("ids", longs(lines, Order.Line::id))
                .param("variants", optionalLongs(lines, Order.Line::variant))
                .param("skus", optionalTexts(lines, Order.Line::sku))
                .param("ordered", ints(lines, Order.Line::ordered))
                .param("wanted", ints(lines, Order.Line::wanted))
                .param("open", ints(lines, Order.Line::open))
                .param("plans", optionalLongs(lines, line -> line.plan().map(Order.SellingPlan::id)))
                .param("planNames", optionalTexts(lines, line -> line.plan().map(Order.SellingPlan::name)))
                .update();
    }

    private static void writeFulfillmentOrders(JdbcClient sql, ShopId shop, List<Order.FulfillmentOrder> ofs) {
        sql.sql("""
                insert into fulfillment_order
                    (shop_id, order_id, fulfillment_order_id, status, location_id, by_service, fulfill_at)
                select :shop, unnest(:orders::bigint[]), unnest(:ids::bigint[]), unnest(:statuses::text[]),
                       unnest(:locations::bigint[]), unnest(:services::boolean[]), to_timestamp(unnest(:at::float8[]))
                """)
                .param("shop", shop.value())
                .param("orders", longs(ofs, Order.FulfillmentOrder::order))
                .param("ids", longs(ofs, Order.FulfillmentOrder::id))
                .param("statuses", texts(ofs, Order.FulfillmentOrder::status))
                .param("locations", optionalLongs(ofs, Order.FulfillmentOrder::location))
                .param("services", flags(ofs, Order.FulfillmentOrder::byService))
                .param("at", optionalTimes(ofs, Order.FulfillmentOrder::fulfillAt))
                .update();
    }

    private static void writeParts(JdbcClient sql, ShopId shop, List<Order.Part> parts) {
        sql.sql("""
                insert into fulfillment_order_line
                    (shop_id, order_id, fulfillment_order_id, part_id, line_id, total, remaining)
                select :shop, unnest(:orders::bigint[]), unnest(:ofs::bigint[]), unnest(:ids::bigint[]),
                       unnest(:lines::bigint[]), unnest(:total::int[]), unnest(:remaining::int[])
                """)
                .param("shop", shop.value())
                .param("orders", longs(parts, Order.Part::order))
                .param("ofs", longs(parts, Order.Part::fulfillmentOrder))
                .param("ids", longs(parts, Order.Part::id))
                .param("lines", longs(parts, Order.Part::line))
                .param("total", ints(parts, Order.Part::total))
                .param("remaining", ints(parts, Order.Part::remaining))
                .update();
    }

    private static void writeHolds(JdbcClient sql, ShopId shop, List<Order.Hold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into fulfillment_hold
                    (shop_id, order_id, fulfillment_order_id, hold_id, handle, reason, ours)
                select :shop, unnest(:orders::bigint[]), unnest(:ofs::bigint[]), unnest(:ids::bigint[]),
                       unnest(:handles::text[]), unnest(:reasons::text[]), unnest(:ours::boolean[])
                """)
                .param("shop", shop.value())
                .param("orders", longs(holds, Order.Hold::order))
                .param("ofs", longs(holds, Order.Hold::fulfillmentOrder))
                .param("ids", longs(holds, Order.Hold::id))
                .param("handles", texts(holds, Order.Hold::handle))
                .param("reasons", texts(holds, Order.Hold::reason))
                .param("ours", flags(holds, Order.Hold::ours))
                .update();
    }

    /** When Shopify did not show orders, those created since when it would have shown, and when that is kept. */
    record Missing(Instant at, Instant seenSince, Instant now) {}

    /** Answers which of them are gone now and were not before. */
    static List<Long> gone(JdbcClient sql, ShopId shop, Collection<Long> orders, Missing missing) {
        var gone = sql.sql("""
                        update customer_order set gone_at = :at
                        where shop_id = :shop and order_id = any (:orders::bigint[])
                          and (read_at <= :at or read_at > :latest) and gone_at is null and created_at >= :since
                        returning order_id
                        """)
                .param("at", Timestamp.from(missing.at()))
                .param("latest", ReadTimes.latestColumn(missing.now()))
                .param("since", Timestamp.from(missing.seenSince()))
                .param("shop", shop.value())
                .param("orders", orders.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
        forgetParts(sql, shop, gone);
        return gone;
    }
}
