package dev.holdfast.shopify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.outbox.OutboxRows.Allowed;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that was just filled has no statistics: what the sender asks again and again must not need them. */
class FreshOutboxTest {
    private static final int EFFECTS = 2_000;
    // A join with the earlier ones reads more than twice as many.
    private static final long MOST_ROWS = 10L * EFFECTS;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");

    @Test
    void what_is_to_be_sent_next_is_found_without_comparing_all_with_all() {
        var shop = new Shops(DATABASE.database(), clock).install(new ShopDomain("toy-shop.myshopify.com"));
        DATABASE.superuser()
                .sql("alter table outbox set (autovacuum_enabled = false)")
                .update();
        DATABASE.superuser()
                .sql("""
                insert into outbox (shop_id, effect_id, idempotency_key, kind, subject, document, variables, context,
                                    created_at, due_at)
                select :shop, uuidv7(), gen_random_uuid(), 'test', 'subject ' || n, 'none', '{}', '{}', :now::timestamptz,
                       :now::timestamptz
                from generate_series(1, :effects) as n
                """)
                .param("shop", shop.value())
                .param("now", clock.instant().toString())
                .param("effects", EFFECTS)
                .update();
        assertThat(rowsRead(
                        shop, sql -> assertThat(OutboxRows.nextDue(sql, shop)).hasValue(clock.instant())))
                .as("rows read to know when to send next")
                .isLessThan(MOST_ROWS);
        var all = new Allowed(true, Set.of());
        assertThat(rowsRead(
                        shop,
                        sql -> assertThat(OutboxRows.sendable(sql, shop, clock.instant(), all, 20))
                                .hasSize(20)))
                .as("rows read to know what to send")
                .isLessThan(MOST_ROWS);
    }

    private static long rowsRead(ShopId shop, Consumer<JdbcClient> asking) {
        return DATABASE.database().inShop(shop, sql -> {
            asking.accept(sql);
            return sql.sql("""
                            select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'outbox'
                            """).query((row, _) -> row.getLong(1)).single();
        });
    }
}
