package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.webhook.Subscriptions;
import java.util.function.Consumer;

/**
 * What one app has going on one shop between requests.
 *
 * @param subscriptions those of the shop, of all apps
 * @param files of the whole simulator
 * @param bulkEnded is told of each bulk operation that has ended
 */
record AppSession(
        Throttle throttle,
        Idempotency idempotency,
        BulkOperations bulk,
        BulkFiles files,
        Subscriptions subscriptions,
        Consumer<BulkOperation> bulkEnded) {
    Engine engine(ApiVersion version) {
        return AdminApi.engine(version);
    }

    /** How things are found by id. */
    Nodes nodes() {
        return AllFields.NODES;
    }
}
