package dev.holdfast.shopify.subscription;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.PatientReader;
import dev.holdfast.shopify.outbox.NewEffect;
import dev.holdfast.shopify.outbox.Outbox;
import dev.holdfast.shopify.subscription.Difference.Existing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sees to it that Shopify sends every webhook we want, also after it has dropped some. */
public final class Subscriptions {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PatientReader reader;
    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final URI address;

    /** {@code address} is where webhooks are to be sent. */
    public Subscriptions(PatientReader reader, Database database, Outbox outbox, InstantSource clock, URI address) {
        this.reader = reader;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.address = address;
    }

    /**
     * Compares and puts what is missing or goes elsewhere into the outbox, once when two compare at the same time; answers
     * how many that were. Throws {@link dev.holdfast.shopify.ShopifyFault} when Shopify cannot be read.
     */
    public int mend(ShopId shop, Access access) {
        var since = clock.instant();
        var granted = granted(access);
        var difference = Difference.between(existing(access), granted, address);
        var wanted = Stream.concat(
                        difference.missing().stream().map(this::creation),
                        difference.elsewhere().stream().map(this::update))
                .toList();
        if (wanted.isEmpty()) {
            return 0;
        }
        return database.inShop(shop, sql -> {
            var effects = wanted.stream()
                    .flatMap(one ->
                            effect(one, outbox.last(sql, shop, SubscriptionKind.NAME, one.subject()), since).stream())
                    .toList();
            effects.forEach(effect -> outbox.put(sql, shop, effect));
            return effects.size();
        });
    }

    /** What is to be sent about a topic. */
    private record Wanted(String topic, String document, ObjectNode variables) {
        String subject() {
            return "webhook " + topic;
        }
    }

    /** Nothing while an earlier one is open, or was when Shopify was read. */
    private static Optional<NewEffect> effect(Wanted wanted, Optional<Outbox.Earlier> earlier, Instant since) {
        if (earlier.isPresent()
                && earlier.get().closedAt().filter(since::isAfter).isEmpty()) {
            return Optional.empty();
        }
        // A new key each time, for what was done once may have been undone by Shopify since; but the same for two who
        // compare at the same time.
        var after = earlier.map(one -> one.id().toString()).orElse("none");
        var key = UUID.nameUUIDFromBytes(
                (wanted.subject() + " by " + wanted.document() + " after " + after).getBytes(StandardCharsets.UTF_8));
        return Optional.of(new NewEffect(
                key,
                SubscriptionKind.NAME,
                wanted.subject(),
                wanted.document(),
                wanted.variables(),
                JSON.createObjectNode()));
    }

    private Scopes granted(Access access) {
        var data = reader.read(access, Document.named("read/app-installation"), JSON.createObjectNode())
                .data();
        return new Scopes(data.path("currentAppInstallation")
                .path("accessScopes")
                .valueStream()
                .map(scope -> scope.path("handle").asString())
                .collect(Collectors.toSet()));
    }

    private List<Existing> existing(Access access) {
        var found = new ArrayList<Existing>();
        var variables = JSON.createObjectNode();
        while (true) {
            var page = reader.read(access, Document.named("read/webhook-subscriptions"), variables)
                    .data()
                    .path("webhookSubscriptions");
            page.path("nodes").valueStream().map(Subscriptions::existing).forEach(found::add);
            if (!page.path("pageInfo").path("hasNextPage").asBoolean(false)) {
                return found;
            }
            variables.put("after", page.path("pageInfo").path("endCursor").asString());
        }
    }

    private static Existing existing(JsonNode node) {
        return new Existing(
                node.path("id").asString(),
                node.path("topic").asString(),
                node.path("uri").asString(""));
    }

    private Wanted creation(Topic topic) {
        var variables = JSON.createObjectNode();
        variables.put("topic", topic.name());
        variables.set("subscription", subscription());
        return new Wanted(topic.name(), "harmless/webhook-subscription-create", variables);
    }

    private Wanted update(Existing one) {
        var variables = JSON.createObjectNode();
        variables.put("id", one.id());
        variables.set("subscription", subscription());
        return new Wanted(one.topic(), "harmless/webhook-subscription-update", variables);
    }

    private ObjectNode subscription() {
        return JSON.createObjectNode().put("uri", address.toString()).put("format", "JSON");
    }
}
