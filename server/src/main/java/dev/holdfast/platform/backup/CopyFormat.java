package dev.holdfast.platform.backup;

import java.util.List;
import java.util.stream.Collectors;

/** The statements that carry a table's rows. */
final class CopyFormat {

    private CopyFormat() {}

    static String out(String table, List<String> columns) {
        return "copy public.%s (%s) to stdout".formatted(quoted(table), list(columns));
    }

    static String in(String table, List<String> columns) {
        return "copy public.%s (%s) from stdin".formatted(quoted(table), list(columns));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String list(List<String> columns) {
        return columns.stream().map(CopyFormat::quoted).collect(Collectors.joining(", "));
    }
}
