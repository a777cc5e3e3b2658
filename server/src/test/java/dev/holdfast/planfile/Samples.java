package dev.holdfast.planfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The plan files that come with the product. */
final class Samples {

    static final Path FOLDER = Path.of("../samples/plans");

    private static final String RESULT = ".result.json";

    private Samples() {}

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(RESULT))
                    .map(name -> name.substring(0, name.length() - RESULT.length()))
                    .sorted()
                    .toList();
        }
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name + ".json"));
    }

    static Json json(String name) throws IOException {
        return JsonReader.read(new String(bytes(name), StandardCharsets.UTF_8), 1);
    }

    static PlanFile read(byte[] document) {
        return PlanFile.read(document, 1, Instant.parse("2026-11-22T09:00:00Z"));
    }

    static PlanFile read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }
}
