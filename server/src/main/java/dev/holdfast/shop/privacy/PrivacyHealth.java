package dev.holdfast.shop.privacy;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shop.privacy.PrivacyRequests.DataRequest;
import dev.holdfast.shopify.ShopRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;

/** Whether a buyer waits to be told what is known of them. */
final class PrivacyHealth implements HealthCheck {
    private final ShopRegistry shops;
    private final PrivacyRequests requests;

    PrivacyHealth(ShopRegistry shops, PrivacyRequests requests) {
        this.shops = shops;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "privacy requests";
    }

    @Override
    public Health check() {
        var open = shops.installed().stream()
                .flatMap(shop -> requests.open(shop).stream())
                .map(DataRequest::answerBy)
                .sorted(Comparator.<Instant>naturalOrder())
                .toList();
        return open.isEmpty()
                ? Health.good("nobody waits for an answer")
                : Health.warning(
                        "%d buyers wait to be told what is known of them, the first until %s: holdfast privacy list"
                                .formatted(
                                        open.size(),
                                        open.getFirst().atOffset(ZoneOffset.UTC).toLocalDate()));
    }
}
