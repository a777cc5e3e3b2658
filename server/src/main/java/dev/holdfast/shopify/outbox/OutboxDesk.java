package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.Document.Repeat;
import dev.holdfast.shopify.outbox.Effect.State;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Where people see what has not been sent, and send or drop it by hand. */
public final class OutboxDesk {
    private final Database database;
    private final Announcements announcements;
    private final InstantSource clock;

    public OutboxDesk(Database database, Announcements announcements, InstantSource clock) {
        this.database = database;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** An open effect as people see it; variables may hold personal data and are not shown. */
    public record Open(
            UUID id,
            String kind,
            String subject,
            State state,
            int attempts,
            Instant createdAt,
            Optional<String> reason) {}

    /** How much is open in one shop's outbox. */
    public record Backlog(long open, long setAside, Optional<Instant> oldest) {}

    /** Why the oldest effect that will be tried again was not carried out yet, and the oldest that was set aside. */
    public record Why(Optional<String> waiting, Optional<String> setAside) {}

    /** The answer to an order by hand. */
    public enum Answer {
        /** It is done as asked. */
        OK,
        /** There is no such open effect in this shop. */
        NOT_OPEN,
        /** It is being sent this moment; ask again. */
        UNDER_WAY
    }

    /** The open effects of a shop, oldest first. */
    public List<Open> list(ShopId shop, int limit) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        select effect_id, kind, subject, state, attempts, created_at, reason
                        from outbox
                        where shop_id = :shop and closed_at is null
                        order by effect_id
                        limit :limit
                        """)
                        .param("shop", shop.value())
                        .param("limit", limit)
                        .query((row, _) -> open(row))
                        .list());
    }

    public Backlog backlog(ShopId shop) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        select count(*), count(*) filter (where state = 'set_aside'), min(created_at)
                        from outbox
                        where shop_id = :shop and closed_at is null
                        """)
                        .param("shop", shop.value())
                        .query((row, _) -> new Backlog(
                                row.getLong(1),
                                row.getLong(2),
                                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
                        .single());
    }

    public Why why(ShopId shop) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        select (select w.reason from outbox w
                                where w.shop_id = :shop and w.closed_at is null and w.state <> 'set_aside'
                                  and w.reason is not null
                                order by w.effect_id limit 1) as waiting,
                               (select a.reason from outbox a
                                where a.shop_id = :shop and a.closed_at is null and a.state = 'set_aside'
                                order by a.effect_id limit 1) as set_aside
                        """)
                        .param("shop", shop.value())
                        .query((row, _) -> new Why(
                                Optional.ofNullable(row.getString("waiting")),
                                Optional.ofNullable(row.getString("set_aside"))))
                        .single());
    }

    /**
     * Sends an effect that waits or was set aside as soon as its turn comes, with its old key. Whoever resends one that must
     * not be repeated blindly has looked at Shopify and seen that it did not happen.
     */
    public Answer resend(ShopId shop, UUID id) {
        return change(shop, id, "state = :state, due_at = :now, reason = null");
    }

    /** Gives an effect up; what waits behind it is sent. */
    public Answer drop(ShopId shop, UUID id) {
        return change(shop, id, "state = 'dropped', closed_at = :now");
    }

    private Answer change(ShopId shop, UUID id, String change) {
        return database.inShop(shop, sql -> {
            var found = sql.sql("""
                            select state, document, first_sent_at is not null as sent
                            from outbox
                            where shop_id = :shop and effect_id = :id and closed_at is null
                            for update
                            """)
                    .param("shop", shop.value())
                    .param("id", id)
                    .query((row, _) -> found(row))
                    .optional();
            if (found.isEmpty()) {
                return Answer.NOT_OPEN;
            }
            if (found.get().state() == State.SENDING) {
                return Answer.UNDER_WAY;
            }
            var now = clock.instant();
            sql.sql("update outbox set " + change + " where shop_id = :shop and effect_id = :id and closed_at is null")
                    .param("state", found.get().again())
                    .param("now", Timestamp.from(now))
                    .param("shop", shop.value())
                    .param("id", id)
                    .update();
            announcements.announce(sql, Duty.OUTBOX, shop, now);
            return Answer.OK;
        });
    }

    private record Found(State state, String document, boolean sent) {
        /** The state it goes on in: what may have happened is remembered, unless a person has just looked. */
        String again() {
            boolean lookFirst =
                    Document.exists(document) && Document.named(document).repeat() == Repeat.LOOK_FIRST;
            return sent && !lookFirst ? "unknown" : "waiting";
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(state(row), row.getString("document"), row.getBoolean("sent"));
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("effect_id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                state(row),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getString("reason")));
    }

    private static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }
}
