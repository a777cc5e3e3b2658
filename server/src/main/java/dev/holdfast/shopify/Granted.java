package dev.holdfast.shopify;

import dev.holdfast.platform.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a shop's merchant has granted; known to the part that installs. */
@FunctionalInterface
public interface Granted {
    /** None for a shop that never connected; within the shop's open transaction. */
    Scopes scopes(JdbcClient sql, ShopId shop);

    /** Whether what this takes is granted. */
    default boolean isOn(JdbcClient sql, ShopId shop, OptionalFeature feature) {
        return feature.isOn(scopes(sql, shop));
    }
}
