package dev.holdfast.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Says on what a bench ran: figures of different machines, or of different commits, do not compare. */
public final class Machine {

    private Machine() {}

    /** Two lines: the machine, and the versions. */
    public static void describe(Report report, String commit) {
        report.note("machine: %s, %d cores, %s memory, %s %s"
                .formatted(
                        valueOf("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        valueOf("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version")));
        report.note("versions: %s %s, commit %s"
                .formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version"), commit));
    }

    /** Linux tells in these files; elsewhere the line says that it is not known. */
    private static String valueOf(String file, String key) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return "unknown " + key;
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown " + key);
        } catch (IOException failed) {
            return "unknown " + key + " (" + failed.getMessage() + ")";
        }
    }
}
