package dev.holdfast.shopify.inbox;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stored webhook for its handler. */
final class WebhookReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private WebhookReader() {}

    /** Throws {@link UnreadableWebhook} when the payload is no JSON object. */
    static Webhook read(InboxRow row) {
        try {
            var payload = JSON.readTree(row.body().bytes());
            if (!payload.isObject()) {
                throw new UnreadableWebhook("The payload is not a JSON object.", null);
            }
            return new Webhook(
                    row.webhookId(), row.topic(), row.eventId(), row.triggeredAt(), row.receivedAt(), payload);
        } catch (JacksonException e) {
            throw new UnreadableWebhook("The payload is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
