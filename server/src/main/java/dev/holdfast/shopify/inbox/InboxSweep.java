package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every shop for which webhooks wait its turn, one after the other. */
final class InboxSweep {
    private static final Logger log = LoggerFactory.getLogger(InboxSweep.class);
    // Webhooks may overtake the installation they belong to; those of a shop that never comes are worth nothing.
    private static final Duration UNKNOWN_SHOP_WAITS = Duration.ofDays(7);

    private final Turns turns;
    private final ShopRegistry shops;
    private final InboxProcessor processor;
    private final InboxRows rows;
    private final InstantSource clock;

    InboxSweep(Database database, Turns turns, ShopRegistry shops, InboxProcessor processor, InstantSource clock) {
        this.turns = turns;
        this.shops = shops;
        this.processor = processor;
        this.rows = new InboxRows(database);
        this.clock = clock;
    }

    /** Whether anything was handled. */
    boolean run() {
        int handled = 0;
        for (var domain : rows.shops()) {
            var shop = shops.find(domain);
            if (shop.isPresent()) {
                handled += work(shop.get(), domain);
            } else {
                forgetOld(domain);
            }
        }
        return handled > 0;
    }

    private int work(ShopId shop, ShopDomain domain) {
        var turn = turns.take(Duty.INBOX, shop);
        if (turn.isEmpty()) {
            return 0;
        }
        try {
            int handled = processor.work(turn.get(), domain);
            turns.giveBack(turn.get(), Instant.MAX);
            return handled;
        } catch (RuntimeException e) {
            // Other shops go on; this one is tried again when its turn has run out.
            log.error("The inbox of {} could not be worked on", shop, e);
            return 0;
        }
    }

    private void forgetOld(ShopDomain domain) {
        var before = clock.instant().minus(UNKNOWN_SHOP_WAITS);
        // The oldest tells whether there is anything to forget, without a look at all the others.
        if (rows.oldest(domain, 1).stream().noneMatch(row -> row.receivedAt().isBefore(before))) {
            return;
        }
        int forgotten = rows.removeOlder(domain, before);
        log.warn(
                "Forgot {} webhooks of {}, which has not installed Holdfast in {} days",
                forgotten,
                domain,
                UNKNOWN_SHOP_WAITS.toDays());
    }
}
