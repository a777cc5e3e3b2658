package dev.holdfast.bench.backlog;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The limit of reading files: their lines, one after the other, counted and forgotten. */
public final class ReadLines {

    private ReadLines() {}

    public static void main(String[] arguments) throws IOException {
        long lines = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(arguments[0]), "*.csv")) {
            for (Path file : files) {
                try (BufferedReader reader = Files.newBufferedReader(file)) {
                    while (reader.readLine() != null) {
                        lines++;
                    }
                }
            }
        }
        System.out.println(lines);
    }
}
