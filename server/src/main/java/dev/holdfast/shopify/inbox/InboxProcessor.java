package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.inbox.SetAsideWebhooks.Cause;
import dev.holdfast.shopify.inbox.SetAsideWebhooks.Why;
import dev.holdfast.shopify.turn.PassingTrouble;
import dev.holdfast.shopify.turn.Turn;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handles what waits for one shop, in the order of arrival, each webhook once. */
final class InboxProcessor {
    private static final Logger log = LoggerFactory.getLogger(InboxProcessor.class);
    private static final int BATCH = 300;
    // Then other shops have their turn.
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Turns turns;
    private final InboxHandlers handlers;
    private final InboxRows rows;
    private final InstantSource clock;

    InboxProcessor(Database database, Turns turns, InboxHandlers handlers, InstantSource clock) {
        this.turns = turns;
        this.handlers = handlers;
        this.rows = new InboxRows(database);
        this.clock = clock;
    }

    /** Handles what waits, for about a second; answers how many. */
    int work(Turn turn, ShopDomain domain) {
        var end = clock.instant().plus(LONGEST);
        int handled = 0;
        while (clock.instant().isBefore(end)) {
            var batch = rows.oldest(domain, BATCH);
            if (batch.isEmpty()) {
                break;
            }
            take(turn, domain, batch);
            handled += batch.size();
        }
        return handled;
    }

    private void take(Turn turn, ShopDomain domain, List<InboxRow> batch) {
        try {
            turns.in(turn, sql -> handle(sql, turn.shop(), batch));
        } catch (RuntimeException e) {
            if (PassingTrouble.isBehind(e)) {
                // The webhook stays where it is.
                throw e;
            }
            if (batch.size() > 1) {
                // The order stays: the first half is taken, or set aside, before the second.
                int middle = batch.size() / 2;
                take(turn, domain, batch.subList(0, middle));
                take(turn, domain, batch.subList(middle, batch.size()));
                return;
            }
            setAside(turn, batch.getFirst(), e);
        }
        // After the shop's transaction and not in it: a duplicate that arrives now would have to wait for it. Should we
        // end
        // here, the next one finds them seen.
        rows.remove(domain, batch);
    }

    private void handle(JdbcClient sql, ShopId shop, List<InboxRow> batch) {
        var now = clock.instant();
        var fresh = SeenWebhooks.add(sql, shop, batch, now);
        var run = new ArrayList<Webhook>();
        WebhookHandler current = null;
        for (var row : batch) {
            if (!fresh.contains(row.webhookId())) {
                continue;
            }
            var handler = handlers.of(row.topic()).orElse(null);
            if (handler == null) {
                SetAsideWebhooks.add(sql, shop, row, unknown(row, now));
                continue;
            }
            if (current != null && !current.equals(handler)) {
                current.handle(sql, shop, List.copyOf(run));
                run.clear();
            }
            current = handler;
            run.add(WebhookReader.read(row));
        }
        if (current != null) {
            current.handle(sql, shop, List.copyOf(run));
        }
    }

    private static Why unknown(InboxRow row, Instant now) {
        return new Why(Cause.UNKNOWN_TOPIC, "Nothing in this version handles " + row.topic() + ".", now);
    }

    private void setAside(Turn turn, InboxRow row, RuntimeException e) {
        // The message may quote the payload, so it goes into the shop's own table and not into the log.
        log.error(
                "{}: set aside {} {} ({})",
                turn.shop(),
                row.topic(),
                row.webhookId(),
                e.getClass().getSimpleName());
        turns.in(turn, sql -> {
            var now = clock.instant();
            if (!SeenWebhooks.add(sql, turn.shop(), List.of(row), now).isEmpty()) {
                SetAsideWebhooks.add(sql, turn.shop(), row, new Why(Cause.FAILED, reason(e), now));
            }
        });
    }

    private static String reason(RuntimeException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
