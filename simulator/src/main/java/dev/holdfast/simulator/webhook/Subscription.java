package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.shop.ApiVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app's wish to be told of a topic.
 *
 * @param topic as in the GraphQL enum, such as {@code ORDERS_CREATE}
 * @param uri where deliveries go; over HTTP only on the loopback address
 * @param format {@code JSON} or {@code XML}
 * @param includeFields the fields of the payload to send; all when empty
 * @param version the version of the API it was made in, and whose payloads it gets
 */
public record Subscription(
        long id,
        App app,
        String topic,
        String uri,
        String format,
        @Nullable String filter,
        List<String> includeFields,
        List<String> metafieldNamespaces,
        @Nullable String name,
        ApiVersion version,
        Instant createdAt,
        Instant updatedAt) {
    public Subscription {
        includeFields = List.copyOf(includeFields);
        metafieldNamespaces = List.copyOf(metafieldNamespaces);
    }

    public String gid() {
        return "gid://shopify/WebhookSubscription/" + id;
    }
}
