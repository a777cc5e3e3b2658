package dev.holdfast;

import dev.holdfast.Finding.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a file as lines of text and finds what breaks the rules that need no parsing. */
final class TextRules {

    static final int MOST_LINES_OF_A_FILE = 300;

    /** Written apart, so that this file keeps its own rule. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private TextRules() {}

    static List<Finding> findings(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        List<String> lines = file.lines();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (!line.equals(line.stripTrailing())) {
                findings.add(new Finding(Check.TRAILING_SPACE, file.path(), index + 1, "space at the end of the line"));
            }
            if (file.isJava() && line.indexOf('\t') >= 0) {
                findings.add(new Finding(Check.TAB, file.path(), index + 1, "a tab"));
            }
            if (UNFINISHED.matcher(line).find()) {
                findings.add(new Finding(Check.UNFINISHED, file.path(), index + 1, "work left for later"));
            }
        }
        if (file.text().indexOf('\r') >= 0) {
            findings.add(new Finding(Check.LINE_END, file.path(), 1, "a carriage return"));
        }
        if (file.isJava() && lines.size() > MOST_LINES_OF_A_FILE) {
            findings.add(new Finding(Check.LONG_FILE, file.path(), 1, lines.size() + " lines"));
        }
        return findings;
    }
}
