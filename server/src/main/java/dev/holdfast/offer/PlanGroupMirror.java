package dev.holdfast.offer;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.client.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our copy of the groups of selling plans that are ours in Shopify. */
final class PlanGroupMirror implements Mirror<PlanGroup> {
    static final String NAME = "selling plan group";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return "SellingPlanGroup";
    }

    @Override
    public int place() {
        return 25;
    }

    @Override
    public Document some() {
        return Document.named("read/selling-plan-groups");
    }

    @Override
    public Document all() {
        return Document.named("read/all-selling-plan-groups");
    }

    @Override
    public boolean tellsChanges() {
        return false;
    }

    @Override
    public PlanGroup read(Branch branch, Instant readAt) {
        return PlanGroupReading.read(branch, readAt);
    }

    @Override
    public long id(PlanGroup group) {
        return group.id();
    }

    @Override
    public Facts facts(PlanGroup group) {
        var values = new TreeMap<String, String>();
        values.put("name", group.name());
        for (var plan : group.plans()) {
            var name = "plan " + plan.id();
            values.put(name + " name", plan.name());
            values.put(name + " price", plan.price());
            values.put(name + " charge at checkout", plan.charge());
        }
        return new Facts("selling plan group " + group.name(), group.createdAt(), group.readAt(), values);
    }

    @Override
    public List<Long> write(JdbcClient sql, ShopId shop, List<PlanGroup> groups, Instant now) {
        return PlanGroupRows.write(sql, shop, groups, now);
    }

    @Override
    public List<PlanGroup> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return PlanGroupRows.load(sql, shop, ids);
    }

    @Override
    public void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        PlanGroupRows.gone(sql, shop, ids, at, now);
    }

    @Override
    public List<Long> known(JdbcClient sql, ShopId shop) {
        return sql.sql("select group_id from selling_plan_group where shop_id = :shop and gone_at is null")
                .param("shop", shop.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
