package dev.holdfast.simulator.auth;

import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import java.util.Set;
import java.util.function.Supplier;

/** Which shops there are, so that a request finds its own. */
public record Shops(Supplier<Set<String>> domains) {
    /** The full domain of the shop a request is for; a request that names none is for the only shop there is. */
    public String of(Exchange exchange) {
        var known = domains.get();
        var named = exchange.shopDomain();
        if (named.isPresent()) {
            if (!known.contains(named.get())) {
                throw new Refusal(404, "There is no shop " + named.get() + " here.");
            }
            return named.get();
        }
        if (known.size() != 1) {
            throw new Refusal(
                    404,
                    "Name the shop: by the Host header, by X-Simulator-Shop, or by a path that starts with /shops/NAME.");
        }
        return known.iterator().next();
    }
}
