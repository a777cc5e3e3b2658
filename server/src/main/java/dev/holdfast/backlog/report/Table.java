package dev.holdfast.backlog.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns of a terminal; one column gives way where the terminal is narrow. */
final class Table {

    private static final int SMALLEST_GIVING_WAY = 8;

    private final List<Column> columns;
    private final List<String[]> rows = new ArrayList<>();

    /** A column: figures stand at its right, and at most one gives way. */
    record Column(String name, boolean right, boolean givesWay) {

        static Column text(String name) {
            return new Column(name, false, false);
        }

        static Column figure(String name) {
            return new Column(name, true, false);
        }

        static Column givingWay(String name) {
            return new Column(name, false, true);
        }
    }

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    void row(Object... cells) {
        String[] row = new String[columns.size()];
        for (int at = 0; at < row.length; at++) {
            row[at] = String.valueOf(cells[at]);
        }
        rows.add(row);
    }

    /** At most that many characters a line, unless the columns that do not give way need more. */
    String print(int width) {
        int[] widths = widths(width);
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(Column::name).toArray(String[]::new), widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        int sum = 0;
        for (int at = 0; at < widths.length; at++) {
            int column = at;
            widths[at] = Math.max(
                    length(columns.get(at).name()),
                    rows.stream().mapToInt(row -> length(row[column])).max().orElse(0));
            sum += widths[at] + 2;
        }
        for (int at = 0; at < widths.length; at++) {
            if (columns.get(at).givesWay() && sum > width) {
                widths[at] = Math.max(SMALLEST_GIVING_WAY, widths[at] - (sum - width));
            }
        }
        return widths;
    }

    private void line(StringBuilder text, String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < cells.length; at++) {
            String cell = cut(cells[at], widths[at]);
            String blanks = " ".repeat(widths[at] - length(cell));
            line.append("  ").append(columns.get(at).right() ? blanks + cell : cell + blanks);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int most) {
        String flat = text.replaceAll("\\p{Cntrl}", " ");
        return length(flat) <= most ? flat : flat.substring(0, flat.offsetByCodePoints(0, most - 1)) + "…";
    }
}
