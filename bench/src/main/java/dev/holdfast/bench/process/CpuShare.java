package dev.holdfast.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How much of the processor time the whole machine used since a moment was one process's: a load run whose simulator
 * takes most of it measures the simulator. Reads {@code /proc}, in clock ticks.
 */
public final class CpuShare {

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int KINDS = 8;

    private final long pid;
    private final long processAtStart;
    private final long machineAtStart;

    private CpuShare(long pid) throws IOException {
        this.pid = pid;
        this.processAtStart = ProcessTable.ticks(pid);
        this.machineAtStart = machine();
    }

    /** Counts from now on. */
    public static CpuShare since(long pid) throws IOException {
        return new CpuShare(pid);
    }

    /** From 0 to 1; 0 when nothing on the machine ran. */
    public double share() throws IOException {
        long busy = machine() - machineAtStart;
        return busy <= 0 ? 0 : Math.min(1, (double) (ProcessTable.ticks(pid) - processAtStart) / busy);
    }

    /** In words, for the report of a load run. */
    public String text(String name) throws IOException {
        return "processor: %s took %.0f %% of what the machine used".formatted(name, share() * 100);
    }

    /** All but what was idle; guests are counted in user time already. */
    private static long machine() throws IOException {
        String[] all = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
        long[] ticks = Arrays.stream(all)
                .skip(1)
                .limit(KINDS)
                .mapToLong(Long::parseLong)
                .toArray();
        return Arrays.stream(ticks).sum() - ticks[IDLE] - ticks[WAITING_FOR_DISK];
    }
}
