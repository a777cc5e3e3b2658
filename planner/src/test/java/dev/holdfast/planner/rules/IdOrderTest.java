package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.LineId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids compare by Unicode code point, wherever something is put in order by id. */
class IdOrderTest {

    /** U+FF5E; in UTF-16, which Java compares by, it comes after {@link #SMILE}. */
    private static final String TILDE = "\uFF5E";

    /** U+1F600. */
    private static final String SMILE = "\uD83D\uDE00";

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({
        "a, b",
        "A, a",
        "Z, a",
        "1, A",
        "a, aa",
        "a10, a9",
        "'', a",
        "z, \u00E4",
        "\u00E4, \uFF5E",
        "\uFF5E, \uD83D\uDE00",
        "\uD7FF, \uD83D\uDE00",
        "x\uFF5E, x\uD83D\uDE00y",
        "\uD83D\uDE00, \uD83D\uDE01",
        "\uD83D\uDE00, \uD83E\uDD80",
        "\uD83D\uDE00a, \uD83D\uDE00b",
        "a\uFF5Ez, a\uD83D\uDE00"
    })
    void a_smaller_code_point_comes_first(String first, String second) {
        assertThat(new LineId(first)).isLessThan(new LineId(second));
        assertThat(new LineId(second)).isGreaterThan(new LineId(first));
        assertThat(new LineId(first)).isEqualByComparingTo(new LineId(first));
    }

    @Test
    void lines_of_one_instant_stand_by_id() {
        Outcome plan = shop(
                        line(SMILE, 1).placed("2026-11-01T00:00:00Z"),
                        line(TILDE, 1).placed("2026-11-01T00:00:00Z"),
                        line("B", 1).placed("2026-11-01T00:00:00Z"),
                        line("a", 1).placed("2026-11-01T00:00:00Z"))
                .plan();

        assertThat(plan.queue()).containsExactly("B", "a", TILDE, SMILE);
    }

    @Test
    void the_same_instant_in_other_words_is_the_same_instant() {
        Outcome plan = shop(
                        line("b", 1).placed("2026-11-01T12:00:00+02:00"),
                        line("a", 1).placed("2026-11-01T10:00:00Z"))
                .plan();

        assertThat(plan.queue()).containsExactly("a", "b");
    }

    @Test
    void locations_deliveries_variants_and_offers_are_put_in_order_by_it() {
        Outcome plan = shop(
                        offer(SMILE),
                        offer(TILDE),
                        stock(SMILE, 1),
                        stock(TILDE, 1),
                        inbound(SMILE, 1).on("2026-12-05"),
                        inbound(TILDE, 1).on("2026-12-05"),
                        stock("main", 0).of(SMILE),
                        stock("main", 0).of(TILDE),
                        line("a", 4))
                .plan();

        assertThat(plan.pegs("a"))
                .isEqualTo("1 stock:" + TILDE + ", 1 stock:" + SMILE + ", 1 inbound:" + TILDE + ", 1 inbound:" + SMILE);
        assertThat(plan.inbound()).startsWith(TILDE);
        assertThat(plan.offers()).startsWith(TILDE);
        assertThat(plan.plan().availability())
                .extracting(row -> row.variant().value())
                .containsExactly(Shop.TEE, TILDE, SMILE);
    }

    @Test
    void stock_is_shown_by_variant_and_location_general_before_dedicated_then_by_offer() {
        Outcome plan = shop(
                        offer("b"),
                        offer("a"),
                        stock("main", 5).offer("b"),
                        stock("outlet", 1).offer("a"),
                        stock("main", 4).offer("a"),
                        stock("attic", 6),
                        stock("main", 3),
                        stock("outlet", 0),
                        stock("zoo", 7).of("CAP"))
                .locations("outlet", "main")
                .plan();

        assertThat(plan.stock())
                .isEqualTo("zoo: 7, outlet: 0, outlet for a: 1, main: 3, main for a: 4, main for b: 5, attic: 6");
    }

    @Test
    void a_label_joins_location_and_offer_as_they_are() {
        Outcome plan = shop(
                        offer("d:e"), stock("a:b", 1).offer("d:e"), line("x", 1).offer("d:e"))
                .plan();

        assertThat(plan.pegs("x")).isEqualTo("1 stock:a:b:d:e");
    }
}
