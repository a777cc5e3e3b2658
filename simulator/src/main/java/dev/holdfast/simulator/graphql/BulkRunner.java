package dev.holdfast.simulator.graphql;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Carries bulk operations out, each on a thread of its own, straight into its file. */
final class BulkRunner {
    private static final System.Logger LOG = System.getLogger(BulkRunner.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();
    private final BulkFiles files;
    private final Engine engine;
    private final Api api;
    private final Consumer<BulkOperation> ended;

    BulkRunner(BulkFiles files, Engine engine, Api api, Consumer<BulkOperation> ended) {
        this.files = files;
        this.engine = engine;
        this.api = api;
        this.ended = ended;
    }

    private interface Work {
        /** Writes the result; gives the error code, or null. */
        @Nullable
        String write(OutputStream out) throws IOException;
    }

    void query(BulkOperation operation, Engine.Prepared prepared, BulkShape shape, boolean grouped) {
        begin(operation, out -> {
            try (var lines = new BulkLines(out, grouped)) {
                return writeQuery(operation, prepared, shape, lines);
            }
        });
    }

    void mutation(BulkOperation operation, Engine.Prepared prepared, Path variables) {
        begin(operation, out -> writeMutation(operation, prepared, variables, out));
    }

    private void begin(BulkOperation operation, Work work) {
        Thread.ofVirtual().name("bulk-" + operation.id()).start(() -> run(operation, work));
    }

    private void run(BulkOperation operation, Work work) {
        operation.start();
        var file = files.newFile();
        String error;
        long size = 0;
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                error = work.write(out);
            }
            size = Files.size(file);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Bulk operation " + operation.id() + " failed", e);
            error = "INTERNAL_SERVER_ERROR";
        }
        operation.end(error, file, size, api.now());
        ended.accept(operation);
    }

    private @Nullable String writeQuery(
            BulkOperation operation, Engine.Prepared prepared, BulkShape shape, BulkLines lines) {
        var run = new BulkRun();
        var asking = api.forBulk(run);
        do {
            var result = engine.execute(prepared, null, Map.of(), asking);
            if (!result.getErrors().isEmpty()) {
                var first = result.getErrors().getFirst();
                LOG.log(System.Logger.Level.WARNING, "Bulk operation {0}: {1}", operation.id(), first.getMessage());
                var extensions = first.getExtensions() == null ? Map.of() : first.getExtensions();
                return "ACCESS_DENIED".equals(extensions.get("code")) ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
            }
            Map<String, @Nullable Object> data = result.getData();
            if (data != null) {
                lines.write(data, shape);
            }
        } while (operation.wrote(lines.lines(), lines.roots()) && run.goesOn());
        return null;
    }

    private @Nullable String writeMutation(
            BulkOperation operation, Engine.Prepared prepared, Path variables, OutputStream out) throws IOException {
        try (var lines = Files.newBufferedReader(variables)) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (line.isBlank()) {
                    continue;
                }
                var answer = new LinkedHashMap<String, @Nullable Object>();
                try {
                    Map<String, Object> values = JSON.readValue(line, new TypeReference<>() {});
                    var result = engine.execute(prepared, null, values, api);
                    answer.put("data", result.getData());
                    if (!result.getErrors().isEmpty()) {
                        answer.put("errors", GraphQlEndpoint.errors(result.getErrors()));
                    }
                } catch (JacksonException e) {
                    answer.put("errors", "Line is no JSON object of variables: " + e.getOriginalMessage());
                }
                answer.put("__lineNumber", number);
                out.write(JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                if (!operation.wrote(1, 1)) {
                    return null;
                }
            }
            return null;
        }
    }
}
