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
                        "simulator/src/main/java/dev/holdfast/simulator/Main.java",
                        "bench/")
                || (path.startsWith("simulator/src/main/") && path.endsWith("Clock.java"));
    }

    boolean mayPrint() {
        // A test prints the seed it runs with.
        return isTest() || underAny("server/src/main/java/dev/holdfast/cli/", "bench/");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    private boolean underAny(String... folders) {
        return Stream.of(folders).anyMatch(path::startsWith);
    }
}
