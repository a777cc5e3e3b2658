package dev.holdfast.shopify.subscription;

import dev.holdfast.platform.Ids;
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
import java.util.ArrayList;
import java.util.List;
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
    private final Ids ids;
    private final URI address;

    /** {@code address} is where webhooks are to be sent. */
    public Subscriptions(PatientReader reader, Database database, Outbox outbox, Ids ids, URI address) {
        this.reader = reader;
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.address = address;
    }

    /**
     * Compares and puts what is missing or goes elsewhere into the outbox; answers how many that were. Throws
     * {@link dev.holdfast.shopify.ShopifyFault} when Shopify cannot be read.
     */
    public int mend(ShopId shop, Access access) {
        var granted = granted(access);
        var difference = Difference.between(existing(access), granted, address);
        var effects = Stream.concat(
                        difference.missing().stream().map(this::creation),
                        difference.elsewhere().stream().map(this::update))
                .toList();
        if (!effects.isEmpty()) {
            database.inShop(shop, sql -> {
                effects.stream()
                        .filter(effect -> !outbox.isOpen(sql, shop, effect.kind(), effect.subject()))
                        .forEach(effect -> outbox.put(sql, shop, effect));
                return shop;
            });
        }
        return effects.size();
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

    private NewEffect creation(Topic topic) {
        var variables = JSON.createObjectNode();
        variables.put("topic", topic.name());
        variables.set("subscription", subscription());
        return effect(topic.name(), "harmless/webhook-subscription-create", variables);
    }

    private NewEffect update(Existing one) {
        var variables = JSON.createObjectNode();
        variables.put("id", one.id());
        variables.set("subscription", subscription());
        return effect(one.topic(), "harmless/webhook-subscription-update", variables);
    }

    private ObjectNode subscription() {
        return JSON.createObjectNode().put("uri", address.toString()).put("format", "JSON");
    }

    // A new key each time: what was done once may have been undone by Shopify since.
    private NewEffect effect(String topic, String document, ObjectNode variables) {
        return new NewEffect(
                ids.next(), SubscriptionKind.NAME, "webhook " + topic, document, variables, JSON.createObjectNode());
    }
}
