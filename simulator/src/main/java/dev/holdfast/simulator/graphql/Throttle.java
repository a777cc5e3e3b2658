package dev.holdfast.simulator.graphql;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bucket of points one app has on one shop; it fills by the shop's clock. */
final class Throttle {
    private final InstantSource clock;
    private PlanLimits limits;
    private double available;
    private Instant asOf;

    Throttle(InstantSource clock, PlanLimits limits) {
        this.clock = clock;
        this.limits = limits;
        this.available = limits.maximumAvailable();
        this.asOf = clock.instant();
    }

    /** Takes the points, if they are there. */
    synchronized boolean take(double points) {
        refill();
        if (points > available) {
            return false;
        }
        available -= points;
        return true;
    }

    /** Gives back what was requested but not used. */
    synchronized void giveBack(double points) {
        available = Math.min(limits.maximumAvailable(), available + points);
    }

    /** As Shopify puts it into {@code extensions.cost}; {@code decimal} writes 100 as 100.0. */
    synchronized Map<String, Object> status(boolean decimal) {
        refill();
        var status = new LinkedHashMap<String, Object>();
        status.put("maximumAvailable", number(limits.maximumAvailable(), decimal));
        status.put("currentlyAvailable", (long) Math.floor(available));
        status.put("restoreRate", number(limits.restoreRate(), decimal));
        return status;
    }

    private static Number number(int value, boolean decimal) {
        if (decimal) {
            return (double) value;
        }
        return value;
    }

    /** The plan has changed: what is in the bucket stays, up to the new size. */
    synchronized void limits(PlanLimits changed) {
        refill();
        limits = changed;
        available = Math.min(available, changed.maximumAvailable());
    }

    private void refill() {
        var now = clock.instant();
        // A clock that was set back restores nothing until it is past this point again.
        var passed = Duration.between(asOf, now);
        if (passed.isPositive()) {
            available = Math.min(limits.maximumAvailable(), available + passed.toNanos() / 1e9 * limits.restoreRate());
        }
        asOf = now;
    }
}
