package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Is told within the shop's open transaction that its merchant has granted other scopes: what was hidden may be shown. */
@FunctionalInterface
public interface Regranted {
    void regranted(JdbcClient sql, ShopId shop);
}
