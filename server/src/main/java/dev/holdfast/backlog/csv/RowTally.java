package dev.holdfast.backlog.csv;

import java.util.Map;
import java.util.TreeMap;

/** Where the rows of a file went: used, nothing to do, or set aside; the three add up to the rows read. */
public final class RowTally {

    private final String file;
    private final Map<String, Long> nothingToDo = new TreeMap<>();
    private final Map<String, Long> setAside = new TreeMap<>();
    private long used;

    public RowTally(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    public void use() {
        used++;
    }

    /** The row says that there is nothing to plan: fulfilled, cancelled, not stocked … */
    public void leave(String reason) {
        nothingToDo.merge(reason, 1L, Long::sum);
    }

    /** The row should have been used and could not be. */
    public void setAside(String reason) {
        setAside.merge(reason, 1L, Long::sum);
    }

    public long used() {
        return used;
    }

    /** Rows by reason. */
    public Map<String, Long> nothingToDo() {
        return nothingToDo;
    }

    /** Rows by reason. */
    public Map<String, Long> setAside() {
        return setAside;
    }

    public long read() {
        return used + sum(nothingToDo) + sum(setAside);
    }

    public static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
