package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {

    private static final String GOOD = "{\"stock\":[{\"variant\":\"V\",\"onHand\":3}]}";
    private static final String RESULT =
            "{\"orders\":[],\"lines\":[],\"availability\":[{\"variant\":\"V\",\"available\":3,\"sellable\":3,"
                    + "\"ladder\":[{\"from\":\"2026-11-22\",\"quantity\":3}]}],\"stock\":[{\"variant\":\"V\",\"location\":\"main\","
                    + "\"onHand\":3}],\"inbound\":[],\"offers\":[],\"incidents\":[]}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_file_is_planned() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), GOOD);
        assertThat(run("", "plan", file.toString())).isZero();
        assertThat(compact(said())).isEqualTo(RESULT);
        assertThat(said()).endsWith("\n}\n").doesNotContain("\r");
        assertThat(complained()).isEmpty();
    }

    @Test
    void standard_input_is_planned() {
        assertThat(run(GOOD, "plan", "-")).isZero();
        assertThat(compact(said())).isEqualTo(RESULT);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() {
        assertThat(run("\uFEFF" + GOOD.replace(",", ",\r\n"), "plan", "-")).isZero();
        assertThat(compact(said())).isEqualTo(RESULT);
    }

    @Test
    void without_asOf_the_clock_says_what_today_is() {
        run(
                "{\"inbound\":[{\"id\":\"p\",\"variant\":\"V\",\"quantity\":1,\"expectedOn\":\"2020-01-01\"}]}",
                "plan",
                "-");
        assertThat(compact(said())).contains("\"ladder\":[{\"from\":\"2026-11-22\",\"quantity\":1}]");
    }

    @Test
    void bad_input_leaves_standard_output_empty_and_says_one_line() {
        assertThat(run("{\"demand\":[{\"id\":\"a\",\"variant\":\"V\",\"quantity\":-1}]}", "plan", "-"))
                .isEqualTo(2);
        assertThat(said()).isEmpty();
        assertThat(complained())
                .isEqualTo("demand[0].quantity: must be a whole number from 0 to 1,000,000,000, not -1\n");
    }

    @Test
    void what_the_input_holds_cannot_break_the_line() {
        run("{\"policy\":{\"a\\nb\\u001b[31m\\ud800\\u2028é\":{\"sell\":\"x\\r\\ny\"}}}", "plan", "-");
        assertThat(complained())
                .isEqualTo("policy.a\\nb\\u001b[31m\\ud800\\u2028é.sell: must be one of DENY, INCOMING, BACKORDER,"
                        + " not \"x\\r\\ny\"\n");
        err.reset();
        run("{\"" + "k".repeat(10_000_000) + "\":1}", "plan", "-");
        assertThat(complained()).hasSizeLessThan(1500).endsWith("offers, demand, events\n");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThat(run("", "plan", folder.toString())).isEqualTo(2);
        assertThat(run("", "plan", folder + "/nowhere.json")).isEqualTo(2);
        assertThat(run("", "plan", "a\0b")).isEqualTo(2);
        assertThat(said()).isEmpty();
        assertThat(complained().lines())
                .containsExactly(
                        folder + ": is a directory; a file is wanted",
                        folder + "/nowhere.json: there is no such file",
                        "a\\u0000b: is no name that a file can have");
    }

    @Test
    void an_empty_file_is_no_document() {
        assertThat(run("", "plan", "-")).isEqualTo(2);
        assertThat(complained()).isEqualTo("line 1, column 1: nothing here; expected a JSON object\n");
    }

    @Test
    void one_line_of_ten_megabytes_is_a_document_like_any_other() {
        assertThat(run(GOOD + " ".repeat(10_000_000), "plan", "-")).isZero();
        assertThat(run(GOOD + " ".repeat(10_000_000) + "x", "plan", "-")).isEqualTo(2);
        assertThat(complained()).startsWith("line 1, column 10000039: ");
    }

    @Test
    void each_line_has_its_own_result_in_order_whatever_the_others_hold() {
        String lines = GOOD + "\n\n  \t\r\n[\n" + GOOD.replace("3", "-3") + "\r\n{\"demand\":[{\"id\":\"\\\"\\n\"}]}\n"
                + GOOD.replace("\"V\"", "\"\uD83D\uDE00\"");
        assertThat(run(lines, "plan", "--lines")).isZero();
        assertThat(said().lines())
                .hasSize(5)
                .satisfiesExactly(
                        first -> assertThat(first + "\n").isEqualTo(RESULT),
                        broken -> assertThat(broken)
                                .isEqualTo("{\"error\":\"line 4, column 2: not JSON: the document ends too early\"}"),
                        negative -> assertThat(negative)
                                .isEqualTo("{\"error\":\"stock[0].onHand: must be a whole number from 0 to"
                                        + " 1,000,000,000, not -3\"}"),
                        missing -> assertThat(missing).isEqualTo("{\"error\":\"demand[0].variant: is missing\"}"),
                        last -> assertThat(last).contains("\"variant\":\"\uD83D\uDE00\""));
        assertThat(complained()).isEmpty();
    }

    @Test
    void a_result_is_there_before_the_next_line_is_read() {
        List<String> saidBeforeEachRead = new ArrayList<>();
        InputStream lineByLine = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int most) {
                saidBeforeEachRead.add(said());
                byte[] line = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, into, from, line.length);
                return saidBeforeEachRead.size() > 2 ? -1 : line.length;
            }
        };
        assertThat(Main.run(terminal(lineByLine, out), "plan", "--lines")).isZero();
        assertThat(saidBeforeEachRead).containsExactly("", RESULT, RESULT + RESULT);
    }

    @Test
    void a_reader_that_leaves_ends_the_run_quietly() {
        assertThat(runInto(failing("Broken pipe"), "plan", "--lines")).isZero();
        assertThat(complained()).isEmpty();
        assertThat(runInto(failing("No space left on device"), "plan", "-")).isEqualTo(2);
        assertThat(complained()).isEqualTo("standard output: No space left on device\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plan | holdfast plan: FILE is missing (- is standard input) (see holdfast plan --help)",
                "plna | holdfast: no command \"plna\" is known here; did you mean plan? (see holdfast --help)",
                "plan --linse | holdfast plan: no option \"--linse\" is known here; did you mean --lines? (see holdfast plan --help)",
                "plan a b | holdfast plan: no further argument \"b\" is known here (see holdfast plan --help)",
                "plan a --lines | holdfast plan: --lines reads standard input, not a FILE (see holdfast plan --help)",
                "plan --lines=3 | holdfast plan: Invalid value for option '--lines': '3' is not a boolean (see holdfast plan --help)",
            })
    void wrong_arguments_get_one_line_that_helps(String arguments, String line) {
        assertThat(run("", arguments.split(" "))).isEqualTo(2);
        assertThat(said()).isEmpty();
        assertThat(complained()).isEqualTo(line + "\n");
    }

    @Test
    void help_and_version_are_answered() {
        assertThat(run("")).isZero();
        assertThat(run("", "--help")).isZero();
        assertThat(run("", "plan", "--help")).isZero();
        assertThat(run("", "--version")).isZero();
        assertThat(said()).contains("Usage: holdfast ", "Usage: holdfast plan ", "holdfast (not packaged)");
        assertThat(complained()).isEmpty();
    }

    private int run(String in, String... arguments) {
        return Main.run(terminal(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out), arguments);
    }

    private int runInto(OutputStream to, String... arguments) {
        return Main.run(terminal(new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)), to), arguments);
    }

    private Terminal terminal(InputStream in, OutputStream to) {
        return new Terminal(
                in,
                to,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> Instant.parse("2026-11-22T10:00:00Z"));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String compact(String pretty) {
        return pretty.replaceAll("\n *", "").replace("\": ", "\":") + "\n";
    }
}
