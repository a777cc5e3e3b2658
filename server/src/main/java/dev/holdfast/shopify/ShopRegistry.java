package dev.holdfast.shopify;

import dev.holdfast.platform.ShopId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which shops there are; kept by the module {@code shop}, which uses this one. */
public interface ShopRegistry {
    /** The number of a shop that is or was installed; empty for one we have never met. */
    Optional<ShopId> find(ShopDomain domain);

    /** The domain of a shop by its number; it is our bug if there is none. */
    ShopDomain domain(ShopId shop);

    /** The number of this shop, which is installed from now on. */
    ShopId install(ShopDomain domain);

    /** The shop has removed the app; written within its open transaction. */
    void uninstall(JdbcClient sql, ShopId shop);

    /** The shops that are installed now, by number. */
    List<ShopId> installed();

    /** Those that have removed the app and are not forgotten yet, by number. */
    List<ShopId> departed();
}
