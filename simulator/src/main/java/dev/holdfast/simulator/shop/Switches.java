package dev.holdfast.simulator.shop;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a shop behaves where Shopify's behaviour is not certain.
 *
 * @param on the switches that are on
 * @param routing from the order to its fulfillment orders
 * @param jobs from an answer to the end of its job: cancellations, payments by mandate
 */
public record Switches(Set<Switch> on, Duration routing, Duration jobs) {

    public Switches {
        on = Set.copyOf(on);
        if (routing.isNegative() || jobs.isNegative()) {
            throw new IllegalArgumentException("Delays are not negative: routing " + routing + ", jobs " + jobs);
        }
    }

    public static Switches usual() {
        EnumSet<Switch> on = EnumSet.noneOf(Switch.class);
        for (Switch each : Switch.values()) {
            if (each.usual()) {
                on.add(each);
            }
        }
        return new Switches(on, Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    public boolean isOn(Switch which) {
        return on.contains(which);
    }

    public Switches with(Switch which, boolean isOn) {
        EnumSet<Switch> changed = EnumSet.noneOf(Switch.class);
        changed.addAll(on);
        if (isOn) {
            changed.add(which);
        } else {
            changed.remove(which);
        }
        return new Switches(changed, routing, jobs);
    }

    public Switches withRouting(Duration delay) {
        return new Switches(on, delay, jobs);
    }

    public Switches withJobs(Duration delay) {
        return new Switches(on, routing, delay);
    }
}
