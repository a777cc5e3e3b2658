package dev.holdfast.platform.health;

import java.util.List;

/** Several checks of which only the program itself knows how many there are. */
@FunctionalInterface
public interface HealthChecks {

    List<HealthCheck> checks();
}
