package dev.holdfast.simulator;

import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.ApiVersion;
import java.util.Optional;

/**
 * What holds for all shops of a simulator.
 *
 * @param port on the loopback address; 0 for a free one
 * @param version the version whose schema is ready at once; the other one is read when it is first asked for
 * @param limits the point budget on every shop; empty for that of each shop's plan
 * @param deliveriesAtOnce webhooks under way at the same time; 1 sends one after the other, so that a seed repeats
 *     their order too
 * @param seed of everything that is drawn by lot
 */
public record SimulatorSettings(
        int port, ApiVersion version, Optional<PlanLimits> limits, int deliveriesAtOnce, long seed) {
    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535: " + port);
        }
        if (deliveriesAtOnce < 1) {
            throw new IllegalArgumentException("At least one delivery at once: " + deliveriesAtOnce);
        }
    }

    /** A free port, 2026-07, the limits of each shop's plan, 32 deliveries at once. */
    public static SimulatorSettings usual() {
        return new SimulatorSettings(0, ApiVersion.V2026_07, Optional.empty(), 32, 1);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(other, version, limits, deliveriesAtOnce, seed);
    }

    public SimulatorSettings withVersion(ApiVersion other) {
        return new SimulatorSettings(port, other, limits, deliveriesAtOnce, seed);
    }

    public SimulatorSettings withLimits(PlanLimits other) {
        return new SimulatorSettings(port, version, Optional.of(other), deliveriesAtOnce, seed);
    }

    public SimulatorSettings withDeliveriesAtOnce(int other) {
        return new SimulatorSettings(port, version, limits, other, seed);
    }

    public SimulatorSettings withSeed(long other) {
        return new SimulatorSettings(port, version, limits, deliveriesAtOnce, other);
    }
}
