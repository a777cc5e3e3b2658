package dev.holdfast.backlog.csv;

import dev.holdfast.backlog.csv.Finding.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything found on the way through the files, and the tally of each. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();
    private final Map<String, RowTally> tallies = new LinkedHashMap<>();
    private final boolean strict;

    /** @param strict whether the first bad row ends the run */
    public Findings(boolean strict) {
        this.strict = strict;
    }

    public RowTally tally(String file) {
        return tallies.computeIfAbsent(file, RowTally::new);
    }

    /** The row was used, and its owner should know how. */
    public void note(String file, long line, String what, String done) {
        all.add(new Finding(Weight.NOTE, file, line, what, done));
    }

    /** Something in the row could not be used as it stands. */
    public void bad(String file, long line, String what, String done) {
        var finding = new Finding(Weight.BAD, file, line, what, done);
        if (strict) {
            throw new BadInput(
                    file + (line > 0 ? ":" + line : ""),
                    what + "; with --strict nothing is planned until it is mended");
        }
        all.add(finding);
    }

    /** The row could not be used. */
    public void setAside(String file, long line, String reason, String what) {
        bad(file, line, what, "the row was set aside");
        tally(file).setAside(reason);
    }

    /** By file, in the order in which files were first read, then by line. */
    public List<Finding> all() {
        List<String> files = List.copyOf(tallies.keySet());
        all.sort(Comparator.comparingInt((Finding finding) -> files.indexOf(finding.file()))
                .thenComparingLong(Finding::line));
        return all;
    }

    public long badCount() {
        return all.stream().filter(finding -> finding.weight() == Weight.BAD).count();
    }

    public List<RowTally> tallies() {
        return List.copyOf(tallies.values());
    }
}
