package dev.holdfast.simulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/** Sends deliveries over HTTP, so many at once, begun in the order in which they were given. */
final class Sender implements AutoCloseable {

    // Less than the receivers keep a connection, which might otherwise be closed under a webhook.
    private static final Duration KEPT_OPEN = Duration.ofSeconds(10);

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
        this.client = client(settings);
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
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client of the webhooks did not stop", e);
        }
    }

    /** Jetty's: with the JDK's, to send webhooks took half of the simulator's processor time. */
    private static HttpClient client(WebhookSettings settings) {
        var started = new HttpClient();
        started.setExecutor(new VirtualThreadPool());
        started.setConnectTimeout(settings.connect().toMillis());
        started.setIdleTimeout(KEPT_OPEN.toMillis());
        started.setMaxConnectionsPerDestination(settings.atOnce());
        started.setFollowRedirects(false);
        started.setUserAgentField(null);
        started.setHttpCookieStore(new HttpCookieStore.Empty());
        try {
            started.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client of the webhooks did not start", e);
        }
        // A 401 is an answer like any other, also without the challenge that this would ask for.
        started.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        started.getContentDecoderFactories().clear();
        return started;
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
        var answer = new CompletableFuture<Result>();
        request(delivery).send(answer::complete);
        var result = answer.join();
        return switch (result.getFailure()) {
            case null -> Outcome.answered(result.getResponse().getStatus());
            case TimeoutException late -> Outcome.failed("no answer within " + settings.total());
            case Throwable problem -> Outcome.failed(problem.toString());
        };
    }

    private Request request(Delivery delivery) {
        WebhookSubscription to = delivery.subscription();
        String old = delivery.owner().app().oldSecret();
        String secret = delivery.signedWithOldSecret() && old != null
                ? old
                : delivery.owner().app().secret();
        return client.POST(to.uri())
                .timeout(settings.total().toMillis(), TimeUnit.MILLISECONDS)
                .body(new BytesRequestContent(
                        "application/json", delivery.body().bytes()))
                .headers(headers -> {
                    headers.put("User-Agent", "Shopify-Captain-Hook")
                            .put("X-Shopify-Topic", delivery.topic())
                            .put("X-Shopify-Hmac-Sha256", delivery.body().signature(secret))
                            .put("X-Shopify-Shop-Domain", delivery.owner().shopDomain())
                            .put("X-Shopify-API-Version", settings.version().wire())
                            .put("X-Shopify-Triggered-At", time(delivery.triggeredAt()));
                    putIfThere(headers, "X-Shopify-Webhook-Id", delivery.webhookId());
                    putIfThere(headers, "X-Shopify-Event-Id", delivery.eventId());
                    putIfThere(headers, "X-Shopify-Name", to.name());
                });
    }

    private static void putIfThere(HttpFields.Mutable headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
