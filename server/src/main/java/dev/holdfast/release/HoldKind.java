package dev.holdfast.release;

import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.UserError;
import dev.holdfast.shopify.outbox.Effect;
import dev.holdfast.shopify.outbox.EffectKind;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A hold of ours on a fulfillment order. */
final class HoldKind implements EffectKind {
    static final String NAME = "release.hold";

    // FulfillmentOrderHoldUserErrorCode: the hold is there already.
    private static final Set<String> THERE = Set.of("DUPLICATE_FULFILLMENT_HOLD_HANDLE", "TAKEN");
    private static final String NOT_FOUND = "FULFILLMENT_ORDER_NOT_FOUND";

    private final Refreshes refreshes;

    HoldKind(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sentence(String subject) {
        return "Hold back fulfillment order " + GlobalId.parse(subject).number()
                + ", in which something was sold ahead.";
    }

    @Override
    public void done(JdbcClient sql, Effect effect, JsonNode data) {
        var hold = GlobalId.parse(data.path("fulfillmentOrderHold")
                .path("fulfillmentHold")
                .path("id")
                .asString(""));
        HoldRows.held(sql, effect.shop(), fulfillmentOrder(effect), hold.number());
        readAgain(sql, effect);
    }

    @Override
    public OnRefusal refused(JdbcClient sql, Effect effect, List<UserError> errors) {
        if (has(errors, THERE)) {
            // An earlier attempt worked; reading the order again finds the hold's id.
            readAgain(sql, effect);
            return OnRefusal.ACCEPTED;
        }
        if (has(errors, Set.of(NOT_FOUND))) {
            HoldRows.gone(sql, effect.shop(), fulfillmentOrder(effect), "Shopify no longer has the fulfillment order.");
            readAgain(sql, effect);
            return OnRefusal.ACCEPTED;
        }
        return OnRefusal.SET_ASIDE;
    }

    private static boolean has(List<UserError> errors, Set<String> codes) {
        return errors.stream()
                .anyMatch(error -> error.code().filter(codes::contains).isPresent());
    }

    private static long fulfillmentOrder(Effect effect) {
        return GlobalId.parse(effect.subject()).number();
    }

    private void readAgain(JdbcClient sql, Effect effect) {
        long order = effect.context().path("order").asLong();
        refreshes.mark(sql, effect.shop(), new Refreshes.Hint("order", List.of(order), NAME));
    }
}
