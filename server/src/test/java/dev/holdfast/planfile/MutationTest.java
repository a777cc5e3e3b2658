package dev.holdfast.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holdfast.planner.InvalidFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples changed at random: whatever comes out, it is a result or one complaint that names a place. */
class MutationTest {

    private static final int ROUNDS = 400;

    private static final Pattern PATH = Pattern.compile("line 1, column 1|\\w+(\\[\\d+]|\\.[^\\[\\].]+)*");
    /** Keys are part of a place, and may be anything here. */
    private static final Pattern ANYTHING = Pattern.compile(".+", Pattern.DOTALL);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "1",
            "-1",
            "2",
            "7",
            "3.0",
            "1e2",
            "1000000000",
            "1000000001",
            "99999999999999999999",
            "\"\"",
            "\"main\"",
            "\"outlet\"",
            "\"drop\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"2026-12-05\"",
            "\"2026-02-30\"",
            "\"2026-12-05T10:00:00Z\"",
            "\"2000-01-01T00:00:00Z\"",
            "\"2999-12-31T23:59:59.999999999-12:00\"",
            "\"UTC\"",
            "\"Pacific/Apia\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "\"WHOLE_ORDER\"",
            "\"BACKORDER\"",
            "\"PO-1\"");

    @ParameterizedTest
    @MethodSource("dev.holdfast.planfile.Samples#names")
    void changed_values_give_a_result_or_a_place(String name) throws IOException {
        Json sample = Samples.json(name);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Json changed = sample;
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                changed = changed(changed, random);
            }
            check(seed, PATH, JsonSource.text(changed).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.holdfast.planfile.Samples#names")
    void changed_bytes_give_a_result_or_a_place(String name) throws IOException {
        byte[] sample = Samples.bytes(name);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] changed = sample.clone();
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] = (byte) "{}[],:\"\\0-e.".charAt(random.nextInt(12));
                case 2 -> changed = Arrays.copyOf(changed, at);
                default -> changed[at] = changed[random.nextInt(changed.length)];
            }
            check(seed, ANYTHING, changed);
        }
    }

    private static void check(int seed, Pattern place, byte[] document) {
        String shown = "seed %d: %s".formatted(seed, new String(document, StandardCharsets.UTF_8));
        try {
            String result = new String(PlanResult.line(Samples.read(document).plan()), StandardCharsets.UTF_8);
            assertThat(((Json.Members) JsonReader.read(result, 1)).values().keySet())
                    .as(shown)
                    .containsExactly("orders", "lines", "availability", "stock", "inbound", "offers", "incidents");
        } catch (InvalidFacts bad) {
            assertThat(bad.place()).as(shown).matches(place);
            assertThat(bad.reason()).as(shown).isNotBlank();
        } catch (RuntimeException fault) {
            fail(shown, fault);
        }
    }

    /** One value somewhere below is replaced, left out, doubled or renamed. */
    private static Json changed(Json json, Random random) {
        return switch (json) {
            case Json.Members(Map<String, Json> values)
            when !values.isEmpty() && random.nextInt(12) != 0 -> changedMember(values, random);
            case Json.Items(List<Json> values)
            when !values.isEmpty() && random.nextInt(12) != 0 -> changedItem(values, random);
            default -> JsonReader.read(VALUES.get(random.nextInt(VALUES.size())), 1);
        };
    }

    private static Json changedMember(Map<String, Json> values, Random random) {
        Map<String, Json> members = new LinkedHashMap<>(values);
        List<Map.Entry<String, Json>> entries = List.copyOf(values.entrySet());
        Map.Entry<String, Json> entry = entries.get(random.nextInt(entries.size()));
        switch (random.nextInt(15)) {
            case 0 -> members.remove(entry.getKey());
            case 1 -> members.put(entry.getKey() + "s", entry.getValue());
            default -> members.put(entry.getKey(), changed(entry.getValue(), random));
        }
        return new Json.Members(members);
    }

    private static Json changedItem(List<Json> values, Random random) {
        List<Json> items = new ArrayList<>(values);
        int at = random.nextInt(items.size());
        switch (random.nextInt(6)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(items.get(at));
            case 2 -> items.add(random.nextInt(items.size()), items.remove(at));
            default -> items.set(at, changed(items.get(at), random));
        }
        return new Json.Items(items);
    }
}
