package dev.holdfast.shop;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shops that have installed Holdfast, and those that have left: a shop keeps its number for ever. */
public final class Shops implements ShopRegistry {
    private final Database database;
    private final InstantSource clock;

    public Shops(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<ShopId> find(ShopDomain domain) {
        return database.global(sql -> sql.sql("select shop_id from shop where domain = :domain")
                .param("domain", domain.value())
                .query(Long.class)
                .optional()
                .map(ShopId::new));
    }

    @Override
    public ShopDomain domain(ShopId shop) {
        return database.global(sql -> sql.sql("select domain from shop where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> new ShopDomain(row.getString("domain")))
                .single());
    }

    /** The domain of a shop within its open transaction. */
    public static String domain(JdbcClient sql, ShopId shop) {
        return sql.sql("select domain from shop where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> row.getString("domain"))
                .single();
    }

    @Override
    public ShopId install(ShopDomain domain) {
        return new ShopId(database.global(sql -> sql.sql("""
                        insert into shop (domain, installed_at) values (:domain, :now)
                        on conflict (domain) do update
                        set installed_at = case when shop.uninstalled_at is null then shop.installed_at else :now end,
                            uninstalled_at = null
                        returning shop_id
                        """)
                .param("domain", domain.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single()));
    }

    @Override
    public void uninstall(JdbcClient sql, ShopId shop) {
        sql.sql("update shop set uninstalled_at = :now where shop_id = :shop and uninstalled_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("shop", shop.value())
                .update();
    }

    @Override
    public List<ShopId> departed() {
        return database.global(sql -> sql.sql("""
                        select shop_id from shop
                        where uninstalled_at is not null and domain not like 'erased-%' order by shop_id
                        """)
                .query((row, _) -> new ShopId(row.getLong("shop_id")))
                .list());
    }

    @Override
    public List<ShopId> installed() {
        return database.global(sql -> sql.sql("select shop_id from shop where uninstalled_at is null order by shop_id")
                .query((row, _) -> new ShopId(row.getLong("shop_id")))
                .list());
    }
}
