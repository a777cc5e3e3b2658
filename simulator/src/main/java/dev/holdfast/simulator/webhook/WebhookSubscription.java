package dev.holdfast.simulator.webhook;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app wants to be told of.
 *
 * @param topic such as {@code orders/create}
 * @param filter in search syntax over the body's fields; null for all
 * @param includeFields the fields the body is cut down to, with dots; empty for all
 * @param appSpecific from the app's configuration: it holds on every shop the app is on, and is never dropped
 */
public record WebhookSubscription(
        long number,
        String topic,
        URI uri,
        @Nullable String filter,
        List<String> includeFields,
        @Nullable String name,
        boolean appSpecific) {

    /** What an app asks for. */
    public record Wanted(
            String topic,
            URI uri,
            @Nullable String filter,
            List<String> includeFields,
            @Nullable String name) {

        public Wanted {
            includeFields = List.copyOf(includeFields);
        }

        public static Wanted of(String topic, URI uri) {
            return new Wanted(topic, uri, null, List.of(), null);
        }

        public Wanted withFilter(String other) {
            return new Wanted(topic, uri, other, includeFields, name);
        }

        public Wanted withFields(String... fields) {
            return new Wanted(topic, uri, filter, List.of(fields), name);
        }

        public Wanted named(String other) {
            return new Wanted(topic, uri, filter, includeFields, other);
        }
    }

    static WebhookSubscription configured(Wanted wanted, long number) {
        return new WebhookSubscription(
                number, wanted.topic(), wanted.uri(), wanted.filter(), wanted.includeFields(), wanted.name(), true);
    }

    static WebhookSubscription made(Subscription by, String topic) {
        return new WebhookSubscription(
                by.id(), topic, URI.create(by.uri()), by.filter(), by.includeFields(), by.name(), false);
    }

    /** As {@code WebhookSubscription.id}. */
    public String gid() {
        return "gid://shopify/WebhookSubscription/" + number;
    }
}
