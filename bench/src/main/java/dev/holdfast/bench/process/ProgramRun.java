package dev.holdfast.bench.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a whole program: from its start to its end, with the most memory it held.
 *
 * @param exitCode what the program ended with
 * @param millis wall time from start to end
 * @param megabytes the peak of its resident memory (VmHWM, read every few milliseconds until the end), NaN where the
 *     system does not tell
 * @param output its standard output
 * @param errors its standard error
 */
public record ProgramRun(int exitCode, double millis, double megabytes, Path output, String errors) {

    private static final int MILLIS_BETWEEN_READINGS = 5;

    /** The folder of the project, as bench/run tells it. */
    public static Path root() {
        String root = System.getProperty("holdfast.root");
        if (root == null) {
            throw new IllegalStateException("Start this by bench/run");
        }
        return Path.of(root);
    }

    /** ./holdfast with these arguments, with a file as standard input or none; it must end with exit code 0. */
    public static ProgramRun ofHoldfast(@Nullable Path input, String... arguments)
            throws IOException, InterruptedException {
        return of(
                        Stream.concat(Stream.of(root().resolve("holdfast").toString()), Stream.of(arguments))
                                .toList(),
                        input)
                .succeeded();
    }

    /** A class of this bench in a Java process of its own; it must end with exit code 0. */
    public static ProgramRun ofClass(Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return ofClass(null, main, options, arguments);
    }

    /** The same, with a file as standard input or none. */
    public static ProgramRun ofClass(@Nullable Path input, Class<?> main, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return of(command, input).succeeded();
    }

    /** Any program, however it ends. */
    public static ProgramRun of(List<String> command, @Nullable Path input) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".out");
        Path errors = Files.createTempFile("bench", ".err");
        output.toFile().deleteOnExit();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root().toFile())
                    .redirectInput(input == null ? new File("/dev/null") : input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            long start = System.nanoTime();
            Process process = builder.start();
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            double megabytes = 0;
            while (!process.waitFor(MILLIS_BETWEEN_READINGS, TimeUnit.MILLISECONDS)) {
                megabytes = Math.max(megabytes, peakMegabytes(status));
            }
            double millis = (System.nanoTime() - start) / 1e6;
            return new ProgramRun(
                    process.exitValue(),
                    millis,
                    megabytes == 0 ? Double.NaN : megabytes,
                    output,
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(errors);
        }
    }

    public String text() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** 0 before the program's memory is set up, after it has ended, and where there is no such file. */
    private static double peakMegabytes(Path status) {
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            // The file goes with the process, also between two of its lines; the reading before stands.
            return 0;
        }
    }

    private ProgramRun succeeded() {
        if (exitCode != 0) {
            throw new IllegalStateException("Ended with exit code " + exitCode + ": " + errors);
        }
        return this;
    }
}
