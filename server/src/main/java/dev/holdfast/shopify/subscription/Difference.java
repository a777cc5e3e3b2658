package dev.holdfast.shopify.subscription;

import dev.holdfast.shopify.Scopes;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What has to change so that Shopify sends what we want to where we are; a pure comparison. */
record Difference(List<Topic> missing, List<Existing> elsewhere) {
    /** A subscription Shopify has of ours. */
    record Existing(String id, String topic, String uri) {}

    static Difference between(Collection<Existing> existing, Scopes granted, URI address) {
        var missing = new ArrayList<Topic>();
        var elsewhere = new ArrayList<Existing>();
        for (var topic : Topic.values()) {
            if (!topic.anyOf().isEmpty() && topic.anyOf().stream().noneMatch(granted::cover)) {
                continue;
            }
            var ours = existing.stream()
                    .filter(one -> one.topic().equals(topic.name()))
                    .toList();
            if (ours.isEmpty()) {
                missing.add(topic);
            } else if (ours.stream().noneMatch(one -> one.uri().equals(address.toString()))) {
                elsewhere.add(ours.getFirst());
            }
        }
        return new Difference(List.copyOf(missing), List.copyOf(elsewhere));
    }
}
