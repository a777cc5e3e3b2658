package dev.holdfast;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.auth.Installer;
import dev.holdfast.shopify.outbox.EffectKind;
import dev.holdfast.shopify.outbox.OutboxDesk;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would be changed in a shop, and the merchant's agreement, without which nothing is. */
public final class FirstChanges {
    private final Map<String, EffectKind> changing;
    private final OutboxDesk desk;
    private final Installer installer;

    FirstChanges(Collection<EffectKind> kinds, OutboxDesk desk, Installer installer) {
        this.changing = kinds.stream()
                .filter(EffectKind::changesShop)
                .collect(Collectors.toMap(EffectKind::name, Function.identity()));
        this.desk = desk;
        this.installer = installer;
    }

    /** A sentence for each change that waits, oldest first, of so many open effects at most. */
    public List<String> list(ShopId shop, int limit) {
        return desk.list(shop, limit).stream()
                .flatMap(open ->
                        Optional.ofNullable(changing.get(open.kind()))
                                .map(kind -> kind.sentence(open.subject()))
                                .stream())
                .toList();
    }

    /** The merchant has seen the list and agrees to it, and to what is decided from now on. */
    public void confirm(ShopId shop) {
        installer.consent(shop);
    }
}
