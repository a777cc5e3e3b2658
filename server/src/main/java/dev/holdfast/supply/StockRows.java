package dev.holdfast.supply;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import dev.holdfast.shop.mirror.ReadTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of stock levels. */
final class StockRows {
    private StockRows() {}

    /** Answers the items of which a level was written or taken away. */
    static List<Long> write(JdbcClient sql, ShopId shop, List<Stock> stocks, Instant now) {
        var levels = stocks.stream().flatMap(stock -> stock.levels().stream()).toList();
        var statement = sql.sql("""
                insert into stock_level as kept
                    (shop_id, inventory_item_id, location_id, active, available, on_hand, committed, reserved, incoming,
                     damaged, quality_control, safety_stock, updated_at, read_at)
                select :shop, unnest(:items::bigint[]) as item, unnest(:locations::bigint[]) as location,
                       unnest(:active::boolean[]), unnest(:available::int[]), unnest(:on_hand::int[]),
                       unnest(:committed::int[]), unnest(:reserved::int[]), unnest(:incoming::int[]),
                       unnest(:damaged::int[]), unnest(:quality_control::int[]), unnest(:safety_stock::int[]),
                       to_timestamp(unnest(:updated::float8[])), to_timestamp(unnest(:read::float8[]))
                order by item, location
                on conflict (shop_id, inventory_item_id, location_id) do update
                set active = excluded.active, available = excluded.available, on_hand = excluded.on_hand,
                    committed = excluded.committed, reserved = excluded.reserved, incoming = excluded.incoming,
                    damaged = excluded.damaged, quality_control = excluded.quality_control,
                    safety_stock = excluded.safety_stock, updated_at = excluded.updated_at, read_at = excluded.read_at
                where kept.updated_at < excluded.updated_at
                   or kept.updated_at = excluded.updated_at
                      and (kept.read_at <= excluded.read_at or kept.read_at > :latest)
                returning inventory_item_id
                """)
                .param("shop", shop.value())
                .param("items", ColumnArrays.longs(levels, Stock.Level::item))
                .param("locations", ColumnArrays.longs(levels, Stock.Level::location))
                .param("active", ColumnArrays.flags(levels, Stock.Level::active))
                .param("updated", ColumnArrays.times(levels, Stock.Level::updatedAt))
                .param("read", ColumnArrays.times(levels, Stock.Level::readAt))
                .param("latest", ReadTimes.latestColumn(now));
        for (var state : State.values()) {
            statement = statement.param(state.column(), ColumnArrays.ints(levels, level -> level.of(state)));
        }
        var changed = new TreeSet<>(
                statement.query((row, _) -> row.getLong("inventory_item_id")).list());
        changed.addAll(forgetOthers(sql, shop, stocks, levels, now));
        return List.copyOf(changed);
    }

    /** Levels of these items that Shopify no longer has, and answers whose. What was read together was all there was. */
    private static List<Long> forgetOthers(
            JdbcClient sql, ShopId shop, List<Stock> stocks, List<Stock.Level> levels, Instant now) {
        return sql.sql("""
                delete from stock_level
                using unnest(:items::bigint[], :read::float8[]) as whole(item, read_at)
                where stock_level.shop_id = :shop and stock_level.inventory_item_id = whole.item
                  and (stock_level.read_at < to_timestamp(whole.read_at) or stock_level.read_at > :latest)
                  and not (stock_level.inventory_item_id, stock_level.location_id) in (
                      select item, location from unnest(:levelItems::bigint[], :locations::bigint[]) as here(item, location))
                returning stock_level.inventory_item_id
                """)
                .param("shop", shop.value())
                .param("items", ColumnArrays.longs(stocks, Stock::item))
                .param("read", ColumnArrays.times(stocks, Stock::readAt))
                .param("latest", ReadTimes.latestColumn(now))
                .param("levelItems", ColumnArrays.longs(levels, Stock.Level::item))
                .param("locations", ColumnArrays.longs(levels, Stock.Level::location))
                .query((row, _) -> row.getLong("inventory_item_id"))
                .list();
    }

    static List<Stock> load(JdbcClient sql, ShopId shop, Collection<Long> items) {
        return sql
                .sql("""
                        select inventory_item_id, location_id, active, available, on_hand, committed, reserved, incoming,
                               damaged, quality_control, safety_stock, updated_at, read_at
                        from stock_level
                        where shop_id = :shop and inventory_item_id = any (:items::bigint[])
                        order by location_id
                        """)
                .param("shop", shop.value())
                .param("items", items.toArray(Long[]::new))
                .query((row, _) -> level(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Stock.Level::item))
                .entrySet()
                .stream()
                .map(entry -> new Stock(entry.getKey(), entry.getValue(), latest(entry.getValue())))
                .toList();
    }

    private static Instant latest(List<Stock.Level> levels) {
        return levels.stream()
                .map(Stock.Level::readAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Stock.Level level(ResultSet row) throws SQLException {
        var units = new EnumMap<State, Integer>(State.class);
        for (var state : State.values()) {
            units.put(state, row.getInt(state.column()));
        }
        return new Stock.Level(
                row.getLong("inventory_item_id"),
                row.getLong("location_id"),
                row.getBoolean("active"),
                units,
                row.getTimestamp("updated_at").toInstant(),
                row.getTimestamp("read_at").toInstant());
    }

    static void gone(JdbcClient sql, ShopId shop, Collection<Long> items, Instant at, Instant now) {
        sql.sql("""
                delete from stock_level
                where shop_id = :shop and inventory_item_id = any (:items::bigint[])
                  and (read_at <= :at or read_at > :latest)
                """)
                .param("shop", shop.value())
                .param("items", items.toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .param("latest", ReadTimes.latestColumn(now))
                .update();
    }
}
