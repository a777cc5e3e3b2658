package dev.holdfast.bench.fault;

import java.util.Optional;

/** How large a run is, by the environment: {@code FAULT_SIZE=short} for ./verify, else what the promise asks for. */
record Size(boolean isShort, long seed) {

    static Size given() {
        long seed = number("FAULT_SEED").orElseGet(() -> System.nanoTime() & 0xffffff);
        return new Size("short".equals(System.getenv("FAULT_SIZE")), seed);
    }

    /** The count named in the environment, else that of the short or of the full run. */
    int count(String name, int inShort, int inFull) {
        return number(name).map(Long::intValue).orElse(isShort ? inShort : inFull);
    }

    private static Optional<Long> number(String name) {
        return Optional.ofNullable(System.getenv(name)).map(Long::parseLong);
    }
}
