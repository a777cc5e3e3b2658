package dev.holdfast.doors;

import dev.holdfast.platform.testing.GlobalTables;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.inbox.WebhookHandler;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The rows of every tenant table, as the superuser sees them. */
final class TenantRows {
    /** Rows that name what somebody asked about, which need not be there. */
    private static final Set<String> NAMES_WHAT_WAS_ASKED = Set.of("privacy_request", "forgotten");

    private final TwoShops shops;

    TenantRows(TwoShops shops) {
        this.shops = shops;
    }

    /** All tables that have a shop's rows. */
    List<String> tables() {
        return texts("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'shop_id' order by 1
                """).stream()
                .filter(table -> !GlobalTables.NAMES.contains(table))
                .toList();
    }

    /** The numbers in every column that holds an id, by table and column; empty columns are left out. */
    Map<String, Set<Long>> allIds(ShopDomain shop) {
        var found = new TreeMap<String, Set<Long>>();
        for (var table : tables()) {
            for (var column : texts("""
                    select column_name from information_schema.columns
                    where table_schema = 'public' and data_type = 'bigint' and column_name like '%%\\_id'
                      and column_name <> 'shop_id' and table_name = '%s' order by 1
                    """.formatted(table))) {
                var ids = ids(shop, table, column);
                if (!ids.isEmpty()) {
                    found.put(table + "." + column, ids);
                }
            }
        }
        return found;
    }

    Set<Long> ids(ShopDomain shop, String table, String column) {
        return new TreeSet<>(shops.numbers("select distinct %2$s from %1$s where shop_id = %3$d and %2$s is not null"
                .formatted(table, column, shops.id(shop).value())));
    }

    /** Columns of one shop that hold an id of another's, with the ids. */
    Map<String, Set<Long>> foreign(ShopDomain shop, ShopDomain other) {
        var theirs = new TreeSet<Long>();
        allIds(other).values().forEach(theirs::addAll);
        var found = allIds(shop);
        found.values().forEach(ids -> ids.retainAll(theirs));
        found.entrySet()
                .removeIf(entry -> entry.getValue().isEmpty()
                        || NAMES_WHAT_WAS_ASKED.contains(entry.getKey().split("\\.", 2)[0]));
        return found;
    }

    /** Every row of a shop, as text, by table. */
    Map<String, List<String>> snapshot(ShopDomain shop) {
        var found = new TreeMap<String, List<String>>();
        for (var table : tables()) {
            found.put(
                    table,
                    texts("select t::text from %s t where shop_id = %d order by 1"
                            .formatted(table, shops.id(shop).value())));
        }
        return found;
    }

    int count(String table, long shop) {
        return shops.database
                .superuser()
                .sql("select count(*) from " + table + " where shop_id = ?")
                .param(shop)
                .query(Integer.class)
                .single();
    }

    /** Nothing waits to be handled, read or sent, so that only what a test does changes rows. */
    boolean areAtRest() {
        return shops.numbers("""
                        select (select count(*) from webhook_inbox) + (select count(*) from refresh)
                             + (select count(*) from outbox
                                where state in ('waiting', 'sending', 'unknown') and kind = 'shopify.subscription')
                        """).equals(List.of(0L));
    }

    /** The parts that answer behind the frame's own servlet. */
    Set<String> controllers() {
        return Set.of(context().getBeanNamesForAnnotation(Controller.class));
    }

    /** The topics that have a handler. */
    Set<String> topics() {
        var topics = new TreeSet<String>();
        context().getBeansOfType(WebhookHandler.class).values().forEach(handler -> topics.addAll(handler.topics()));
        return topics;
    }

    private ApplicationContext context() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(shops.server.part(ServletContext.class));
    }

    private List<String> texts(String sql) {
        return shops.database
                .superuser()
                .sql(sql)
                .query((row, _) -> row.getString(1))
                .list();
    }

    static <T> List<T> with(List<T> all, T more) {
        var longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }
}
