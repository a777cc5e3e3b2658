package dev.holdfast.release;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.UserError;
import dev.holdfast.shopify.outbox.Effect;
import dev.holdfast.shopify.outbox.EffectKind;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The end of holds of ours on a fulfillment order. */
final class ReleaseKind implements EffectKind {
    static final String NAME = "release.release";

    private static final String NOT_FOUND = "FULFILLMENT_ORDER_NOT_FOUND";

    private final Refreshes refreshes;

    ReleaseKind(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public String name() {
        return NAME;
    }

    // It takes back what is ours, by an agreement of its own: the merchant's who leaves.
    @Override
    public boolean changesShop() {
        return false;
    }

    @Override
    public void done(JdbcClient sql, Effect effect, JsonNode data) {
        over(sql, effect, HoldRows.RELEASED);
    }

    @Override
    public OnRefusal refused(JdbcClient sql, Effect effect, List<UserError> errors) {
        boolean gone = errors.stream().map(UserError::code).allMatch(Optional.of(NOT_FOUND)::equals);
        if (gone) {
            over(sql, effect, "Shopify no longer has the fulfillment order.");
        }
        return gone ? OnRefusal.ACCEPTED : OnRefusal.SET_ASIDE;
    }

    private void over(JdbcClient sql, Effect effect, String cause) {
        ShopId shop = effect.shop();
        HoldRows.gone(sql, shop, GlobalId.parse(effect.subject()).number(), cause);
        // The proof: it is over when Shopify shows the order without it.
        long order = effect.context().path("order").asLong();
        refreshes.mark(sql, shop, new Hint("order", List.of(order), NAME));
    }
}
