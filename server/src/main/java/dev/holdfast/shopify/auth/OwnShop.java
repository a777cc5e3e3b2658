package dev.holdfast.shopify.auth;

import dev.holdfast.platform.work.Worker;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.auth.Connection.State;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects the shop named in the settings as soon as Shopify lets us. */
final class OwnShop implements Worker {
    private static final Logger log = LoggerFactory.getLogger(OwnShop.class);

    static final String NAME = "own shop";

    private final Optional<ShopDomain> domain;
    private final ShopRegistry shops;
    private final Connections connections;
    private final Installer installer;

    OwnShop(Optional<ShopDomain> domain, ShopRegistry shops, Connections connections, Installer installer) {
        this.domain = domain;
        this.shops = shops;
        this.connections = connections;
        this.installer = installer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean work() {
        domain.filter(shop -> !isLive(shop)).ifPresent(this::connect);
        return false;
    }

    private boolean isLive(ShopDomain shop) {
        return shops.find(shop)
                .flatMap(connections::find)
                .filter(connection -> connection.state() == State.LIVE)
                .isPresent();
    }

    private void connect(ShopDomain shop) {
        try {
            installer.byClientCredentials(shop);
        } catch (TokenRefused e) {
            log.warn("{}; is the app installed there, and of the same organization?", e.getMessage());
        } catch (ShopifyFault e) {
            log.warn("{} cannot be connected yet: {}", shop, e.getMessage());
        }
    }
}
