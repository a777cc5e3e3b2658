package dev.holdfast.catalog;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.ReadTimes;
import dev.holdfast.shopify.client.Document;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our copy of a shop's locations. */
final class LocationMirror implements Mirror<Location> {
    static final String NAME = "location";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return "Location";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Document some() {
        return Document.named("read/locations");
    }

    @Override
    public Document all() {
        return Document.named("read/all-locations");
    }

    @Override
    public Location read(Branch branch, Instant readAt) {
        return new Location(
                branch.id().number(),
                branch.required("name"),
                branch.flag("isActive"),
                branch.flag("fulfillsOnlineOrders"),
                branch.time("updatedAt"),
                readAt);
    }

    @Override
    public long id(Location location) {
        return location.id();
    }

    @Override
    public Facts facts(Location location) {
        var values = new TreeMap<>(Map.of(
                "name", location.name(),
                "is active", String.valueOf(location.active()),
                "fulfils online orders", String.valueOf(location.fulfillsOnlineOrders())));
        return new Facts("location " + location.name(), location.updatedAt(), location.readAt(), values);
    }

    @Override
    public List<Long> write(JdbcClient sql, ShopId shop, List<Location> locations, Instant now) {
        return sql.sql("""
                insert into location as kept
                    (shop_id, location_id, name, active, fulfills_online_orders, updated_at, read_at)
                select :shop, unnest(:ids::bigint[]) as id, unnest(:names::text[]), unnest(:active::boolean[]),
                       unnest(:online::boolean[]), to_timestamp(unnest(:updated::float8[])),
                       to_timestamp(unnest(:read::float8[]))
                order by id
                on conflict (shop_id, location_id) do update
                set name = excluded.name, active = excluded.active, gone_at = null,
                    fulfills_online_orders = excluded.fulfills_online_orders,
                    updated_at = excluded.updated_at, read_at = excluded.read_at
                where kept.updated_at < excluded.updated_at
                   or kept.updated_at = excluded.updated_at
                      and (kept.read_at <= excluded.read_at or kept.read_at > :latest)
                returning location_id
                """)
                .param("shop", shop.value())
                .param("ids", ColumnArrays.longs(locations, Location::id))
                .param("names", ColumnArrays.texts(locations, Location::name))
                .param("active", ColumnArrays.flags(locations, Location::active))
                .param("online", ColumnArrays.flags(locations, Location::fulfillsOnlineOrders))
                .param("updated", ColumnArrays.times(locations, Location::updatedAt))
                .param("read", ColumnArrays.times(locations, Location::readAt))
                .param("latest", ReadTimes.latestColumn(now))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public List<Location> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return sql.sql("""
                select location_id, name, active, fulfills_online_orders, updated_at, read_at
                from location
                where shop_id = :shop and location_id = any (:ids::bigint[]) and gone_at is null
                """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Location(
                        row.getLong("location_id"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        row.getBoolean("fulfills_online_orders"),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getTimestamp("read_at").toInstant()))
                .list();
    }

    @Override
    public void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        sql.sql("""
                update location set gone_at = :at, active = false
                where shop_id = :shop and location_id = any (:ids::bigint[]) and gone_at is null
                  and (read_at <= :at or read_at > :latest)
                """)
                .param("at", Timestamp.from(at))
                .param("latest", ReadTimes.latestColumn(now))
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    @Override
    public List<Long> known(JdbcClient sql, ShopId shop) {
        return sql.sql("select location_id from location where shop_id = :shop and gone_at is null")
                .param("shop", shop.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
