package dev.holdfast.cli;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop a command is about. */
final class ChosenShop {

    private ChosenShop() {}

    /** The one of this domain, or without a domain the only one there is. */
    static ShopId of(ShopRegistry shops, @Nullable String domain) {
        var given = domain(domain);
        if (given.isPresent()) {
            return shops.find(given.get())
                    .orElseThrow(() -> new BadInput("--shop", given.get() + " has never installed Holdfast"));
        }
        var installed = shops.installed();
        if (installed.size() != 1) {
            throw new BadInput("--shop", "is needed: there are " + installed.size() + " shops");
        }
        return installed.getFirst();
    }

    /** The domain as it was given; throws {@link BadInput} when it is none. */
    static Optional<ShopDomain> domain(@Nullable String given) {
        var parsed = Optional.ofNullable(given).flatMap(ShopDomain::parse);
        if (given != null && parsed.isEmpty()) {
            throw new BadInput("--shop", "is not a shop; write your-shop.myshopify.com");
        }
        return parsed;
    }
}
