package dev.holdfast.shop.firstimport;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shop.firstimport.ImportProgress.State;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.auth.Connected;
import dev.holdfast.shopify.auth.Regranted;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where imports are asked for, and where it shows how far they are. */
public final class Imports implements Connected, Regranted {
    private final Database database;
    private final Announcements announcements;
    private final Mirrors mirrors;
    private final InstantSource clock;

    Imports(Database database, Announcements announcements, Mirrors mirrors, InstantSource clock) {
        this.database = database;
        this.announcements = announcements;
        this.mirrors = mirrors;
        this.clock = clock;
    }

    /** A shop that connects is imported; one that comes back too, for nobody told us what happened meanwhile. */
    @Override
    public void connected(ShopId shop) {
        ask(shop);
    }

    @Override
    public void regranted(JdbcClient sql, ShopId shop) {
        ask(sql, shop);
    }

    /** Has the shop copied; what is being copied already goes on. */
    public void ask(ShopId shop) {
        database.inShop(shop, sql -> {
            ask(sql, shop);
            return shop;
        });
    }

    private void ask(JdbcClient sql, ShopId shop) {
        var now = clock.instant();
        ImportRows.ask(sql, shop, mirrors.all().stream().map(Mirror::name).toList(), now);
        announcements.announce(sql, Duty.IMPORT, shop, now);
    }

    /** How far the shop's import is. */
    public ImportProgress progress(ShopId shop) {
        var parts = database.inShop(shop, sql -> ImportRows.progress(sql, shop));
        return new ImportProgress(parts.stream()
                .sorted(Comparator.comparingInt(part -> place(part.name())))
                .toList());
    }

    /** What is still to be done, in the order of its doing. */
    List<ImportRow> open(ShopId shop) {
        return database.inShop(shop, sql -> ImportRows.all(sql, shop)).stream()
                .filter(row -> row.state() != State.DONE)
                .sorted(Comparator.comparingInt(row -> place(row.name())))
                .toList();
    }

    // A part of another version's comes last; nobody works on it.
    private int place(String name) {
        return mirrors.named(name).map(Mirror::place).orElse(Integer.MAX_VALUE);
    }
}
