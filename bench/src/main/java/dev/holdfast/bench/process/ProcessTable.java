package dev.holdfast.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code /proc} tells of processes. */
final class ProcessTable {
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private ProcessTable() {}

    /** Those whose working folder is this one, as PostgreSQL's processes are in its data. */
    static List<Long> workingIn(Path folder) throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(one -> worksIn(one, real))
                    .map(one -> Long.valueOf(one.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return process.getFileName().toString().matches("\\d+")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException endedMeanwhile) {
            // Or another user's: neither works in a folder of ours.
            return false;
        }
    }

    /** Processor time in clock ticks; throws when the process has ended. */
    static long ticks(long pid) throws IOException {
        return sum(pid, USER, SYSTEM);
    }

    /** The same with that of its children which have ended; 0 when it has ended itself since it was listed. */
    static long ticksWithEndedChildren(long pid) throws IOException {
        try {
            return sum(pid, USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM);
        } catch (NoSuchFileException countedByItsParent) {
            return 0;
        }
    }

    /** The resident memory of a program, now ({@code VmRSS}) or at its peak ({@code VmHWM}); throws when it has ended. */
    static double megabytes(long pid, String which) throws IOException {
        return megabytes(Path.of("/proc", Long.toString(pid), "status"), which);
    }

    /** What is a process's own, with its part of what several share; 0 when it has ended since it was listed. */
    static double proportionalMegabytes(long pid) {
        try {
            return megabytes(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss");
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private static double megabytes(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .findFirst()
                .orElseThrow(() -> new IOException(file + " says nothing of " + name));
    }

    /** The name of the program, in brackets, may have spaces of its own. */
    private static long sum(long pid, int... fields) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        List<String> values = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(values.get(field));
        }
        return sum;
    }
}
