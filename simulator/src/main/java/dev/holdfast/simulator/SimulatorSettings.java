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
 * @param seed of everything that is drawn by lot
 */
public record SimulatorSettings(int port, ApiVersion version, Optional<PlanLimits> limits, long seed) {
    public SimulatorSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535: " + port);
        }
    }

    /** A free port, 2026-07, the limits of each shop's plan. */
    public static SimulatorSettings usual() {
        return new SimulatorSettings(0, ApiVersion.V2026_07, Optional.empty(), 1);
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(other, version, limits, seed);
    }

    public SimulatorSettings withVersion(ApiVersion other) {
        return new SimulatorSettings(port, other, limits, seed);
    }

    public SimulatorSettings withLimits(PlanLimits other) {
        return new SimulatorSettings(port, version, Optional.of(other), seed);
    }

    public SimulatorSettings withSeed(long other) {
        return new SimulatorSettings(port, version, limits, other);
    }
}
