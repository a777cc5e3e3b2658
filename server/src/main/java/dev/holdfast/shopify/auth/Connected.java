package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;

/** Is told after a shop has connected, or connected again; must bear being told again, and may be told by any thread. */
@FunctionalInterface
public interface Connected {
    void connected(ShopId shop);
}
