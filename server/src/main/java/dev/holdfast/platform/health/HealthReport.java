package dev.holdfast.platform.health;

import dev.holdfast.platform.health.Health.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all checks at once, and waits for none of them long. */
public final class HealthReport {

    private static final Logger LOG = LoggerFactory.getLogger(HealthReport.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Executor THREADS =
            command -> Thread.ofVirtual().name("health").start(command);

    private final List<HealthCheck> checks;

    public HealthReport(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** By the checks' names. */
    public SortedMap<String, Health> look() {
        SortedMap<String, CompletableFuture<Health>> asked = new TreeMap<>();
        for (HealthCheck check : checks) {
            asked.put(
                    check.name(),
                    CompletableFuture.supplyAsync(check::check, THREADS)
                            .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        }
        SortedMap<String, Health> answers = new TreeMap<>();
        asked.forEach((name, answer) -> answers.put(name, answer(name, answer)));
        return answers;
    }

    private static Health answer(String name, CompletableFuture<Health> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return Health.bad("gave no answer within " + LIMIT.toSeconds() + " s");
            }
            LOG.warn("Health check {} failed", name, e.getCause());
            return Health.bad("cannot be told; the log says why");
        }
    }

    /** The worst there is. */
    public static Level worst(SortedMap<String, Health> report) {
        return report.values().stream()
                .map(Health::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.GOOD);
    }
}
