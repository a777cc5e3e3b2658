package dev.holdfast.offer;

import dev.holdfast.offer.PlanGroup.Plan;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import dev.holdfast.shop.mirror.ReadTimes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of groups and their plans, all within one shop; a group is replaced as a whole by what was read later. */
final class PlanGroupRows {
    private PlanGroupRows() {}

    static List<Long> write(JdbcClient sql, ShopId shop, List<PlanGroup> groups, Instant now) {
        var kept = new HashSet<>(writeHeads(sql, shop, groups, now));
        var fresh = groups.stream().filter(group -> kept.contains(group.id())).toList();
        sql.sql("delete from selling_plan where shop_id = :shop and group_id = any (:groups::bigint[])")
                .param("shop", shop.value())
                .param("groups", ColumnArrays.longs(fresh, PlanGroup::id))
                .update();
        var plans = fresh.stream().flatMap(group -> group.plans().stream()).toList();
        sql.sql("""
                insert into selling_plan (shop_id, group_id, plan_id, name, price, charge)
                select :shop, group_id, id, name, price, charge
                from unnest(:groups::bigint[], :ids::bigint[], :names::text[], :prices::text[], :charges::text[])
                    as given(group_id, id, name, price, charge)
                """)
                .param("shop", shop.value())
                .param("groups", ColumnArrays.longs(plans, Plan::group))
                .param("ids", ColumnArrays.longs(plans, Plan::id))
                .param("names", ColumnArrays.texts(plans, Plan::name))
                .param("prices", ColumnArrays.texts(plans, Plan::price))
                .param("charges", ColumnArrays.texts(plans, Plan::charge))
                .update();
        return fresh.stream().map(PlanGroup::id).toList();
    }

    private static List<Long> writeHeads(JdbcClient sql, ShopId shop, List<PlanGroup> groups, Instant now) {
        return sql.sql("""
                insert into selling_plan_group as kept (shop_id, group_id, name, created_at, read_at)
                select :shop, unnest(:ids::bigint[]) as id, unnest(:names::text[]),
                       to_timestamp(unnest(:created::float8[])), to_timestamp(unnest(:read::float8[]))
                order by id
                on conflict (shop_id, group_id) do update
                set name = excluded.name, read_at = excluded.read_at, gone_at = null
                where kept.read_at <= excluded.read_at or kept.read_at > :latest
                returning group_id
                """)
                .param("shop", shop.value())
                .param("ids", ColumnArrays.longs(groups, PlanGroup::id))
                .param("names", ColumnArrays.texts(groups, PlanGroup::name))
                .param("created", ColumnArrays.times(groups, PlanGroup::createdAt))
                .param("read", ColumnArrays.times(groups, PlanGroup::readAt))
                .param("latest", ReadTimes.latestColumn(now))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    static List<PlanGroup> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        var plans = sql
                .sql("""
                        select group_id, plan_id, name, price, charge from selling_plan
                        where shop_id = :shop and group_id = any (:ids::bigint[])
                        order by plan_id
                        """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Plan(
                        row.getLong("group_id"),
                        row.getLong("plan_id"),
                        row.getString("name"),
                        row.getString("price"),
                        row.getString("charge")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Plan::group));
        return sql.sql("""
                        select group_id, name, created_at, read_at from selling_plan_group
                        where shop_id = :shop and group_id = any (:ids::bigint[]) and gone_at is null
                        """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new PlanGroup(
                        row.getLong("group_id"),
                        row.getString("name"),
                        plans.getOrDefault(row.getLong("group_id"), List.of()),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("read_at").toInstant()))
                .list();
    }

    static void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        sql.sql("""
                update selling_plan_group set gone_at = :at
                where shop_id = :shop and group_id = any (:ids::bigint[]) and gone_at is null
                  and (read_at <= :at or read_at > :latest)
                """)
                .param("at", Timestamp.from(at))
                .param("latest", ReadTimes.latestColumn(now))
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}
