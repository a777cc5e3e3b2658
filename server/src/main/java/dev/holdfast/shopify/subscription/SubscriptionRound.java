package dev.holdfast.shopify.subscription;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.auth.Connected;
import dev.holdfast.shopify.client.ShopAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mends the subscriptions of all shops, one after the other. */
final class SubscriptionRound implements Connected {
    private static final Logger log = LoggerFactory.getLogger(SubscriptionRound.class);

    private final ShopRegistry shops;
    private final ShopAccess access;
    private final Subscriptions subscriptions;

    SubscriptionRound(ShopRegistry shops, ShopAccess access, Subscriptions subscriptions) {
        this.shops = shops;
        this.access = access;
        this.subscriptions = subscriptions;
    }

    void run() {
        shops.installed().forEach(this::mend);
    }

    @Override
    public void connected(ShopId shop) {
        mend(shop);
    }

    private void mend(ShopId shop) {
        if (!(access.grant(shop) instanceof ShopAccess.Given given)) {
            return;
        }
        try {
            int mended = subscriptions.mend(shop, given.access());
            if (mended > 0) {
                log.info("{} is asked for {} webhook subscriptions", shop, mended);
            }
        } catch (ShopifyFault e) {
            // The next round is soon; other shops must not wait for this one.
            log.warn("The subscriptions of {} could not be read: {}", shop, e.getMessage());
        }
    }
}
