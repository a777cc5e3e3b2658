package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.webhook.Subscription;
import dev.holdfast.simulator.webhook.Subscriptions;
import dev.holdfast.simulator.webhook.WebhookTopics;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhook subscriptions: the fields and the mutations. */
final class WebhookFields {
    private static final Page.Key<Subscription> KEY = Page.Key.byId(Subscription::id);
    private static final String[] INPUTS = {
        "uri", "callbackUrl", "format", "filter", "includeFields", "metafieldNamespaces", "name"
    };

    private WebhookFields() {}

    static void addTo(FieldTable table, Nodes nodes) {
        table.on("WebhookSubscription", Subscription.class)
                .value("id", Subscription::gid)
                .value("legacyResourceId", Subscription::id)
                .value("topic", Subscription::topic)
                .value("uri", Subscription::uri)
                .value("callbackUrl", Subscription::uri)
                .value("format", Subscription::format)
                .value("filter", Subscription::filter)
                .value("includeFields", Subscription::includeFields)
                .value("metafieldNamespaces", Subscription::metafieldNamespaces)
                .value("name", Subscription::name)
                .value("createdAt", Subscription::createdAt)
                .value("updatedAt", Subscription::updatedAt);
        nodes.on("WebhookSubscription", (api, id) -> find(api, id.number()).orElse(null));
        table.on("QueryRoot", Api.class)
                .read("webhookSubscription", (api, call) -> find(api, id(call)).orElse(null))
                .read("webhookSubscriptions", (api, call) -> {
                    var topics = call.arguments().texts("topics");
                    return Page.of(
                            own(api).stream()
                                    .filter(one -> topics.isEmpty() || topics.contains(one.topic()))
                                    .toList(),
                            KEY,
                            call);
                });
        table.on("Mutation", Api.class)
                .mutation("webhookSubscriptionCreate", WebhookFields::create)
                .mutation("webhookSubscriptionUpdate", WebhookFields::update)
                .mutation("webhookSubscriptionDelete", WebhookFields::delete);
    }

    private static List<Subscription> own(Api api) {
        return api.session().subscriptions().of(api.app());
    }

    private static Optional<Subscription> find(Api api, long id) {
        return api.session().subscriptions().find(id).filter(one -> one.app() == api.app());
    }

    private static long id(Call call) {
        return Ids.of(call.arguments().text("id"), "WebhookSubscription", id -> id);
    }

    private static Payload create(Call call) {
        var input = input(call);
        var topic = call.arguments().text("topic");
        var refused = refusal(input, topic, null, call.api());
        if (refused != null) {
            return refused;
        }
        var now = call.api().now();
        return Payload.of(
                "webhookSubscription",
                call.api()
                        .session()
                        .subscriptions()
                        .add(id -> new Subscription(
                                id,
                                call.api().app(),
                                topic,
                                uri(input),
                                input.optionalText("format").orElse("JSON"),
                                input.optionalText("filter").orElse(null),
                                input.texts("includeFields"),
                                input.texts("metafieldNamespaces"),
                                input.optionalText("name").orElse(null),
                                call.api().version(),
                                now,
                                now)));
    }

    private static Payload update(Call call) {
        var input = input(call);
        var before = find(call.api(), id(call)).orElse(null);
        if (before == null) {
            return unknown();
        }
        var refused = refusal(input, before.topic(), before, call.api());
        if (refused != null) {
            return refused;
        }
        var after = new Subscription(
                before.id(),
                before.app(),
                before.topic(),
                uri(input).isEmpty() ? before.uri() : uri(input),
                input.optionalText("format").orElse(before.format()),
                given(input, "filter", Input::optionalText, before.filter()),
                Objects.requireNonNull(given(input, "includeFields", Input::optionalTexts, before.includeFields())),
                Objects.requireNonNull(
                        given(input, "metafieldNamespaces", Input::optionalTexts, before.metafieldNamespaces())),
                given(input, "name", Input::optionalText, before.name()),
                before.version(),
                before.createdAt(),
                call.api().now());
        call.api().session().subscriptions().change(after);
        return Payload.of("webhookSubscription", after);
    }

    private static Payload delete(Call call) {
        var gone = find(call.api(), id(call)).orElse(null);
        if (gone == null) {
            return unknown();
        }
        call.api().session().subscriptions().remove(gone.id());
        return Payload.of("deletedWebhookSubscriptionId", gone.gid());
    }

    private static Payload unknown() {
        return Payload.refused(List.of("id"), "Webhook subscription does not exist", null);
    }

    private static Input input(Call call) {
        return call.arguments().input("webhookSubscription").only("WebhookSubscriptionInput", INPUTS);
    }

    private static String uri(Input input) {
        return input.optionalText("uri")
                .or(() -> input.optionalText("callbackUrl"))
                .orElse("");
    }

    private interface Reading<T> {
        Optional<T> read(Input input, String name);
    }

    private static <T> @Nullable T given(Input input, String name, Reading<T> reading, @Nullable T before) {
        return input.has(name) ? reading.read(input, name).orElse(before) : before;
    }

    private static @Nullable Payload refusal(Input input, String topic, @Nullable Subscription before, Api api) {
        var wire = WebhookTopics.wire(topic)
                .orElseThrow(() -> FieldError.notImplemented("WebhookSubscriptionTopic." + topic));
        if (!WebhookTopics.mayHave(wire, api.scopes())) {
            return Payload.refused(
                    List.of("webhookSubscription"),
                    "You cannot create a webhook subscription with the specified topic",
                    null);
        }
        var uri = uri(input);
        if ((before == null || !uri.isEmpty()) && !isAddress(uri)) {
            return Payload.refused(List.of("webhookSubscription", "uri"), "Address is invalid", null);
        }
        var name = input.optionalText("name").orElse("");
        if (!name.matches("[A-Za-z0-9_-]{0,50}")) {
            return Payload.refused(
                    List.of("webhookSubscription", "name"),
                    "Name can only contain alphanumeric characters, underscores, and hyphens, at most 50",
                    null);
        }
        var filter = input.optionalText("filter").orElse("");
        var unreadable = filter.isEmpty() ? Optional.<String>empty() : Subscriptions.problem(filter);
        if (unreadable.isPresent()) {
            return Payload.refused(List.of("webhookSubscription", "filter"), unreadable.get(), null);
        }
        boolean taken = own(api).stream()
                .filter(one -> !one.equals(before))
                .anyMatch(one -> one.topic().equals(topic)
                        && one.uri().equals(uri)
                        && Objects.requireNonNullElse(one.filter(), "").equals(filter));
        return taken
                ? Payload.refused(
                        List.of("webhookSubscription", "uri"), "Address for this topic has already been taken", null)
                : null;
    }

    /** An https URL, a Pub/Sub topic or an EventBridge ARN; here also http to the loopback address. */
    private static boolean isAddress(String uri) {
        if (uri.matches("pubsub://[^:/]+:[^:/]+") || uri.startsWith("arn:aws:events:")) {
            return true;
        }
        try {
            var parsed = new URI(uri);
            var host = Objects.requireNonNullElse(parsed.getHost(), "");
            boolean loopback = host.equals("127.0.0.1") || host.equals("localhost");
            return !host.isEmpty()
                    && ("https".equals(parsed.getScheme()) || ("http".equals(parsed.getScheme()) && loopback));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
