package dev.holdfast.simulator.control;

import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.http.Faults;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.webhook.Webhooks;
import java.util.Map;
import java.util.function.Supplier;

/** What the control API drives. */
public record Controlled(
        Apps apps, Webhooks webhooks, Faults answers, Clocks clocks, Supplier<Map<String, Shop>> shops, Opener opener) {

    /** Opens a shop; throws {@link IllegalArgumentException} when its domain is taken. */
    public interface Opener {
        Shop open(ShopSettings wanted, Switches switches, SimulatedClock clock);
    }
}
