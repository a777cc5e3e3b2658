package dev.holdfast.platform;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The program cannot start or do what it was asked because of things outside it: all that were found, each with what to do.
 * Trying again helps only after they are mended.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refusal(String place, String reason) {
        this(List.of(new Problem(place, reason)));
    }

    public Refusal(String place, String reason, Throwable cause) {
        this(List.of(new Problem(place, reason)));
        initCause(cause);
    }

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal has a reason");
        }
        this.problems = List.copyOf(problems);
    }

    /** In the order they were found; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
