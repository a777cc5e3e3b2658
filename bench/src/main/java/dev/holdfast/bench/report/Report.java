package dev.holdfast.bench.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows the figures of a bench as they come and remembers which bars are held. */
public final class Report {

    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private int bars;
    private int missed;

    public Report(PrintStream out) {
        this.out = out;
    }

    /** A line of plain words: what is measured, on what, how. */
    public void note(String text) {
        lines.add(text);
        out.println(text);
    }

    public void figure(String name, Samples samples) {
        note("%-28s %s".formatted(name, samples));
    }

    /** A figure beside the least that the machine needs for it, read in the same run, and how many times that it is. */
    public void figure(String name, Samples samples, String limitName, Samples limit) {
        note("%-28s %s; limit: %s %s; %s".formatted(name, samples, limitName, limit, samples.per(limit)));
    }

    /**
     * A promise and whether it is held.
     *
     * @param op {@code <=}, {@code >=} or {@code =}: how the figure must stand to the target, in the target's unit
     */
    public void bar(String name, double figure, String op, double target) {
        boolean held = switch (op) {
            case "<=" -> figure <= target;
            case ">=" -> figure >= target;
            case "=" -> figure == target;
            default -> throw new IllegalArgumentException("No such comparison: " + op);
        };
        bars++;
        missed += held ? 0 : 1;
        note("bar %s %s %s %s %s"
                .formatted(name, Samples.text(figure), op, Samples.text(target), held ? "ok" : "short"));
    }

    /** Every bar is held, and there was one. */
    public boolean ok() {
        return bars > 0 && missed == 0;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
