package dev.holdfast.backlog.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header of a CSV file: columns are found by name, in any order, whatever their case. */
public final class Columns {

    /** Where a column is that the file does not have. */
    public static final int ABSENT = -1;

    private final String file;
    private final List<String> names;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<String> twice = new ArrayList<>();

    Columns(String file, List<String> names) {
        this.file = file;
        this.names = List.copyOf(names);
        for (int at = 0; at < names.size(); at++) {
            String key = key(names.get(at));
            if (!key.isEmpty() && positions.putIfAbsent(key, at) != null) {
                twice.add(key);
            }
        }
    }

    /** The column of the first of these names that the file has, else {@link #ABSENT}. */
    public int optional(String... anyOf) {
        for (String name : anyOf) {
            String key = key(name);
            if (twice.contains(key)) {
                throw new BadInput(file + ":1", "the column \"%s\" stands twice in the header".formatted(name));
            }
            Integer at = positions.get(key);
            if (at != null) {
                return at;
            }
        }
        return ABSENT;
    }

    /** The column of the first of these names; a file without any of them is refused. */
    public int required(String... anyOf) {
        int at = optional(anyOf);
        if (at == ABSENT) {
            boolean spreadsheet = names.size() == 1 && names.getFirst().matches("(?s).*[;\t].*");
            throw new BadInput(
                    file + ":1",
                    "there is no column \"%s\" in the header; %s"
                            .formatted(
                                    anyOf[0],
                                    spreadsheet
                                            ? "its cells are not separated by commas, as a spreadsheet may save them"
                                            : "is this the right export?"));
        }
        return at;
    }

    public boolean has(String name) {
        return positions.containsKey(key(name));
    }

    public String file() {
        return file;
    }

    /** As the file writes them, from left to right. */
    public List<String> names() {
        return names;
    }

    /** Shopify has named one column "Available" and "Available (not editable)", "Option1 Name" and "Option1 name". */
    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(" (not editable)", "");
    }
}
