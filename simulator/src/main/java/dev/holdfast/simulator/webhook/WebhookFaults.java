package dev.holdfast.simulator.webhook;

/**
 * What goes wrong with webhooks: how many deliveries in a thousand meet each fault. One delivery may meet several.
 *
 * @param resent sent again with the same webhook id
 * @param otherWebhookId sent again with the same event id under another webhook id
 * @param otherEventId sent again with another webhook id and another event id
 * @param withoutIds sent with neither id
 * @param shuffled sent up to a minute late, so that later ones overtake it
 * @param delayed sent up to a day late
 * @param dropped never sent
 * @param oldSecret within an hour of a rotation, signed with the old secret
 */
public record WebhookFaults(
        int resent,
        int otherWebhookId,
        int otherEventId,
        int withoutIds,
        int shuffled,
        int delayed,
        int dropped,
        int oldSecret) {

    /** Nothing goes wrong. */
    public static final WebhookFaults NONE = new WebhookFaults(0, 0, 0, 0, 0, 0, 0, 0);

    public WebhookFaults {
        int[] rates = {resent, otherWebhookId, otherEventId, withoutIds, shuffled, delayed, dropped, oldSecret};
        for (int rate : rates) {
            if (rate < 0 || rate > 1000) {
                throw new IllegalArgumentException("A rate of webhook faults is 0 to 1000 in a thousand: " + rate);
            }
        }
    }

    /** Everything at the same rate. */
    public static WebhookFaults all(int rate) {
        return new WebhookFaults(rate, rate, rate, rate, rate, rate, rate, rate);
    }
}
