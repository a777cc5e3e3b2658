package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files of bulk operations: what apps upload for mutations, and the results they fetch. */
final class BulkFiles implements AutoCloseable {
    /** Shopify's limit for a file of variables. */
    static final long LARGEST_UPLOAD = 100L * 1024 * 1024;

    private final Path folder;
    private final Supplier<URI> address;
    private final Map<String, Optional<Path>> uploads = new ConcurrentHashMap<>();
    private final Map<String, Supplier<@Nullable Path>> results = new ConcurrentHashMap<>();

    /** {@code address} is where the simulator answers. */
    BulkFiles(Supplier<URI> address) {
        this.address = address;
        try {
            folder = Files.createTempDirectory("holdfast-simulator-");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for bulk operations", e);
        }
    }

    void mount(Routes routes) {
        routes.mount("POST", "/simulator/staged-uploads", this::upload)
                .mount("GET", "/simulator/bulk-results/{file}", this::fetch);
    }

    Path newFile() {
        return folder.resolve(UUID.randomUUID() + ".jsonl");
    }

    URI uploadUrl() {
        return address.get().resolve("/simulator/staged-uploads");
    }

    /** A place for a file that will be uploaded; the key names it in the upload and in the mutation. */
    String stage(String shopDomain, String filename) {
        var key = "tmp/" + shopDomain + "/bulk/" + UUID.randomUUID() + "/" + filename.replaceAll("[^\\w.-]", "_");
        uploads.put(key, Optional.empty());
        return key;
    }

    /** The uploaded file; null when the key is unknown or nothing was uploaded yet. */
    @Nullable
    Path uploaded(String key) {
        return uploads.getOrDefault(key, Optional.empty()).orElse(null);
    }

    /** Where a result can be fetched, as long as {@code file} gives one. */
    String publish(long operation, Supplier<@Nullable Path> file) {
        var name = "bulk-" + operation + ".jsonl";
        results.put(name, file);
        return address.get().resolve("/simulator/bulk-results/" + name).toString();
    }

    private Answer upload(Exchange exchange) throws IOException {
        try (var parts = exchange.parts(folder, LARGEST_UPLOAD)) {
            var keyPart = parts.getFirst("key");
            var file = parts.getFirst("file");
            if (keyPart == null || file == null) {
                throw new Refusal(400, "An upload has the parameters of its staged target, and the file as 'file'.");
            }
            var key = keyPart.getContentAsString(StandardCharsets.UTF_8);
            if (!uploads.containsKey(key)) {
                throw new Refusal(403, "There is no staged target with key " + key);
            }
            var kept = newFile();
            file.writeTo(kept);
            uploads.put(key, Optional.of(kept));
            var xml = "<?xml version='1.0' encoding='UTF-8'?><PostResponse><Location>" + uploadUrl() + "/" + key
                    + "</Location><Key>" + key + "</Key></PostResponse>";
            return Answer.of(201, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Answer fetch(Exchange exchange) {
        var result = results.get(exchange.segment("file"));
        var file = result == null ? null : result.get();
        if (file == null) {
            throw new Refusal(404, "There is no such result, or its seven days are over.");
        }
        return Answer.file("application/jsonl", file);
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}
