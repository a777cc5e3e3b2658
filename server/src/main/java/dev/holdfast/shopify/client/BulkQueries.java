package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import dev.holdfast.shopify.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a shop in bulk: start, look how far it is, then read the result line by line.
 *
 * <p>Nothing is kept here: the operation's id and the number of lines dealt with are the caller's to store, and to go on
 * from after a crash. A result can be read for 7 days.
 */
public final class BulkQueries {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Document START = Document.named("read/bulk-operation-run-query");
    private static final Document LOOK = Document.named("read/bulk-operation");
    private static final Duration STALLED = Duration.ofSeconds(60);

    private final PatientReader reader;
    private final Http http;
    private final ShopifyAddress address;

    public BulkQueries(PatientReader reader, Http http, ShopifyAddress address) {
        this.reader = reader;
        this.http = http;
        this.address = address;
    }

    /** What starting came to. */
    public sealed interface Start {}

    /** It runs under this id, since this time by Shopify's clock, in whole seconds. */
    public record Started(String id, Instant at) implements Start {}

    /** Shopify does not run it: too many run already, or the query is none for bulk. */
    public record NotStarted(List<UserError> errors) implements Start {}

    /** How far an operation is. */
    public sealed interface Progress {}

    /** Still at it, with so many objects so far. */
    public record Running(long objects) implements Progress {}

    /** Done; without an address there was nothing to be found. */
    public record Ready(Optional<URI> result, long objects) implements Progress {}

    /** It ended without all of it: start anew. */
    public record Failed(String reason) implements Progress {}

    /** Takes the lines of a result as they arrive; a line is one JSON object. */
    @FunctionalInterface
    public interface Lines {
        /** {@code number} counts from 1 over the whole result. */
        void take(long number, String line);
    }

    /** Starts a bulk query; the document is one Shopify runs in bulk (at least one connection, at most five). */
    public Start start(Access access, String query) {
        var variables = JSON.createObjectNode().put("query", query);
        var answer = reader.read(access, START, variables);
        var errors = answer.userErrors();
        var operation = answer.data().path("bulkOperationRunQuery").path("bulkOperation");
        var id = operation.path("id");
        return errors.isEmpty() && id.isString()
                ? new Started(
                        id.asString(), Instant.parse(operation.path("createdAt").asString("")))
                : new NotStarted(errors);
    }

    public Progress look(Access access, String id) {
        var operation = reader.read(access, LOOK, JSON.createObjectNode().put("id", id))
                .data()
                .path("bulkOperation");
        long objects = operation.path("objectCount").asLong(0);
        var status = operation.path("status").asString("");
        return switch (status) {
            case "CREATED", "RUNNING", "CANCELING" -> new Running(objects);
            case "COMPLETED" -> {
                var url = operation.path("url");
                yield new Ready(url.isString() ? Optional.of(checked(url.asString())) : Optional.empty(), objects);
            }
            case "" -> new Failed("Shopify knows no bulk operation " + id + ".");
            default ->
                new Failed("The bulk operation ended as " + status + " ("
                        + operation.path("errorCode").asString("no reason given") + ").");
        };
    }

    /**
     * Hands over the lines after the first {@code done} ones, in their order; answers how many lines there are. A
     * {@link ShopifyFault} that can be repeated leaves the lines handed over so far as dealt with.
     */
    public long read(URI result, long done, Lines lines) {
        var response = http.open(
                HttpRequest.newBuilder(checked(result.toString())).GET().build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body();
                var guard = new StallGuard(body, STALLED)) {
            if (response.statusCode() != 200) {
                throw new ShopifyFault(
                        response.statusCode() >= 500 ? Kind.BROKEN : Kind.REFUSED,
                        "The bulk result cannot be read: status " + response.statusCode() + ".");
            }
            return read(body, guard, done, lines);
        } catch (IOException e) {
            throw new ShopifyFault(Kind.LOST, "The bulk result broke off: " + e.getMessage(), null, e);
        }
    }

    private static long read(InputStream body, StallGuard guard, long done, Lines lines) throws IOException {
        var text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 1 << 16);
        long number = 0;
        for (var line = text.readLine(); line != null; line = text.readLine()) {
            guard.progress();
            if (++number > done && !line.isBlank()) {
                lines.take(number, line);
            }
        }
        return number;
    }

    // The address comes from Shopify itself; still, nothing may be sent in the open beyond this machine.
    private URI checked(String url) {
        var uri = URI.create(url);
        boolean ok = "https".equals(uri.getScheme())
                || (address.isSimulator() && "http".equals(uri.getScheme()) && ShopifyAddress.isLoopback(uri));
        if (!ok) {
            throw new ShopifyFault(Kind.REFUSED, "The bulk result lies at no address over HTTPS.");
        }
        return uri;
    }
}
