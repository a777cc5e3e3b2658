package dev.holdfast;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.leave.Leave;
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
    private final Leave leave;

    FirstChanges(Collection<EffectKind> kinds, OutboxDesk desk, Installer installer, Leave leave) {
        this.changing = kinds.stream()
                .filter(EffectKind::changesShop)
                .collect(Collectors.toMap(EffectKind::name, Function.identity()));
        this.desk = desk;
        this.installer = installer;
        this.leave = leave;
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

    /** What is off in this shop because its merchant refused scopes, a sentence each. */
    public List<String> switchedOff(ShopId shop) {
        return installer.switchedOff(shop);
    }

    /** The merchant has seen the list and agrees to it, and to what is decided from now on. */
    public void confirm(ShopId shop) {
        leave.comeBack(shop);
        installer.consent(shop);
    }
}
