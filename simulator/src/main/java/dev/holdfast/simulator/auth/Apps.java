package dev.holdfast.simulator.auth;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** The registered apps, and what is installed on each shop. */
public final class Apps {
    private final Map<String, App> byClientId = new ConcurrentSkipListMap<>();
    private final Map<String, Installations> byShop = new ConcurrentHashMap<>();
    private final Function<String, InstantSource> clockOfShop;

    /** {@code clockOfShop} gives the clock of the shop with this full domain. */
    public Apps(Function<String, InstantSource> clockOfShop) {
        this.clockOfShop = clockOfShop;
    }

    /** Registers an app; refused when its client id is taken. */
    public App register(AppSettings settings) {
        var app = new App(settings);
        if (byClientId.putIfAbsent(settings.clientId(), app) != null) {
            throw new IllegalArgumentException("There is an app with client id " + settings.clientId() + " already.");
        }
        return app;
    }

    public Optional<App> find(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId));
    }

    /** In the order of their client ids. */
    public List<App> all() {
        return List.copyOf(byClientId.values());
    }

    /** What is installed on this shop. */
    public Installations on(String shopDomain) {
        return byShop.computeIfAbsent(shopDomain, domain -> new Installations(clockOfShop.apply(domain)));
    }

    /** The time on this shop. */
    InstantSource clock(String shopDomain) {
        return clockOfShop.apply(shopDomain);
    }
}
