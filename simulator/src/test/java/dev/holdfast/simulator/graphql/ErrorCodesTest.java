package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.ApiVersion;
import graphql.schema.GraphQLEnumType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each user error code the shop can give is one of the schema's, and is seen by a test that asks as an app does. */
class ErrorCodesTest {

    private static final Path TESTS = Path.of("src/test/java/dev/holdfast/simulator/graphql");
    private static final List<Path> GIVERS = List.of(
            Path.of("src/main/java/dev/holdfast/simulator/shop"),
            Path.of("src/main/java/dev/holdfast/simulator/graphql"));

    /** No user error: how a bulk operation ends, or an answer, when the simulator itself breaks. */
    private static final String BROKEN = "INTERNAL_SERVER_ERROR";

    /** The last argument of a user error. */
    private static final Pattern GIVEN = Pattern.compile("\"([A-Z][A-Z_]+)\"\\s*\\)");

    /**
     * Of what is not at the API here, as the product's documents do not ask for it: {@code storeCreditAccountCredit} and
     * {@code -Debit}, {@code orderCreate}, and sales at a counter. The tests of the shop in Java see them.
     */
    private static final Set<String> NOT_AT_THE_API = Set.of(
            "ACCOUNT_NOT_FOUND",
            "EXPIRES_AT_IN_PAST",
            "INSUFFICIENT_FUNDS",
            "INVENTORY_CLAIM_FAILED",
            "MISMATCHING_CURRENCY",
            "NEGATIVE_OR_ZERO_AMOUNT",
            "OWNER_NOT_FOUND");

    @Test
    void each_code_of_the_shop_is_given_over_graphql_in_a_test() throws IOException {
        var tests = new StringBuilder();
        for (Path file : files(TESTS)) {
            if (!file.endsWith("ErrorCodesTest.java")) {
                tests.append(Files.readString(file));
            }
        }
        var known = codesOfTheSchema();
        var unseen = new TreeSet<String>();
        int seen = 0;
        for (String code : given()) {
            if (known.contains(code) && !NOT_AT_THE_API.contains(code) && !code.equals(BROKEN)) {
                seen++;
                if (!Pattern.compile("\\b" + code + "\\b").matcher(tests).find()) {
                    unseen.add(code);
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void each_code_that_is_not_at_the_api_is_given_and_seen_in_java() throws IOException {
        var tests = new StringBuilder();
        for (Path file : files(TESTS.resolveSibling("shop"))) {
            tests.append(Files.readString(file));
        }
        assertThat(given()).containsAll(NOT_AT_THE_API);
        assertThat(NOT_AT_THE_API).allSatisfy(code -> assertThat(tests).contains("\"" + code + "\""));
    }

    private static List<String> given() throws IOException {
        var codes = new ArrayList<String>();
        for (Path folder : GIVERS) {
            for (Path file : files(folder)) {
                GIVEN.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        return codes;
    }

    private static Set<String> codesOfTheSchema() {
        var codes = new TreeSet<String>();
        for (var type : AdminApi.engine(ApiVersion.V2026_07).schema().getAllTypesAsList()) {
            if (type instanceof GraphQLEnumType known && known.getName().endsWith("ErrorCode")) {
                known.getValues().forEach(value -> codes.add(value.getName()));
            }
        }
        return codes;
    }

    private static Iterable<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }
}
