package dev.holdfast.shop.leave;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shop.leave.Footprint.Extent;
import dev.holdfast.shop.leave.LeavingRows.Row;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.Installer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes everything of ours out of a shop, once its merchant has seen what that does and agreed. */
public final class Leave {
    private static final Logger log = LoggerFactory.getLogger(Leave.class);

    private final Database database;
    private final ShopRegistry shops;
    private final List<Footprint> footprints;
    private final InstantSource clock;

    Leave(Database database, ShopRegistry shops, List<Footprint> footprints, InstantSource clock) {
        this.database = database;
        this.shops = shops;
        this.footprints = List.copyOf(footprints);
        this.clock = clock;
    }

    /**
     * How far a shop is on its way out.
     *
     * @param installed false after the merchant has removed the app: then nothing can be taken out from here
     * @param since when the merchant agreed; empty when nobody has
     * @param done when Shopify showed nothing of ours any more
     * @param total how many pieces there were when the merchant agreed, or are now
     * @param left how many there are now
     * @param sentences what taking them out does
     */
    public record Standing(
            boolean installed,
            Optional<Instant> since,
            Optional<Instant> done,
            long total,
            long left,
            List<String> sentences) {}

    public Standing standing(ShopId shop) {
        boolean installed = shops.installed().contains(shop);
        return database.inShop(shop, sql -> {
            var row = LeavingRows.find(sql, shop);
            var extents = extents(sql, shop);
            long left = left(extents);
            return new Standing(
                    installed,
                    row.map(Row::since),
                    row.flatMap(Row::done),
                    row.map(Row::total).orElse(left),
                    left,
                    extents.stream().map(Extent::sentence).toList());
        });
    }

    /** For a shop that has removed the app: a sentence for each thing of ours that is still in it, with the way to undo it. */
    public List<String> byHand(ShopId shop, int limit) {
        return database.inShop(
                shop,
                sql -> footprints.stream()
                        .flatMap(footprint -> footprint.byHand(sql, shop, limit).stream())
                        .limit(limit)
                        .toList());
    }

    /** The merchant has seen what it does and agrees; from now on nothing new is put into the shop. */
    public void confirm(ShopId shop) {
        database.inShop(shop, sql -> {
            LeavingRows.begin(sql, shop, left(extents(sql, shop)), clock.instant());
            footprints.forEach(footprint -> footprint.undo(sql, shop));
            return shop;
        });
        log.info("{} leaves: what is ours is taken out of it", shop);
    }

    /** The merchant stays; nothing happens when nobody has asked to leave. */
    public void comeBack(ShopId shop) {
        database.inShop(shop, sql -> {
            if (LeavingRows.end(sql, shop)) {
                footprints.forEach(footprint -> footprint.comeBack(sql, shop));
            }
            return shop;
        });
    }

    /** Whether nothing new may be put into this shop. */
    public static boolean isLeaving(JdbcClient sql, ShopId shop) {
        return LeavingRows.find(sql, shop).isPresent();
    }

    /** Goes on with every shop that is leaving; what was begun before a crash is found in the tables. */
    void goOn() {
        for (var shop : LeavingRows.unfinished(database)) {
            if (database.inShop(shop, sql -> step(sql, shop))) {
                log.info("{} has left: Shopify shows nothing of ours any more", shop);
            }
        }
    }

    private boolean step(JdbcClient sql, ShopId shop) {
        footprints.forEach(footprint -> footprint.undo(sql, shop));
        if (left(extents(sql, shop)) > 0) {
            return false;
        }
        // Should the merchant come back, the first changes are shown and agreed to anew.
        Installer.withdrawConsent(sql, shop);
        return LeavingRows.finish(sql, shop, clock.instant());
    }

    private List<Extent> extents(JdbcClient sql, ShopId shop) {
        return footprints.stream().map(footprint -> footprint.extent(sql, shop)).toList();
    }

    private static long left(List<Extent> extents) {
        return extents.stream().mapToLong(Extent::left).sum();
    }
}
