package dev.holdfast;

import java.util.List;
import java.util.stream.Stream;

/** A text file of the project, by its path from the root with forward slashes. */
record SourceFile(String path, String text) {

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isTest() {
        return path.contains("/src/test/");
    }

    /** The module and the folder of the package: both trees of a module may hold the package's package-info. */
    String packageOfModule() {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return folder.replace("/src/test/java/", "/src/main/java/");
    }

    boolean mayReadClock() {
        return underAny(
                        "server/src/main/java/dev/holdfast/platform/",
                        "server/src/main/java/dev/holdfast/cli/",
                        "bench/")
                || Stream.of("clock/", "Clock.java")
                        .anyMatch(part -> path.contains("simulator/src/main/") && path.contains(part));
    }

    boolean mayPrint() {
        return underAny("server/src/main/java/dev/holdfast/cli/", "bench/");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    private boolean underAny(String... folders) {
        return Stream.of(folders).anyMatch(path::startsWith);
    }
}
