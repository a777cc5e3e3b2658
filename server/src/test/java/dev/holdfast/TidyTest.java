package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Finding.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads every written file of the project and holds it to the rules of the house. */
class TidyTest {

    /** The exceptions, each with its reason; one that is needed no longer fails too. */
    private static final List<Exemption> ALLOWED = List.of(
            new Exemption(
                    Check.LONG_METHOD,
                    "planner/src/test/java/dev/holdfast/planner/histories/PlanFileText.java",
                    "one arm for each event, which the formatter spells out a key and a value a line"),
            new Exemption(
                    Check.CLOCK,
                    "simulator/src/main/java/dev/holdfast/simulator/control/ShopCalls.java",
                    "where a shop that is told no time starts its own clock"),
            new Exemption(
                    Check.LONG_METHOD,
                    "simulator/src/main/java/dev/holdfast/simulator/graphql/OrderRoots.java",
                    "a table of the root's fields, which the formatter spells out over six lines each"),
            new Exemption(
                    Check.LONG_METHOD,
                    "simulator/src/main/java/dev/holdfast/simulator/graphql/RootFields.java",
                    "a table of the root's fields, which the formatter spells out over six lines each"));

    private static final List<Finding> FINDINGS = new ArrayList<>();

    @Test
    void every_file_is_tidy_or_named_with_its_reason() throws IOException {
        assertThat(findings().stream()
                        .filter(finding -> ALLOWED.stream().noneMatch(allowed -> allowed.covers(finding))))
                .isEmpty();
    }

    @Test
    void every_exception_is_still_needed() throws IOException {
        List<Finding> findings = findings();
        assertThat(ALLOWED.stream().filter(allowed -> findings.stream().noneMatch(allowed::covers)))
                .isEmpty();
    }

    private static List<Finding> findings() throws IOException {
        if (FINDINGS.isEmpty()) {
            Sources sources = Sources.below(root());
            assertThat(sources.count()).as("files read").isGreaterThan(50);
            FINDINGS.addAll(sources.findings());
        }
        return FINDINGS;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Not run inside the project");
            }
        }
        return folder;
    }
}
