package dev.holdfast.shop.leave;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.ShopRegistry;
import java.util.ArrayList;

/** Whether anything of ours is left in a shop that is leaving or has removed the app. */
final class LeaveHealth implements HealthCheck {
    private final ShopRegistry shops;
    private final Leave leave;

    LeaveHealth(ShopRegistry shops, Leave leave) {
        this.shops = shops;
        this.leave = leave;
    }

    @Override
    public String name() {
        return "leaving";
    }

    @Override
    public Health check() {
        var told = new ArrayList<String>();
        for (ShopId shop : shops.installed()) {
            var standing = leave.standing(shop);
            if (standing.since().isPresent() && standing.done().isEmpty()) {
                told.add("%s is leaving: %d of %d pieces are still to be taken out (holdfast leave)"
                        .formatted(shops.domain(shop), standing.left(), standing.total()));
            }
        }
        for (ShopId shop : shops.departed()) {
            var standing = leave.standing(shop);
            if (standing.left() > 0) {
                var domain = shops.domain(shop);
                told.add(
                        ("%s has removed Holdfast with %d pieces of it still in the shop: holdfast leave --shop %s lists"
                                        + " them with the way to undo each, and installing Holdfast again goes on with them")
                                .formatted(domain, standing.left(), domain));
            }
        }
        return told.isEmpty() ? Health.good("no shop is leaving") : Health.warning(String.join("; ", told));
    }
}
