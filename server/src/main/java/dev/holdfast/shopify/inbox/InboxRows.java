package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopDomain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads and removes what waits in the global table {@code webhook_inbox}. */
final class InboxRows {
    private final Database database;

    InboxRows(Database database) {
        this.database = database;
    }

    /** How much waits, and since when. */
    record Waiting(long count, Optional<Instant> oldest) {}

    /** The shops for which something waits, each found by one step in the index, however much waits for it. */
    List<ShopDomain> shops() {
        return database.global(sql ->
                sql.sql("""
                        with recursive waiting as (
                            (select shop_domain from webhook_inbox order by shop_domain limit 1)
                            union all
                            select (select i.shop_domain from webhook_inbox i
                                    where i.shop_domain > w.shop_domain order by i.shop_domain limit 1)
                            from waiting w
                            where w.shop_domain is not null)
                        select shop_domain from waiting where shop_domain is not null
                        """).query((row, _) -> new ShopDomain(row.getString(1))).list());
    }

    /** What has waited longest for this shop, in the order of arrival. */
    List<InboxRow> oldest(ShopDomain shop, int limit) {
        return database.global(sql -> sql.sql("""
                        select seq, webhook_id, topic, event_id, triggered_at, body, body_is_base64, received_at
                        from webhook_inbox
                        where shop_domain = :shop
                        order by seq
                        limit :limit
                        """)
                .param("shop", shop.value())
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list());
    }

    void remove(ShopDomain shop, Collection<InboxRow> rows) {
        database.global(sql -> sql.sql("delete from webhook_inbox where shop_domain = :shop and seq = any (:seqs)")
                .param("shop", shop.value())
                .param("seqs", rows.stream().map(InboxRow::seq).toArray(Long[]::new))
                .update());
    }

    /** Removes what has waited since before this time for one shop; answers how many. */
    int removeOlder(ShopDomain shop, Instant than) {
        return database.global(
                sql -> sql.sql("delete from webhook_inbox where shop_domain = :shop and received_at < :than")
                        .param("shop", shop.value())
                        .param("than", Timestamp.from(than))
                        .update());
    }

    Waiting waiting() {
        return waitingBut(List.of());
    }

    /** Without those for these shops. */
    Waiting waitingBut(Collection<ShopDomain> shops) {
        return database.global(sql -> sql.sql("""
                        select count(*), min(received_at) from webhook_inbox where shop_domain <> all (:shops)""")
                .param("shops", shops.stream().map(ShopDomain::value).toArray(String[]::new))
                .query((row, _) -> new Waiting(
                        row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .single());
    }

    private static InboxRow row(ResultSet row) throws SQLException {
        var text = row.getString("body");
        return new InboxRow(
                row.getLong("seq"),
                row.getString("webhook_id"),
                row.getString("topic"),
                Optional.ofNullable(row.getString("event_id")),
                Optional.ofNullable(row.getTimestamp("triggered_at")).map(Timestamp::toInstant),
                new Body(text, row.getBoolean("body_is_base64"), text.length()),
                row.getTimestamp("received_at").toInstant());
    }
}
