package dev.holdfast.shop.mirror;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All kinds of things that we keep a copy of. */
public final class Mirrors {
    private final List<Mirror<?>> all;

    public Mirrors(Collection<? extends Mirror<?>> mirrors) {
        all = mirrors.stream()
                .<Mirror<?>>map(mirror -> mirror)
                .sorted(Comparator.comparingInt(Mirror::place))
                .toList();
        long names = all.stream().map(Mirror::name).distinct().count();
        if (names != all.size()) {
            throw new IllegalStateException("Two mirrors have the same name.");
        }
    }

    /** In the order they are imported. */
    public List<Mirror<?>> all() {
        return all;
    }

    public Optional<Mirror<?>> named(String name) {
        return all.stream().filter(mirror -> mirror.name().equals(name)).findFirst();
    }
}
