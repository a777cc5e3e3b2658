package dev.holdfast.bench.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Every try of the shop to deliver a webhook, read as it goes since the shop keeps the last ones only, a line each in a file. */
final class Deliveries implements AutoCloseable {
    private static final int PAGE = 250;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Pattern ORDER =
            Pattern.compile("(?:gid://shopify/(?:FulfillmentOrder|Order)/|\"order_id\":)([0-9]+)");

    private final Toys toys;
    private final Path file;
    private final Set<String> acknowledged = new HashSet<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private long lastSeen;

    Deliveries(Toys toys, Path file) throws IOException {
        this.toys = toys;
        this.file = Files.createFile(file);
        thread = Thread.ofVirtual().start(this::follow);
    }

    private void follow() {
        try {
            while (!end.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("What the shop delivers cannot be followed", e);
        }
    }

    private synchronized void read() throws IOException, InterruptedException {
        while (true) {
            var page = toys.get("/simulator/webhooks?limit=" + PAGE + "&after=" + lastSeen);
            var lines = new ArrayList<String>();
            for (var one : page.path("deliveries")) {
                lastSeen = one.path("sequence").asLong();
                lines.add(line(one));
                if (one.path("status").asInt(0) / 100 == 2) {
                    acknowledged.add(one.path("webhook_id").asString());
                }
            }
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            if (lines.size() < PAGE) {
                return;
            }
        }
    }

    private static String line(JsonNode one) {
        var body = one.path("body").asString("");
        var orders = new TreeSet<String>();
        ORDER.matcher(body).results().forEach(found -> orders.add(found.group(1)));
        return "%s triggered %s try %d: %s %s webhook %s of %s"
                .formatted(
                        one.path("at").asString(),
                        one.path("triggered_at").asString(),
                        one.path("number").asInt(),
                        one.path("status").asString(one.path("problem").asString("")),
                        one.path("topic").asString(),
                        one.path("webhook_id").asString(),
                        orders);
    }

    /** Every id of a webhook that the program has acknowledged until now. */
    Set<String> acknowledged() throws IOException, InterruptedException {
        read();
        return Set.copyOf(acknowledged);
    }

    /** The tries to deliver something that names one of these orders or fulfillment orders, in the order of their answers. */
    List<String> naming(Set<Long> ids) throws IOException, InterruptedException {
        return lines(line -> ids.stream().anyMatch(id -> line.matches(".* of \\[.*\\b" + id + "\\b.*]")));
    }

    /** All tries of these webhooks. */
    List<String> with(Set<String> webhooks) throws IOException, InterruptedException {
        return lines(line -> webhooks.stream().anyMatch(id -> line.contains(" webhook " + id + " ")));
    }

    private List<String> lines(Predicate<String> wanted) throws IOException, InterruptedException {
        read();
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(wanted).toList();
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
