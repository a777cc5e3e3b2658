package dev.holdfast.shopify.outbox;

import dev.holdfast.shopify.client.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All kinds of effects there are. */
public final class EffectKinds {
    private final Map<String, EffectKind> byName = new HashMap<>();

    public EffectKinds(Collection<EffectKind> kinds) {
        for (var kind : kinds) {
            if (byName.putIfAbsent(kind.name(), kind) != null) {
                throw new IllegalStateException("Two kinds of effects are called " + kind.name() + ".");
            }
        }
    }

    EffectKind named(String name) {
        var kind = byName.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("There is no kind of effects called " + name + ".");
        }
        return kind;
    }

    /** Whether this version can send it. */
    boolean knows(Effect effect) {
        return byName.containsKey(effect.kind()) && Document.exists(effect.document());
    }

    /** Those that change nothing of the merchant's. */
    Set<String> harmless() {
        return byName.values().stream()
                .filter(kind -> !kind.changesShop())
                .map(EffectKind::name)
                .collect(Collectors.toSet());
    }
}
