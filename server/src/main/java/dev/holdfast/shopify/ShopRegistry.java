package dev.holdfast.shopify;

import dev.holdfast.platform.ShopId;
import java.util.List;
import java.util.Optional;

/** Which shops there are; kept by the module {@code shop}, which uses this one. */
public interface ShopRegistry {
    /** The number of a shop that is or was installed; empty for one we have never met. */
    Optional<ShopId> find(ShopDomain domain);

    /** The number of this shop, which is installed from now on. */
    ShopId install(ShopDomain domain);

    /** The shop has removed the app. */
    void uninstall(ShopId shop);

    /** The shops that are installed now, by number. */
    List<ShopId> installed();
}
