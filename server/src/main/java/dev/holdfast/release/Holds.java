package dev.holdfast.release;

import dev.holdfast.order.OpenOrders;
import dev.holdfast.order.OrdersChanged;
import dev.holdfast.platform.Ids;
import dev.holdfast.platform.ShopId;
import dev.holdfast.release.HoldRows.Deciding;
import dev.holdfast.shop.leave.Leave;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.Granted;
import dev.holdfast.shopify.OptionalFeature;
import dev.holdfast.shopify.outbox.NewEffect;
import dev.holdfast.shopify.outbox.Outbox;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Decides which fulfillment orders are held back, whenever their orders have changed; each is decided on once. */
final class Holds implements OrdersChanged {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenOrders orders;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final Granted granted;

    Holds(OpenOrders orders, Outbox outbox, Ids ids, InstantSource clock, Granted granted) {
        this.orders = orders;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.granted = granted;
    }

    @Override
    public void changed(JdbcClient sql, ShopId shop, List<Long> changed) {
        HoldRows.compare(sql, shop, changed, orders.ourHolds(sql, shop, changed));
        if (Leave.isLeaving(sql, shop)) {
            return;
        }
        // Shopify refuses to hold or release what a service ships, unless that was granted.
        boolean services = granted.isOn(sql, shop, OptionalFeature.THIRD_PARTY_FULFILLMENT);
        var decided = orders.soldAhead(sql, shop, changed).stream()
                .filter(of -> services || !of.byService())
                .flatMap(of -> HoldDecision.of(of).map(hold -> new Deciding(of, hold)).stream())
                .toList();
        if (!decided.isEmpty()) {
            // What somebody released by hand is not held again: the row of the first decision stays.
            var fresh = HoldRows.add(sql, shop, decided, clock.instant());
            outbox.putAll(sql, shop, fresh.stream().map(this::effect).toList());
        }
    }

    private NewEffect effect(Deciding deciding) {
        var of = deciding.of();
        var hold = deciding.hold();
        var id = new GlobalId("FulfillmentOrder", of.id()).toString();
        var variables = JSON.createObjectNode().put("id", id);
        variables
                .putObject("hold")
                .put("reason", hold.reason())
                .put("handle", hold.handle())
                .put("reasonNotes", "Sold ahead: Holdfast releases it when its stock is there.");
        var context = JSON.createObjectNode().put("order", of.order());
        return new NewEffect(ids.next(), HoldKind.NAME, id, "harmless/fulfillment-order-hold", variables, context);
    }
}
