package dev.holdfast.simulator.control;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.shop.Plan;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shops and their clocks. */
final class ShopCalls {

    private static final String DOMAIN = ".myshopify.com";

    private final Controlled controlled;

    ShopCalls(Controlled controlled) {
        this.controlled = controlled;
    }

    /** Opens a shop; with {@code install} the named apps are on it at once, with all they ask for. */
    Answer open(Exchange exchange) throws IOException {
        Body body = Body.of(exchange, "domain", "seed", "plan", "start", "speed", "demo", "install");
        String domain = body.needed("domain");
        if (!domain.matches("[a-z0-9][a-z0-9-]*\\.myshopify\\.com")) {
            throw new Refusal(400, "domain: write it as NAME.myshopify.com, in lower case, not " + domain);
        }
        long seed = body.number("seed", 1);
        Instant start = body.text("start").map(text -> instant("start", text)).orElseGet(Instant::now);
        ShopSettings settings = ShopSettings.of(domain, seed)
                .numbered(controlled.shops().get().size() + 1)
                .withPlan(body.word("plan", Plan.class, body.text("plan").orElse("BASIC")));
        SimulatedClock clock = SimulatedClock.running(start, body.decimal("speed", 0));
        Shop shop = controlled.opener().open(settings, Switches.usual(), clock);
        body.text("install").ifPresent(clientId -> install(shop, clientId));
        if (body.flag("demo")) {
            DemoCatalog.fill(shop, seed);
        }
        return Answer.json(201, TruthAnswers.summary(shop));
    }

    Answer list() {
        return Answer.json(
                200,
                Map.of("shops", List.copyOf(new TreeMap<>(controlled.shops().get()).keySet())));
    }

    /** By its full domain, or by its name alone. */
    Shop named(String name) {
        String domain = name.endsWith(DOMAIN) ? name : name + DOMAIN;
        return Optional.ofNullable(controlled.shops().get().get(domain))
                .orElseThrow(() -> new Refusal(404, "There is no shop " + domain + " here."));
    }

    /** One of: {@code advance} by an ISO duration, {@code advance_to} or {@code set} a time, {@code speed}. */
    Answer clock(Shop shop, Exchange exchange) throws IOException {
        Body body = Body.of(exchange, "advance", "advance_to", "set", "speed");
        SimulatedClock clock = shop.clock();
        try {
            if (body.has("advance")) {
                controlled.clocks().advance(clock, body.duration("advance"));
            } else if (body.has("advance_to")) {
                controlled.clocks().advanceTo(clock, instant("advance_to", body.needed("advance_to")));
            } else if (body.has("set")) {
                clock.set(instant("set", body.needed("set")));
            } else if (body.has("speed")) {
                clock.speed(speed(body));
            } else {
                throw new Refusal(400, "Give advance, advance_to, set or speed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "The simulator is closing");
        }
        return Answer.json(200, Map.of("now", clock.now().toString()));
    }

    private void install(Shop shop, String clientId) {
        var app = controlled
                .apps()
                .find(clientId)
                .orElseThrow(() -> new Refusal(404, "install: there is no app with client id '" + clientId + "'."));
        controlled
                .apps()
                .on(shop.settings().domain())
                .install(app, app.settings().scopes());
    }

    private static double speed(Body body) {
        double speed = body.decimal("speed", 0);
        if (speed < 0 || speed > 1_000_000) {
            throw new Refusal(400, "speed: simulated seconds per second, 0 to 1000000");
        }
        return speed;
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(400, name + ": write it as 2026-11-22T10:00:00Z, not " + text);
        }
    }
}
