package dev.holdfast.shopify.turn;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.work.Wakes;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where it is said that a shop has work; a worker sees it once the transaction it is said in commits. */
public final class Announcements {
    private final Wakes wakes;

    public Announcements(Wakes wakes) {
        this.wakes = wakes;
    }

    /**
     * Says within an open transaction that there is work from this time on. Waits for nobody, whoever has the turn, and is
     * not overlooked: who has the turn now gives the shop another one.
     */
    public void announce(JdbcClient sql, Duty duty, ShopId shop, Instant due) {
        sql.sql("insert into turn_announcement (duty, shop_id, due_at) values (:duty, :shop, :due)")
                .param("duty", duty.column())
                .param("shop", shop.value())
                .param("due", Timestamp.from(due))
                .update();
        wakes.wakeAfterCommit(duty.worker());
    }
}
