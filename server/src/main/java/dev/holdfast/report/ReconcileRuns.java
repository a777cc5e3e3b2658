package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** When each shop was last reconciled, and what that came to. */
final class ReconcileRuns {
    private final Database database;

    ReconcileRuns(Database database) {
        this.database = database;
    }

    /** The last run of a shop. */
    record Run(Instant asOf, int differences, int left, int byHand) {}

    void add(Reconciliation done) {
        database.inShop(
                done.shop(),
                sql -> sql.sql("""
                        insert into reconcile_run (shop_id, as_of, compared, differences, remaining, by_hand)
                        values (:shop, :at, :compared, :differences, :left, :byHand)
                        on conflict (shop_id) do update
                        set as_of = excluded.as_of, compared = excluded.compared, differences = excluded.differences,
                            remaining = excluded.remaining, by_hand = excluded.by_hand
                        """)
                        .param("shop", done.shop().value())
                        .param("at", Timestamp.from(done.asOf()))
                        .param("compared", done.compared())
                        .param("differences", done.differences().size())
                        .param("left", done.left())
                        .param("byHand", done.byHand())
                        .update());
    }

    /** When the shop was last compared; while it never was, when it was installed. */
    Instant since(ShopId shop) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        select coalesce((select as_of from reconcile_run where shop_id = :shop), installed_at)
                        from shop where shop_id = :shop
                        """)
                        .param("shop", shop.value())
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
    }

    Optional<Run> last(ShopId shop) {
        return database.inShop(
                shop,
                sql -> sql.sql("select as_of, differences, remaining, by_hand from reconcile_run where shop_id = :shop")
                        .param("shop", shop.value())
                        .query((row, _) -> new Run(
                                row.getTimestamp("as_of").toInstant(),
                                row.getInt("differences"),
                                row.getInt("remaining"),
                                row.getInt("by_hand")))
                        .optional());
    }
}
