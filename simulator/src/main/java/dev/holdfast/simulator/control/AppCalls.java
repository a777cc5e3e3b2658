package dev.holdfast.simulator.control;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** Apps: their secrets, their configuration, and what they may do on a shop. */
final class AppCalls {

    private final Controlled controlled;

    AppCalls(Controlled controlled) {
        this.controlled = controlled;
    }

    /** What {@code [[webhooks.subscriptions]]} and {@code compliance_topics} of the app's file say from now on. */
    Answer configure(Exchange exchange) throws IOException {
        Body body = Body.of(exchange, "subscriptions");
        List<Wanted> wanted = body.bodies("subscriptions", "topic", "uri", "filter", "include_fields", "name").stream()
                .map(AppCalls::wanted)
                .toList();
        controlled.webhooks().subscriptions().configure(app(exchange), wanted);
        return Answer.json(200, Map.of("done", "yes"));
    }

    Answer secret(Exchange exchange) throws IOException {
        controlled
                .webhooks()
                .rotateSecret(app(exchange), Body.of(exchange, "secret").needed("secret"));
        return Answer.json(200, Map.of("done", "yes"));
    }

    /** The merchant installs the app, or grants it other scopes than before. */
    Answer grant(Shop shop, Exchange exchange) throws IOException {
        String scopes = Body.of(exchange, "scopes").needed("scopes");
        controlled.apps().on(shop.settings().domain()).install(app(exchange), Scopes.parse(scopes));
        return Answer.json(200, Map.of("done", "yes"));
    }

    Answer uninstall(Shop shop, Exchange exchange) {
        controlled.apps().on(shop.settings().domain()).uninstall(app(exchange));
        return Answer.json(200, Map.of("done", "yes"));
    }

    private static Wanted wanted(Body body) {
        String uri = body.needed("uri");
        try {
            return new Wanted(
                    body.needed("topic"),
                    new URI(uri),
                    body.text("filter").orElse(null),
                    body.texts("include_fields"),
                    body.text("name").orElse(null));
        } catch (URISyntaxException e) {
            throw new Refusal(400, "uri: write it as http://127.0.0.1:8080/webhooks, not " + uri);
        }
    }

    private App app(Exchange exchange) {
        String clientId = exchange.segment("app");
        return controlled
                .apps()
                .find(clientId)
                .orElseThrow(() -> new Refusal(404, "There is no app with client id '" + clientId + "'."));
    }
}
