package dev.holdfast.cli;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --shop}: the shop a command is about. */
final class ShopOption {
    @Option(
            names = "--shop",
            paramLabel = "DOMAIN",
            description = "Such as your-shop.myshopify.com; not needed while there is one shop")
    private @Nullable String given;

    /** The domain as it was given; throws {@link BadInput} when it is none. Asked first, nothing is started for nothing. */
    Optional<ShopDomain> domain() {
        var parsed = Optional.ofNullable(given).flatMap(ShopDomain::parse);
        if (given != null && parsed.isEmpty()) {
            throw new BadInput("--shop", "is not a shop; write your-shop.myshopify.com");
        }
        return parsed;
    }

    /** The one that was named, or else the only one there is. */
    ShopId of(ShopRegistry shops) {
        return domain().map(domain -> named(shops, domain)).orElseGet(() -> only(shops));
    }

    /** The one that was named, or else the only one there is; while there is none, the only one there was. */
    ShopId orDeparted(ShopRegistry shops) {
        var departed = shops.departed();
        boolean chosen = domain().isPresent() || !shops.installed().isEmpty() || departed.size() != 1;
        return chosen ? of(shops) : departed.getFirst();
    }

    /** The one that was named, or else all; says so when there is none. */
    List<ShopId> orAll(ShopRegistry shops, Terminal terminal) {
        var all = domain().map(domain -> List.of(named(shops, domain))).orElseGet(shops::installed);
        if (all.isEmpty()) {
            terminal.say("No shop has installed Holdfast yet.");
        }
        return all;
    }

    private static ShopId named(ShopRegistry shops, ShopDomain domain) {
        return shops.find(domain).orElseThrow(() -> new BadInput("--shop", domain + " has never installed Holdfast"));
    }

    private static ShopId only(ShopRegistry shops) {
        var installed = shops.installed();
        if (installed.size() != 1) {
            throw new BadInput("--shop", "is needed: there are " + installed.size() + " shops");
        }
        return installed.getFirst();
    }
}
