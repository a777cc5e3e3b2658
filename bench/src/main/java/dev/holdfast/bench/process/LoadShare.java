package dev.holdfast.bench.process;

import java.io.IOException;

/**
 * How much of the processor time of a load run was one process's: counted are that process, the served program and its
 * PostgreSQL, and nothing else that the machine does meanwhile. Reads {@code /proc}, in clock ticks.
 */
public final class LoadShare {
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
        return new Ticks(ProcessTable.ticks(pid), ProcessTable.ticks(program.pid()), database());
    }

    /** Its first process counts those that have ended. */
    private long database() throws IOException {
        long all = 0;
        for (long one : ProcessTable.workingIn(program.databaseFolder())) {
            all += ProcessTable.ticksWithEndedChildren(one);
        }
        return all;
    }
}
