package dev.holdfast.simulator.auth;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The apps on one shop, with the scopes the merchant granted to each, and their tokens. */
public final class Installations {
    private final Map<App, Set<String>> granted = new ConcurrentHashMap<>();
    private final List<Uninstalled> listeners = new CopyOnWriteArrayList<>();
    private final List<Regranted> regranted = new CopyOnWriteArrayList<>();
    private final Tokens tokens;

    /** Is told when an app leaves a shop, after its tokens died. */
    public interface Uninstalled {
        void uninstalled(App app);
    }

    /** Is told when the scopes of an app that is there change. */
    public interface Regranted {
        void regranted(App app, Set<String> previous, Set<String> current);
    }

    Installations(InstantSource clock) {
        this.tokens = new Tokens(clock);
    }

    public Tokens tokens() {
        return tokens;
    }

    /** The merchant approves these scopes. */
    public void install(App app, Set<String> scopes) {
        Set<String> current = Set.copyOf(scopes);
        Set<String> previous = granted.put(app, current);
        if (previous != null && !previous.equals(current)) {
            regranted.forEach(listener -> listener.regranted(app, previous, current));
        }
    }

    /** The merchant removes the app: its tokens are dead at once. */
    public void uninstall(App app) {
        if (granted.remove(app) != null) {
            tokens.revokeAll(app);
            listeners.forEach(listener -> listener.uninstalled(app));
        }
    }

    /** The scopes granted; empty when the app is not installed. */
    public Optional<Set<String>> scopes(App app) {
        return Optional.ofNullable(granted.get(app));
    }

    /** In the order of their client ids. */
    public List<App> apps() {
        return granted.keySet().stream()
                .sorted(Comparator.comparing(app -> app.settings().clientId()))
                .toList();
    }

    public void onRegrant(Regranted listener) {
        regranted.add(listener);
    }

    public void onUninstall(Uninstalled listener) {
        listeners.add(listener);
    }
}
