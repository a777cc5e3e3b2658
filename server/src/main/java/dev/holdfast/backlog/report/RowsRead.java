package dev.holdfast.backlog.report;

import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.csv.RowTally;
import dev.holdfast.backlog.report.Table.Column;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says of each file where its rows went. */
final class RowsRead {

    private final Findings findings;
    private final int width;

    RowsRead(Findings findings, int width) {
        this.findings = findings;
        this.width = width;
    }

    String print() {
        var table = new Table(
                Column.givingWay("file"),
                Column.figure("rows"),
                Column.figure("used"),
                Column.figure("nothing to do"),
                Column.figure("set aside"));
        Map<String, Long> nothing = new TreeMap<>();
        Map<String, Long> aside = new TreeMap<>();
        for (RowTally tally : findings.tallies()) {
            table.row(
                    Path.of(tally.file()).getFileName(),
                    tally.read(),
                    tally.used(),
                    RowTally.sum(tally.nothingToDo()),
                    RowTally.sum(tally.setAside()));
            tally.nothingToDo().forEach((reason, rows) -> nothing.merge(reason, rows, Long::sum));
            tally.setAside().forEach((reason, rows) -> aside.merge(reason, rows, Long::sum));
        }
        long notes = findings.all().size() - findings.badCount();
        return table.print(width)
                + reasons("Nothing to do: ", nothing)
                + reasons("Set aside: ", aside)
                + (notes == 0
                        ? ""
                        : wrapped(
                                "Derived or assumed: %d times; --csv DIR and --html FILE say what.".formatted(notes)));
    }

    private String reasons(String start, Map<String, Long> rows) {
        return rows.isEmpty()
                ? ""
                : wrapped(start
                        + rows.entrySet().stream()
                                .map(row -> row.getValue() + " " + row.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private String wrapped(String sentence) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(" ");
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + 1 + word.length() > width) {
                lines.append(line).append('\n');
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }
}
