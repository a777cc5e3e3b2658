package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to Shopify and tells apart what can go wrong on the way. */
public final class Http implements AutoCloseable {
    private static final long MAX_ANSWER_BYTES = 64L << 20;

    private final HttpClient client;
    private final Duration patience;
    private final ClockDifference difference;

    /** {@code patience} is for the whole answer, its last byte included. */
    public Http(Duration patience) {
        this(patience, new ClockDifference(InstantSource.system()));
    }

    /** The times that answers name are told the second. */
    Http(Duration patience, ClockDifference difference) {
        this.patience = patience;
        this.difference = difference;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The answer, whatever its status. Throws a {@link ShopifyFault} when no whole answer came. */
    public HttpResponse<byte[]> send(HttpRequest request) {
        return await(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
    }

    /** The same for an answer that is read as it arrives; the patience is for its beginning. */
    <T> HttpResponse<T> open(HttpRequest request, BodyHandler<T> body) {
        return await(request, body);
    }

    private <T> HttpResponse<T> await(HttpRequest request, BodyHandler<T> body) {
        // Not HttpRequest.timeout: that one ends with the headers, and a body may trickle for ever.
        long begun = System.nanoTime();
        var answer = client.sendAsync(request, body);
        try {
            var response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            difference.saw(response.headers(), Duration.ofNanos(System.nanoTime() - begun));
            return response;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw lost(request, "did not answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw fault(request, e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            throw lost(request, "was given up", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw lost(request, "was interrupted", e);
        }
    }

    private static ShopifyFault fault(HttpRequest request, Throwable cause) {
        var host = request.uri().getHost();
        return switch (cause) {
            case ConnectException _, HttpConnectTimeoutException _ ->
                new ShopifyFault(Kind.UNREACHABLE, "No connection to " + host + ".", null, cause);
            case IOException _ -> lost(request, "broke off (" + cause.getMessage() + ")", cause);
            default -> throw new IllegalStateException("Could not ask " + host, cause);
        };
    }

    private static ShopifyFault lost(HttpRequest request, String how, Throwable cause) {
        return new ShopifyFault(Kind.LOST, "The answer of " + request.uri().getHost() + " " + how + ".", null, cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
