package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turns;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where decisions leave what has to happen on Shopify. */
public final class Outbox {
    private final EffectKinds kinds;
    private final Turns turns;
    private final Ids ids;
    private final InstantSource clock;
    private final Runnable news;

    /** {@code news} is run after each commit with an effect in it: somebody may look what came. */
    public Outbox(EffectKinds kinds, Turns turns, Ids ids, InstantSource clock, Runnable news) {
        this.kinds = kinds;
        this.turns = turns;
        this.ids = ids;
        this.clock = clock;
        this.news = news;
    }

    /**
     * Puts an effect into the shop's open transaction: it is sent if and when that commits, after earlier effects on the
     * same subject. An effect whose key is there already is left as it is.
     *
     * <p>Best done last in a transaction: two decisions for one shop wait for each other from here on.
     */
    public void put(JdbcClient sql, ShopId shop, NewEffect effect) {
        check(effect);
        var now = clock.instant();
        sql.sql("""
                insert into outbox
                    (shop_id, effect_id, idempotency_key, kind, subject, document, variables, context, created_at, due_at)
                values (:shop, :id, :key, :kind, :subject, :document, :variables, :context, :now, :now)
                on conflict (shop_id, idempotency_key) do nothing
                """)
                .param("shop", shop.value())
                .param("id", ids.next())
                .param("key", effect.key())
                .param("kind", effect.kind())
                .param("subject", effect.subject())
                .param("document", effect.document())
                .param("variables", effect.variables().toString())
                .param("context", effect.context().toString())
                .param("now", Timestamp.from(now))
                .update();
        turns.announce(sql, Duty.OUTBOX, shop, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                news.run();
            }
        });
    }

    /** Whether an effect of this kind on this subject is still open. */
    public boolean isOpen(JdbcClient sql, ShopId shop, String kind, String subject) {
        return sql.sql("""
                select exists (
                    select from outbox
                    where shop_id = :shop and subject = :subject and kind = :kind and closed_at is null)
                """)
                .param("shop", shop.value())
                .param("subject", subject)
                .param("kind", kind)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    // Found here, a mistake fails the decision; found by the sender, it would block the subject.
    private void check(NewEffect effect) {
        kinds.named(effect.kind());
        if (Document.named(effect.document()).repeat() == Document.Repeat.READ) {
            throw new IllegalArgumentException(effect.document() + " changes nothing: it is no effect.");
        }
        if (!effect.variables().isObject() || effect.variables().has("key")) {
            throw new IllegalArgumentException(
                    "The variables of " + effect.kind() + " must be an object without a key.");
        }
    }
}
