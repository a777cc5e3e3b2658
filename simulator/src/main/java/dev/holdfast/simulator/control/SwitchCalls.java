package dev.holdfast.simulator.control;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How a shop behaves where Shopify's behaviour is not certain: read and changed by name. */
final class SwitchCalls {

    private static final String[] NAMES = Stream.concat(
                    Stream.of(Switch.values()).map(Switch::name), Stream.of("routing", "jobs"))
            .toArray(String[]::new);

    private SwitchCalls() {}

    /** What is not named stays as it is. */
    static Answer change(Shop shop, Exchange exchange) throws IOException {
        Body body = Body.of(exchange, NAMES);
        Switches changed = shop.switches();
        for (Switch each : Switch.values()) {
            if (body.has(each.name())) {
                changed = changed.with(each, body.flag(each.name()));
            }
        }
        if (body.has("routing")) {
            changed = changed.withRouting(body.duration("routing"));
        }
        if (body.has("jobs")) {
            changed = changed.withJobs(body.duration("jobs"));
        }
        shop.switches(changed);
        return read(shop);
    }

    static Answer read(Shop shop) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Switch each : Switch.values()) {
            all.put(each.name(), shop.switches().isOn(each));
        }
        all.put("routing", shop.switches().routing().toString());
        all.put("jobs", shop.switches().jobs().toString());
        return Answer.json(200, all);
    }
}
