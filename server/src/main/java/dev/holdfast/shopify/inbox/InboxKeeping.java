package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets what need not be known any more. */
public final class InboxKeeping {
    /** Shopify repeats a delivery for four hours and may be late by a day. */
    static final Duration SEEN = Duration.ofDays(14);

    static final Duration UNKNOWN_TOPICS = Duration.ofDays(30);

    private final Database database;
    private final ShopRegistry shops;
    private final InstantSource clock;

    InboxKeeping(Database database, ShopRegistry shops, InstantSource clock) {
        this.database = database;
        this.shops = shops;
        this.clock = clock;
    }

    /** Shop by shop; answers how many rows are gone. */
    public int run() {
        return shops.installed().stream().mapToInt(this::run).sum();
    }

    private int run(ShopId shop) {
        var now = clock.instant();
        return database.inShop(
                shop,
                sql -> SeenWebhooks.forget(sql, shop, now.minus(SEEN))
                        + SetAsideWebhooks.forgetUnknown(sql, shop, now.minus(UNKNOWN_TOPICS)));
    }
}
