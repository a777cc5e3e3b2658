package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** The subscriptions of all apps on one shop, in the order in which they were made. */
public final class Subscriptions {
    private final Map<Long, Subscription> all = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong(1_000_000_000_000L);

    /** Why a filter cannot be read, with its place; empty when it can. */
    public static Optional<String> problem(String filter) {
        return Optional.ofNullable(PayloadFilter.problem(filter));
    }

    /** Those of every app, as they are while they are read. */
    public Collection<Subscription> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /** Those of one app: an app sees no others. */
    public List<Subscription> of(App app) {
        return all.values().stream().filter(one -> one.app() == app).toList();
    }

    public Optional<Subscription> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Keeps what is made with the next id. */
    public Subscription add(LongFunction<Subscription> make) {
        var made = make.apply(ids.incrementAndGet());
        all.put(made.id(), made);
        return made;
    }

    /** Puts a changed subscription in the place of the one with its id. */
    public void change(Subscription changed) {
        all.replace(changed.id(), changed);
    }

    public void remove(long id) {
        all.remove(id);
    }

    /** An app that leaves a shop leaves no subscription behind. */
    public void removeAll(App app) {
        all.values().removeIf(one -> one.app() == app);
    }
}
