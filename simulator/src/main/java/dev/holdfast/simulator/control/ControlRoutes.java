package dev.holdfast.simulator.control;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Endpoint;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Fault;
import dev.holdfast.simulator.http.FaultRates;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.http.Routes;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.webhook.WebhookFaults;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Mounts {@code /simulator/...}: the control API. What it takes and gives is in the module's README. */
public final class ControlRoutes {

    private static final int PAGE = 250;
    private static final int LARGEST_PAGE = 10_000;

    private final Controlled controlled;
    private final ShopCalls shops;
    private final AppCalls apps;

    private ControlRoutes(Controlled controlled) {
        this.controlled = controlled;
        this.shops = new ShopCalls(controlled);
        this.apps = new AppCalls(controlled);
    }

    /** A slice of something, and how it is asked for. */
    private interface Slice {
        JsonNode of(Shop shop, long after, int limit);
    }

    public static void mount(Routes routes, Controlled controlled) {
        ControlRoutes calls = new ControlRoutes(controlled);
        String shop = "/simulator/shops/{shop}";
        routes.mount("POST", "/simulator/shops", guarded(calls.shops::open))
                .mount("GET", "/simulator/shops", guarded(exchange -> calls.shops.list()))
                .mount("GET", shop, guarded(exchange -> Answer.json(200, TruthAnswers.summary(calls.shop(exchange)))))
                .mount("POST", shop + "/shoppers", guarded(calls::shoppers))
                .mount("POST", shop + "/staff", guarded(calls::staff))
                .mount("POST", shop + "/clock", guarded(exchange -> calls.shops.clock(calls.shop(exchange), exchange)))
                .mount("GET", shop + "/switches", guarded(exchange -> SwitchCalls.read(calls.shop(exchange))))
                .mount("POST", shop + "/switches", guarded(each -> SwitchCalls.change(calls.shop(each), each)))
                .mount("POST", shop + "/privacy", guarded(calls::privacy))
                .mount("POST", shop + "/apps/{app}", guarded(each -> calls.apps.grant(calls.shop(each), each)))
                .mount("DELETE", shop + "/apps/{app}", guarded(each -> calls.apps.uninstall(calls.shop(each), each)))
                .mount("GET", shop + "/orders", guarded(calls.slice(TruthAnswers::orders)))
                .mount("GET", shop + "/variants", guarded(calls.slice(TruthAnswers::variants)))
                .mount("GET", shop + "/ledger", guarded(calls.slice(TruthAnswers::ledger)))
                .mount("GET", shop + "/payloads", guarded(calls.slice(TruthAnswers::payloads)))
                .mount("POST", shop + "/tour", guarded(calls::tour))
                .mount("GET", shop + "/fulfillment_orders", guarded(calls.slice(TruthAnswers::fulfillmentOrders)))
                .mount("POST", "/simulator/faults/answers", guarded(calls::answerFaults))
                .mount("POST", "/simulator/faults/webhooks", guarded(calls::webhookFaults))
                .mount("POST", "/simulator/apps/{app}/secret", guarded(calls.apps::secret))
                .mount("PUT", "/simulator/apps/{app}/subscriptions", guarded(calls.apps::configure))
                .mount("GET", "/simulator/webhooks", guarded(calls::deliveries));
    }

    /** What a caller got wrong is a 400 that says what. */
    private static Endpoint guarded(Endpoint endpoint) {
        return exchange -> {
            try {
                return endpoint.answer(exchange);
            } catch (IllegalArgumentException e) {
                throw new Refusal(400, String.valueOf(e.getMessage()));
            }
        };
    }

    private Answer shoppers(Exchange exchange) throws IOException {
        Body body = Body.of(exchange, "orders", "at_once", "seed");
        Shoppers shoppers = new Shoppers(shop(exchange), body.number("seed", 1));
        long begun = System.nanoTime();
        try {
            Shoppers.Sold sold = shoppers.run(body.count("orders", 1), body.count("at_once", 1));
            double seconds = (System.nanoTime() - begun) / 1e9;
            return Answer.json(
                    200,
                    Map.of(
                            "orders",
                            sold.orders(),
                            "away",
                            sold.away(),
                            "refused",
                            sold.refused(),
                            "seconds",
                            seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "The simulator is closing");
        }
    }

    private Answer tour(Exchange exchange) throws IOException {
        Shop shop = shop(exchange);
        try {
            Tour.run(shop, controlled.clocks());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "The simulator is closing");
        }
        return Answer.json(200, Map.of("done", "yes"));
    }

    private Answer staff(Exchange exchange) throws IOException {
        Body body = Body.of(exchange, StaffCalls.NAMES);
        Shop shop = shop(exchange);
        if (body.needed("do").equals("save_settings")) {
            controlled.webhooks().announcements(shop).shopUpdated();
            return Answer.json(200, Map.of("done", "yes"));
        }
        return Answer.json(200, StaffCalls.run(shop, body));
    }

    private Answer privacy(Exchange exchange) throws IOException {
        Body body = Body.of(exchange, "do", "customer");
        Shop shop = shop(exchange);
        long number = body.number("customer");
        var customer = shop.customers()
                .all()
                .find(number)
                .orElseThrow(() -> new Refusal(404, "There is no customer " + number));
        var announcements = controlled.webhooks().announcements(shop);
        switch (body.needed("do")) {
            case "data_request" -> announcements.customerAsksForData(customer);
            case "redact" -> announcements.customerIsRedacted(customer);
            default -> throw new Refusal(400, "do: is data_request or redact");
        }
        return Answer.json(200, Map.of("done", "yes"));
    }

    private Endpoint slice(Slice slice) {
        return exchange ->
                Answer.json(200, slice.of(shop(exchange), parameter(exchange, "after", 0), (int) limit(exchange)));
    }

    private Answer deliveries(Exchange exchange) {
        var webhooks = controlled.webhooks();
        var some = webhooks.log().after(parameter(exchange, "after", 0), (int) limit(exchange));
        return Answer.json(
                200,
                TruthAnswers.deliveries(some).put("waiting", webhooks.waiting()).put("later", webhooks.later()));
    }

    /** By rates in a thousand, or {@code next}: one fault for the next call to the Admin API. */
    private Answer answerFaults(Exchange exchange) throws IOException {
        Body body = Body.of(
                exchange, "too_many", "server_error", "slow", "reset", "truncated", "slow_ms", "seed", "next", "code");
        Duration slow = Duration.ofMillis(body.number("slow_ms", 2000));
        Optional<String> next = body.text("next");
        if (next.isPresent()) {
            controlled.answers().once(one(next.get(), body, slow));
        } else {
            controlled
                    .answers()
                    .set(
                            new FaultRates(
                                    body.count("too_many", 0),
                                    body.count("server_error", 0),
                                    body.count("slow", 0),
                                    body.count("reset", 0),
                                    body.count("truncated", 0),
                                    slow),
                            body.number("seed", 1));
        }
        return Answer.json(200, Map.of("done", "yes"));
    }

    private static Fault one(String name, Body body, Duration slow) {
        return switch (name) {
            case "too_many" -> new Fault.Status(429);
            case "server_error" -> new Fault.Status(body.count("code", 503));
            case "slow" -> new Fault.Slow(slow);
            case "reset" -> new Fault.Reset(false);
            case "reset_after" -> new Fault.Reset(true);
            case "truncated" -> new Fault.Truncated();
            default ->
                throw new Refusal(
                        400,
                        "next: is one of too_many, server_error, slow, reset, reset_after, truncated, not " + name);
        };
    }

    private Answer webhookFaults(Exchange exchange) throws IOException {
        Body body = Body.of(
                exchange,
                "resent",
                "other_webhook_id",
                "other_event_id",
                "without_ids",
                "shuffled",
                "delayed",
                "dropped",
                "old_secret",
                "seed");
        WebhookFaults faults = new WebhookFaults(
                body.count("resent", 0),
                body.count("other_webhook_id", 0),
                body.count("other_event_id", 0),
                body.count("without_ids", 0),
                body.count("shuffled", 0),
                body.count("delayed", 0),
                body.count("dropped", 0),
                body.count("old_secret", 0));
        controlled.webhooks().faults(faults, body.number("seed", 1));
        return Answer.json(200, Map.of("done", "yes"));
    }

    private Shop shop(Exchange exchange) {
        return shops.named(exchange.segment("shop"));
    }

    private static long limit(Exchange exchange) {
        return Math.min(LARGEST_PAGE, parameter(exchange, "limit", PAGE));
    }

    private static long parameter(Exchange exchange, String name, long otherwise) {
        String given = exchange.parameter(name).orElse(Long.toString(otherwise));
        if (!given.matches("\\d{1,18}")) {
            throw new Refusal(400, name + ": give a whole number, not " + given);
        }
        return Long.parseLong(given);
    }
}
