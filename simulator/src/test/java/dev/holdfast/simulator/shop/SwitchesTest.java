package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each switch is run in both its settings, and has its experiment in the checklist for a real shop. */
class SwitchesTest {

    private static final Path CHECKLIST = Path.of("../docs/real-shop-checklist.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|(.*)\\|$", Pattern.MULTILINE);

    /** A test that is given both settings, by the name of its parameter, and its body. */
    private static final Pattern BOTH = Pattern.compile(
            "@ValueSource\\(booleans = \\{true, false}\\)\\s+void \\w+\\(boolean (?<setting>\\w+)\\)(?<body>.*?)\\n    }",
            Pattern.DOTALL);

    @Test
    void each_switch_is_run_in_both_settings() throws IOException {
        TreeSet<String> run = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                Matcher test = BOTH.matcher(Files.readString(file));
                while (test.find()) {
                    Matcher used = Pattern.compile("Switch\\.(\\w+), " + test.group("setting") + "\\b")
                            .matcher(test.group("body"));
                    while (used.find()) {
                        run.add(used.group(1));
                    }
                }
            }
        }
        assertThat(names().filter(each -> !run.contains(each))).isEmpty();
    }

    @Test
    void each_delay_is_run_short_and_long() throws IOException {
        String tests = Files.readString(Path.of("src/test/java/dev/holdfast/simulator/shop/DelaysTest.java"));
        for (String delay : List.of("withRouting", "withJobs")) {
            assertThat(Pattern.compile(
                                    "@ValueSource\\(strings = \\{\"\\w+\", \"\\w+\"}\\)\\s+void \\w+\\(Duration delay\\)"
                                            + " \\{\\s+shops\\.shop\\.switches\\(Switches\\.usual\\(\\)\\." + delay
                                            + "\\(delay\\)")
                            .matcher(tests)
                            .find())
                    .as(delay)
                    .isTrue();
        }
    }

    @Test
    void each_switch_has_one_row_in_the_checklist_and_each_row_a_switch() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(CHECKLIST))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names(), Stream.of("routing", "jobs")).toList());
    }

    @Test
    void each_row_names_a_call_and_what_either_answer_means() throws IOException {
        assertThat(ROW.matcher(Files.readString(CHECKLIST)).results()).allSatisfy(row -> {
            String[] cells = row.group(2).split("(?<!\\\\)\\|");
            assertThat(cells).as(row.group(1)).hasSize(4);
            assertThat(cells)
                    .as(row.group(1))
                    .allSatisfy(cell -> assertThat(cell.strip().length()).isGreaterThan(10));
            assertThat(cells[1]).as(row.group(1)).contains("`");
        });
    }

    @Test
    void each_fact_without_a_switch_names_what_to_look_at() throws IOException {
        String[] facts =
                Files.readString(CHECKLIST).split("## No switch", -1)[1].split("\n- ", -1);
        assertThat(facts).hasSizeGreaterThan(5);
        assertThat(Stream.of(facts).skip(1))
                .allSatisfy(fact -> assertThat(fact).matches("(?s)\\*\\*[^*]+\\.\\*\\* .*`[^`]+`.*"));
    }

    private static Stream<String> names() {
        return Stream.of(Switch.values()).map(Switch::name);
    }
}
