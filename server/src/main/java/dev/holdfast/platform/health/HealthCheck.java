package dev.holdfast.platform.health;

import java.util.function.Supplier;

/** One thing that is looked at each time the health page is asked for; a bean of this type is on the page. */
public interface HealthCheck {

    /** Unique, in the operator's words: "inbox age". */
    String name();

    /** Within a second or two; what it throws is shown as bad. */
    Health check();

    static HealthCheck of(String name, Supplier<Health> check) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return check.get();
            }
        };
    }
}
