package dev.holdfast.simulator.webhook;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sends deliveries over HTTP, so many at once, begun in the order in which they were given. */
final class Sender implements AutoCloseable {

    private final WebhookSettings settings;
    private final HttpClient client;
    private final LinkedBlockingQueue<Task> waiting;
    private final Semaphore free;
    private final Thread dispatcher;
    private final Object idle = new Object();
    private long underWay;

    /** What came of a try: a status, or a problem; one that was not begun says nothing of the receiver. */
    record Outcome(int status, @Nullable String problem, boolean begun) {

        static Outcome answered(int status) {
            return new Outcome(status, null, true);
        }

        static Outcome failed(String problem) {
            return new Outcome(-1, problem, true);
        }

        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    private record Task(Delivery delivery, BiConsumer<Delivery, Outcome> then) {}

    Sender(WebhookSettings settings) {
        this.settings = settings;
        this.waiting = new LinkedBlockingQueue<>(settings.waiting());
        this.free = new Semaphore(settings.atOnce());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .build();
        this.dispatcher = Thread.ofVirtual().name("webhook-dispatcher").start(this::dispatch);
    }

    /**
     * Returns at once; {@code then} is called with the outcome before the delivery counts as done. When too many wait
     * already it is called now, with a try that was not begun: a shop must not stand still for a slow receiver.
     */
    void send(Delivery delivery, BiConsumer<Delivery, Outcome> then) {
        synchronized (idle) {
            underWay++;
        }
        if (!waiting.offer(new Task(delivery, then))) {
            try {
                then.accept(delivery, new Outcome(-1, settings.waiting() + " webhooks are waiting to be sent", false));
            } finally {
                done();
            }
        }
    }

    /** Waits until nothing is under way; throws {@link IllegalStateException} when that takes longer than given. */
    void settle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (idle) {
            while (underWay > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException(underWay + " webhooks are still under way after " + atMost);
                }
                idle.wait(left);
            }
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        dispatcher.interrupt();
        client.shutdownNow();
    }

    private void dispatch() {
        try {
            while (true) {
                Task task = waiting.take();
                free.acquire();
                Thread.ofVirtual().name("webhook").start(() -> run(task));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Task task) {
        try {
            task.then().accept(task.delivery(), attempt(task.delivery()));
        } finally {
            free.release();
            done();
        }
    }

    private void done() {
        synchronized (idle) {
            underWay--;
            // Not before: to wake whoever settles after each of them took a fourteenth of all the work.
            if (underWay == 0) {
                idle.notifyAll();
            }
        }
    }

    private Outcome attempt(Delivery delivery) {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(delivery), HttpResponse.BodyHandlers.discarding());
        try {
            return Outcome.answered(answer.get(settings.total().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Outcome.failed("no answer within " + settings.total());
        } catch (ExecutionException e) {
            return Outcome.failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed("the simulator was closed");
        }
    }

    private HttpRequest request(Delivery delivery) {
        WebhookSubscription to = delivery.subscription();
        String old = delivery.owner().app().oldSecret();
        String secret = delivery.signedWithOldSecret() && old != null
                ? old
                : delivery.owner().app().secret();
        HttpRequest.Builder request = HttpRequest.newBuilder(to.uri())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Shopify-Captain-Hook")
                .header("X-Shopify-Topic", delivery.topic())
                .header("X-Shopify-Hmac-Sha256", delivery.body().signature(secret))
                .header("X-Shopify-Shop-Domain", delivery.owner().shopDomain())
                .header("X-Shopify-API-Version", settings.version().wire())
                .header("X-Shopify-Triggered-At", time(delivery.triggeredAt()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body().bytes()));
        if (delivery.webhookId() != null) {
            request.header("X-Shopify-Webhook-Id", delivery.webhookId());
        }
        if (delivery.eventId() != null) {
            request.header("X-Shopify-Event-Id", delivery.eventId());
        }
        if (to.name() != null) {
            request.header("X-Shopify-Name", to.name());
        }
        return request.build();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
