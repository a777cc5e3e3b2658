package dev.holdfast.cli;

import java.util.Locale;

/** Text from anywhere, made safe to show on one line: control characters escaped, and cut where it is long. */
final class OneLine {

    private OneLine() {}

    static String of(String text, int most) {
        StringBuilder line = new StringBuilder();
        int end = text.codePointCount(0, Math.min(text.length(), 2 * most)) > most
                ? text.offsetByCodePoints(0, most)
                : Math.min(text.length(), 2 * most);
        text.substring(0, end).codePoints().forEach(c -> {
            if (isSafe(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(escape(c));
            }
        });
        return end == text.length() ? line.toString() : line.append('…').toString();
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", c);
        };
    }
}
