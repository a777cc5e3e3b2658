package dev.holdfast.platform.work;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Work that is looked for again and again, such as the rows of an inbox; a bean of this type is run by every process that
 * works, so it claims what it does ({@code for update skip locked}, or a turn).
 */
public interface Worker {

    /** Unique; the name on the health page and for {@link Wakes#wake}. */
    String name();

    /**
     * Does one small piece, in a transaction of its own. What it throws is logged and tried again after growing pauses.
     *
     * @return whether more may be waiting, so that it is called again at once
     */
    boolean work() throws InterruptedException;

    /** How long to wait when nothing was found and nobody wakes it. */
    default Duration pause() {
        return Duration.ofSeconds(1);
    }

    /** How many threads of this process do it at the same time. */
    default int threads() {
        return 1;
    }

    /** One of this name whose piece of work is this. */
    static Worker of(String name, int threads, BooleanSupplier work) {
        return new Worker() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean work() {
                return work.getAsBoolean();
            }

            @Override
            public int threads() {
                return threads;
            }
        };
    }
}
