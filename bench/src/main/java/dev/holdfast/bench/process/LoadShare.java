package dev.holdfast.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of the processor time of a load run was one process's: counted are that process, the served program and its
 * PostgreSQL, and nothing else that the machine does meanwhile. Reads {@code /proc}, in clock ticks.
 */
public final class LoadShare {
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private final long pid;
    private final ServedProgram program;
    private final Ticks start;

    private LoadShare(long pid, ServedProgram program) throws IOException {
        this.pid = pid;
        this.program = program;
        this.start = read();
    }

    private record Ticks(long one, long server, long database) {
        Ticks minus(Ticks before) {
            return new Ticks(one - before.one, server - before.server, database - before.database);
        }

        double share(long part) {
            long all = one + server + database;
            return all == 0 ? 0 : (double) part / all;
        }
    }

    /** Counts from now on. */
    public static LoadShare since(long pid, ServedProgram program) throws IOException {
        return new LoadShare(pid, program);
    }

    /** The process's share, from 0 to 1. */
    public double share() throws IOException {
        var used = read().minus(start);
        return used.share(used.one());
    }

    /** In words, for the report of a load run. */
    public String text(String name) throws IOException {
        var used = read().minus(start);
        return "processor: of %.0f s, %s took %.0f %%, the server %.0f %%, its PostgreSQL %.0f %%"
                .formatted(
                        (used.one() + used.server() + used.database()) / 100.0,
                        name,
                        used.share(used.one()) * 100,
                        used.share(used.server()) * 100,
                        used.share(used.database()) * 100);
    }

    private Ticks read() throws IOException {
        return new Ticks(ticks(pid, false), ticks(program.pid(), false), database());
    }

    /** Its first process counts those that have ended. */
    private long database() throws IOException {
        Path folder = program.databaseFolder();
        long all = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path one : processes.filter(each -> worksIn(each, folder)).toList()) {
                all += ticks(Long.parseLong(one.getFileName().toString()), true);
            }
        }
        return all;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return process.getFileName().toString().matches("\\d+")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException notOurs) {
            return false;
        }
    }

    /** The name of the program, in brackets, may have spaces of its own. */
    private static long ticks(long pid, boolean withEndedChildren) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = Files.readString(file);
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long own = Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM));
        return withEndedChildren
                ? own
                        + Long.parseLong(fields.get(ENDED_CHILDREN_USER))
                        + Long.parseLong(fields.get(ENDED_CHILDREN_SYSTEM))
                : own;
    }
}
