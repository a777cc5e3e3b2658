package dev.holdfast.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.planner.InvalidFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest(name = "{0} <- {1}")
    @MethodSource("table")
    void bad_input_names_its_place(String place, String document) {
        assertThat(bad(document).place()).isEqualTo(place);
    }

    @Test
    void broken_json_is_placed_by_line_and_column() {
        assertThat(bad("{\r\n  \"demand\": [\r\n    nope\r\n  ]\r\n}").place()).isEqualTo("line 3, column 5");
    }

    @Test
    void a_document_found_further_down_counts_lines_from_there() {
        InvalidFacts bad = catchThrowableOfType(
                InvalidFacts.class, () -> PlanFile.read("{".getBytes(StandardCharsets.UTF_8), 41, NOW));
        assertThat(bad.place()).isEqualTo("line 41, column 2");
    }

    @Test
    void bytes_that_are_not_utf8_are_placed_too() {
        byte[] latin1 = "{\n\"demand\": [{\"id\": \"caf\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(bad(latin1).place()).isEqualTo("line 2, column 23");
        assertThat(bad("{}".getBytes(StandardCharsets.UTF_16)).place()).isEqualTo("line 1, column 1");
        assertThat(bad(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80})
                        .place())
                .as("half a surrogate pair in bytes")
                .isEqualTo("line 1, column 3");
        assertThat(bad(new byte[] {0x7f, 'E', 'L', 'F', 0, 0}).place()).isEqualTo("line 1, column 1");
    }

    @Test
    void arrays_nested_without_end_are_refused_where_they_get_too_deep() {
        InvalidFacts bad = bad("{\"demand\":" + "[".repeat(100_000));
        assertThat(bad.place()).isEqualTo("line 1, column 511");
        assertThat(bad.reason()).isEqualTo("nested more than 500 levels deep");
    }

    @Test
    void a_number_of_a_million_digits_is_out_of_range_like_any_other() {
        InvalidFacts bad = bad("{\"stock\":[{\"variant\":\"V\",\"onHand\":" + "9".repeat(1_000_000) + "}]}");
        assertThat(bad.place()).isEqualTo("stock[0].onHand");
        assertThat(bad.reason()).hasSizeLessThan(200);
    }

    @Test
    void a_reason_says_what_is_wanted_and_what_is_there() {
        assertThat(bad("{\"stock\":[{\"variant\":\"V\",\"onHand\":\"3\"}]}"))
                .hasMessage("stock[0].onHand: must be a whole number from 0 to 1,000,000,000, not \"3\"");
        assertThat(bad("{\"settings\":{\"workingDays\":[\"Mo\"]}}"))
                .hasMessage("settings.workingDays[0]: must be one of MON, TUE, WED, THU, FRI, SAT, SUN, not \"Mo\"");
        assertThat(bad("{\"policy\":{\"V\":{\"sel\":\"DENY\"}}}"))
                .hasMessage("policy.V.sel: unknown key; known here: sell, limit");
    }

    private static InvalidFacts bad(String document) {
        return bad(document.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidFacts bad(byte[] document) {
        return catchThrowableOfType(
                InvalidFacts.class, () -> PlanFile.read(document, 1, NOW).plan());
    }

    static List<Arguments> table() throws IOException {
        try (InputStream in = BadInputTest.class.getResourceAsStream("/planfile/bad-input.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" <- ", 2))
                    .map(row -> Arguments.of(row[0], row[1]))
                    .toList();
        }
    }
}
