package dev.holdfast.shopify.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who handles which topic. */
final class InboxHandlers {
    private final Map<String, WebhookHandler> byTopic = new HashMap<>();

    InboxHandlers(Collection<WebhookHandler> handlers) {
        for (var handler : handlers) {
            for (var topic : handler.topics()) {
                var other = byTopic.putIfAbsent(topic, handler);
                if (other != null) {
                    throw new IllegalStateException("Both " + other.getClass().getName() + " and "
                            + handler.getClass().getName() + " handle " + topic + ".");
                }
            }
        }
    }

    Optional<WebhookHandler> of(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }
}
