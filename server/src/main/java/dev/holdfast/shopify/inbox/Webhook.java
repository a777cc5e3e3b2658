package dev.holdfast.shopify.inbox;

import dev.holdfast.shopify.GlobalId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One webhook, for those who handle it.
 *
 * @param topic such as {@code orders/create}
 * @param triggeredAt when Shopify made it; it may arrive a day later, and after younger ones
 * @param payload in the shape of Shopify's REST API; ids may exceed what a double holds
 */
public record Webhook(
        String webhookId,
        String topic,
        Optional<String> eventId,
        Optional<Instant> triggeredAt,
        Instant receivedAt,
        JsonNode payload) {

    /**
     * How new its facts are: a fact of an older version must not replace one of a newer. The payload's
     * {@code updated_at}, else when it was triggered, else when it arrived.
     */
    public Instant version() {
        return updatedAt().or(this::triggeredAt).orElse(receivedAt);
    }

    /** A whole number of the payload, such as an id; throws {@link UnreadableWebhook} when there is none at this path. */
    public long number(String... path) {
        var value = payload;
        for (var step : path) {
            value = value.path(step);
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableWebhook(
                    "The payload of " + topic + " has no number " + String.join(".", path) + ".", null);
        }
        return value.asLong();
    }

    /** The numbers of all global ids of this type, wherever in the payload they are. */
    public Set<Long> named(String type) {
        var found = new TreeSet<Long>();
        find(payload, type, found);
        return found;
    }

    private static void find(JsonNode node, String type, Set<Long> found) {
        if (node.isString() && GlobalId.isOne(node.asString())) {
            var id = GlobalId.parse(node.asString());
            if (id.type().equals(type)) {
                found.add(id.number());
            }
        }
        node.forEach(child -> find(child, type, found));
    }

    private Optional<Instant> updatedAt() {
        var text = payload.path("updated_at");
        if (!text.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.asString()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        // The payload is personal data.
        return topic + " " + webhookId;
    }
}
