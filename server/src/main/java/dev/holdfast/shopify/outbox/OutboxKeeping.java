package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets closed effects after a while; modules keep what they need of them themselves. */
public final class OutboxKeeping {
    static final Duration CLOSED = Duration.ofDays(30);

    private final Database database;
    private final ShopRegistry shops;
    private final InstantSource clock;

    OutboxKeeping(Database database, ShopRegistry shops, InstantSource clock) {
        this.database = database;
        this.shops = shops;
        this.clock = clock;
    }

    /** Shop by shop; answers how many rows are gone. */
    public int run() {
        return shops.installed().stream().mapToInt(this::run).sum();
    }

    private int run(ShopId shop) {
        var before = Timestamp.from(clock.instant().minus(CLOSED));
        return database.inShop(
                shop,
                sql -> sql.sql("delete from outbox where shop_id = :shop and closed_at < :before")
                        .param("shop", shop.value())
                        .param("before", before)
                        .update());
    }
}
