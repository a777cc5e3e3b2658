package dev.holdfast.cli;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import org.jspecify.annotations.Nullable;

/** The shop a command is about. */
final class ChosenShop {

    private ChosenShop() {}

    /** The one of this domain, or without a domain the only one there is. */
    static ShopId of(ShopRegistry shops, @Nullable String domain) {
        if (domain != null) {
            return ShopDomain.parse(domain)
                    .flatMap(shops::find)
                    .orElseThrow(() -> new BadInput("--shop", domain + " has never installed Holdfast"));
        }
        var installed = shops.installed();
        if (installed.size() != 1) {
            throw new BadInput("--shop", "is needed: there are " + installed.size() + " shops");
        }
        return installed.getFirst();
    }
}
