package dev.holdfast.shopify.turn;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.work.Instance;
import java.time.Duration;
import java.time.InstantSource;

/** Where the workers of this process take their turns. */
public final class Turnstile {
    private final Database database;
    private final InstantSource clock;
    private final Instance instance;

    Turnstile(Database database, InstantSource clock, Instance instance) {
        this.database = database;
        this.clock = clock;
        this.instance = instance;
    }

    /** {@code length} is how long a turn lasts unless it is kept. */
    public Turns turns(Duration length) {
        return new Turns(database, clock, length, instance);
    }
}
