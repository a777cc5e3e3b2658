package dev.holdfast.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    @ParameterizedTest
    @MethodSource("dev.holdfast.planfile.Samples#names")
    void a_sample_is_planned_as_it_was_worked_out_by_hand(String name) throws IOException {
        byte[] result = PlanResult.pretty(Samples.read(Samples.bytes(name)).plan());
        assertThat(withoutTexts(new String(result, StandardCharsets.UTF_8)))
                .isEqualTo(Files.readString(Samples.FOLDER.resolve(name + ".result.json")));
    }

    @ParameterizedTest
    @MethodSource("dev.holdfast.planfile.Samples#names")
    void the_order_of_rows_and_keys_says_nothing(String name) throws IOException {
        byte[] result = PlanResult.line(Samples.read(Samples.bytes(name)).plan());
        for (int seed = 0; seed < 20; seed++) {
            String shuffled = JsonSource.text(JsonSource.shuffled(Samples.json(name), new Random(seed)));
            assertThat(PlanResult.line(Samples.read(shuffled).plan()))
                    .as("seed %d: %s", seed, shuffled)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(result, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.holdfast.planfile.Samples#names")
    void a_result_is_the_same_document_on_one_line_and_on_many(String name) throws IOException {
        PlanFile file = Samples.read(Samples.bytes(name));
        String line = new String(PlanResult.line(file.plan()), StandardCharsets.UTF_8);
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(JsonReader.read(line, 1))
                .isEqualTo(JsonReader.read(new String(PlanResult.pretty(file.plan()), StandardCharsets.UTF_8), 1));
    }

    @Test
    void every_sample_stands_in_the_readme() throws IOException {
        List<String> described = Files.readAllLines(Path.of("../samples/plans/README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .sorted()
                .toList();
        assertThat(described).isEqualTo(Samples.names());
    }

    private static String withoutTexts(String result) {
        return result.replaceAll("\"(why|detail)\": \"([^\"\\\\]|\\\\.)*\"", "\"$1\": \"…\"");
    }
}
