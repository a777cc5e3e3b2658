package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.Finding.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows each rule of the house what it forbids and what it lets pass. */
class TidyRulesTest {

    private static final String MAIN = "server/src/main/java/dev/holdfast/offer/Offers.java";
    private static final String TEST = "server/src/test/java/dev/holdfast/offer/OffersTest.java";
    private static final SourceFile INFO = new SourceFile(
            "server/src/main/java/dev/holdfast/offer/package-info.java",
            "/** What may be sold ahead. */\n@NullMarked\npackage dev.holdfast.offer;\n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BANNED_NAME   | class OfferManager {}
                    BANNED_NAME   | class Offers { interface PriceUtils {} }
                    CLOCK         | class Offers { Object o = java.time.Instant.now(); }
                    CLOCK         | class Offers { Object o = LocalDate.now(zone); }
                    CLOCK         | class Offers { long o = System.currentTimeMillis(); }
                    CLOCK         | class Offers { Supplier<Instant> o = Instant::now; }
                    CLOCK         | class Offers { Object o = Clock.systemUTC(); }
                    STACK_TRACE   | class Offers { void f(Exception e) { e.printStackTrace(); } }
                    EMPTY_CATCH   | class Offers { void f() { try { g(); } catch (Exception e) { /* why */ } } }
                    PRINTING      | class Offers { void f() { System.out.println(); } }
                    PRINTING      | class Offers { Object o = java.lang.System.err; }
                    MANY_PARAMETERS | class Offers { void f(int a, int b, int c, int d, int e, int f) {} }
                    MANY_PARAMETERS | class Offers { Offers(int a, int b, int c, int d, int e, int f) {} }
                    MANY_PARAMETERS | record Offer(int a) { Offer(int a, int b, int c, int d, int e, int f) { this(a); } }
                    UNFINISHED    | class Offers {} // FIX${nothing}ME later
                    """)
    void a_rule_finds_what_it_forbids(Check check, String source) {
        assertThat(checks(MAIN, source.replace("${nothing}", ""))).containsExactly(check);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    class Utilities { Object o = Instant.now(clock); }
                    class Offers { Object o = LocalDate.now(shop.clock()); long n = System.nanoTime(); }
                    record Offer(int a, int b, int c, int d, int e, int f) { static int n; Offer { a(b); } }
                    class Offers { void f() throws Exception { Thread.sleep(1); } }
                    class Offers { void f() { try { g(); } catch (Exception e) { throw new IllegalStateException(e); } } }
                    """)
    void what_is_allowed_passes(String source) {
        assertThat(checks(MAIN, source)).isEmpty();
    }

    @Test
    void a_test_does_not_sleep() {
        assertThat(checks(TEST, "class OffersTest { void f() throws Exception { Thread.sleep(1); } }"))
                .containsExactly(Check.SLEEP_IN_TEST);
    }

    @Test
    void commands_print_and_read_the_clock() {
        SourceFile command = new SourceFile(
                "server/src/main/java/dev/holdfast/cli/Run.java",
                "class Run { Object o = Instant.now(); Object p = System.out; }");
        assertThat(new Sources(List.of(command)).findings())
                .extracting(Finding::check)
                .containsExactly(Check.PACKAGE_INFO);
    }

    @Test
    void a_method_of_51_lines_is_long_and_one_of_50_is_not() {
        assertThat(checks(MAIN, method(51))).containsExactly(Check.LONG_METHOD);
        assertThat(checks(MAIN, method(50))).isEmpty();
    }

    @Test
    void a_file_of_301_lines_is_long_and_one_of_300_is_not() {
        assertThat(checks(MAIN, "class Offers {}\n" + "\n".repeat(300))).containsExactly(Check.LONG_FILE);
        assertThat(checks(MAIN, "class Offers {}\n" + "\n".repeat(299))).isEmpty();
    }

    @Test
    void a_package_wants_a_described_and_null_marked_package_info() {
        SourceFile offers = new SourceFile(MAIN, "class Offers {}");
        SourceFile bare = new SourceFile(INFO.path(), "/** Offers. */\npackage dev.holdfast.offer;\n");
        SourceFile mute = new SourceFile(INFO.path(), "@NullMarked\npackage dev.holdfast.offer;\n");
        assertThat(new Sources(List.of(offers)).findings())
                .extracting(Finding::check)
                .containsExactly(Check.PACKAGE_INFO);
        assertThat(new Sources(List.of(offers, bare)).findings())
                .extracting(Finding::check)
                .containsExactly(Check.PACKAGE_INFO);
        assertThat(new Sources(List.of(offers, mute)).findings())
                .extracting(Finding::check)
                .containsExactly(Check.PACKAGE_INFO);
    }

    @Test
    void a_package_has_one_package_info() {
        SourceFile another = new SourceFile(INFO.path().replace("/main/", "/test/"), INFO.text());
        assertThat(new Sources(List.of(INFO, another)).findings())
                .extracting(Finding::check, Finding::path)
                .containsExactly(tuple(Check.PACKAGE_INFO, another.path()));
    }

    @Test
    void spaces_tabs_and_carriage_returns_are_found_with_their_line() {
        Sources sources = new Sources(List.of(INFO, new SourceFile(MAIN, "class Offers {\n\tint n; \r\n}\n")));
        assertThat(sources.findings())
                .extracting(Finding::check, Finding::line)
                .containsExactlyInAnyOrder(
                        tuple(Check.TRAILING_SPACE, 2L), tuple(Check.TAB, 2L), tuple(Check.LINE_END, 1L));
    }

    private static String method(int lines) {
        return "class Offers {\n    void f() {\n" + "        g();\n".repeat(lines - 2) + "    }\n}\n";
    }

    private static List<Check> checks(String path, String source) {
        return new Sources(List.of(INFO, new SourceFile(path, source)))
                .findings().stream().map(Finding::check).toList();
    }
}
