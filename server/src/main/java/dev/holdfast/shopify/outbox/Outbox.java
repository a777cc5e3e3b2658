package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where decisions leave what has to happen on Shopify. */
public final class Outbox {
    private final EffectKinds kinds;
    private final Announcements announcements;
    private final Ids ids;
    private final InstantSource clock;

    public Outbox(EffectKinds kinds, Announcements announcements, Ids ids, InstantSource clock) {
        this.kinds = kinds;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts an effect into the shop's open transaction: it is sent if and when that commits, after earlier effects on the
     * same subject. An effect whose key is there already is left as it is.
     */
    public void put(JdbcClient sql, ShopId shop, NewEffect effect) {
        putAll(sql, shop, List.of(effect));
    }

    /** The same for many, in their order. */
    public void putAll(JdbcClient sql, ShopId shop, List<NewEffect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        effects.forEach(this::check);
        var now = clock.instant();
        sql.sql("""
                insert into outbox
                    (shop_id, effect_id, idempotency_key, kind, subject, document, variables, context, created_at, due_at)
                select :shop, given.*, :now, :now
                from unnest(:ids::uuid[], :keys::uuid[], :kinds::text[], :subjects::text[], :documents::text[],
                            :variables::text[], :contexts::text[]) as given(id)
                on conflict (shop_id, idempotency_key) do nothing
                """)
                .param("shop", shop.value())
                .param("ids", effects.stream().map(_ -> ids.next()).toArray(UUID[]::new))
                .param("keys", effects.stream().map(NewEffect::key).toArray(UUID[]::new))
                .param("kinds", ColumnArrays.texts(effects, NewEffect::kind))
                .param("subjects", ColumnArrays.texts(effects, NewEffect::subject))
                .param("documents", ColumnArrays.texts(effects, NewEffect::document))
                .param(
                        "variables",
                        ColumnArrays.texts(effects, effect -> effect.variables().toString()))
                .param(
                        "contexts",
                        ColumnArrays.texts(effects, effect -> effect.context().toString()))
                .param("now", Timestamp.from(now))
                .update();
        announcements.announce(sql, Duty.OUTBOX, shop, now);
    }

    /** An effect that was decided on, and since when nothing more will come of it. */
    public record Earlier(UUID id, Optional<Instant> closedAt) {}

    /** The last effect of this kind on this subject, as far back as they are kept. */
    public Optional<Earlier> last(JdbcClient sql, ShopId shop, String kind, String subject) {
        return sql.sql("""
                select effect_id, closed_at
                from outbox
                where shop_id = :shop and subject = :subject and kind = :kind
                order by effect_id desc
                limit 1
                """)
                .param("shop", shop.value())
                .param("subject", subject)
                .param("kind", kind)
                .query((row, _) -> new Earlier(
                        row.getObject("effect_id", UUID.class),
                        Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant)))
                .optional();
    }

    /** On what effects of this kind are still open. */
    public List<String> openSubjects(JdbcClient sql, ShopId shop, String kind) {
        return sql.sql("select subject from outbox where shop_id = :shop and kind = :kind and closed_at is null")
                .param("shop", shop.value())
                .param("kind", kind)
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /** Drops every effect of this kind that waits or was set aside, for this reason; answers on what they were. */
    public List<String> withdraw(JdbcClient sql, ShopId shop, String kind, String reason) {
        return sql.sql("""
                update outbox set state = 'dropped', closed_at = :now, reason = :reason
                where shop_id = :shop and kind = :kind and closed_at is null and state in ('waiting', 'set_aside')
                returning subject
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("shop", shop.value())
                .param("kind", kind)
                .query((row, _) -> row.getString("subject"))
                .list();
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
