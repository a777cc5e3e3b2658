package dev.holdfast.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenUnitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # order       | line        | units | open
            unfulfilled   | pending     | 3     | 3
            ''            | pending     | 3     | 3
            unfulfilled   | unfulfilled | 3     | 3
            on_hold       | pending     | 3     | 3
            partial       | pending     | 3     | 3
            partial       | fulfilled   | 3     | closed: fulfilled
            fulfilled     | fulfilled   | 3     | closed: fulfilled
            fulfilled     | pending     | 3     | closed: removed from a fulfilled order
            restocked     | pending     | 3     | closed: restocked
            unfulfilled   | restocked   | 3     | closed: restocked
            unfulfilled   | pending     | 0     | closed: no units
            partial       | partial     | 2     | 1
            partial       | partial     | 5     | 1 to 4
            partial       | partial     | 1     | contradiction
            unfulfilled   | shipped?    | 1     | contradiction
            """)
    void a_line_says_how_much_of_it_is_open(String order, String line, long units, String open) {
        assertThat(state(order(order, "paid", "", false), row(units, line))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # order       | lines | units | open of the first line
            unfulfilled   | 1     | 3     | 3
            ''            | 1     | 3     | 3
            fulfilled     | 1     | 3     | closed: fulfilled
            restocked     | 1     | 3     | closed: restocked
            partial       | 1     | 2     | 1
            partial       | 1     | 3     | 1 to 2
            partial       | 2     | 3     | 0 to 3
            archived      | 1     | 3     | contradiction
            """)
    void where_the_line_does_not_say_the_order_does(String order, int lines, long units, String open) {
        List<OrderRow> rows = new ArrayList<>();
        for (int n = 0; n < lines; n++) {
            rows.add(row(units, ""));
        }
        assertThat(state(order(order, "paid", "", false), rows.toArray(OrderRow[]::new)))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # payment          | refunded | open
            paid               | 0.00     | 3
            pending            | ''       | 3
            authorized         | ''       | 3
            partially_paid     | ''       | 3
            expired            | ''       | 3
            refunded           | 30.00    | closed: order refunded
            voided             | ''       | closed: payment voided
            partially_refunded | 10.00    | 0 to 3
            paid               | 10.00    | 0 to 3
            partially_refunded | 4.90     | 3
            partially_refunded | ''       | 0 to 3
            """)
    void a_refund_leaves_open_what_it_was_for_unless_it_is_less_than_a_unit(
            String payment, String refunded, String open) {
        assertThat(state(order("unfulfilled", payment, refunded, false), row(3, "pending")))
                .isEqualTo(open);
    }

    @Test
    void a_discounted_unit_costs_less_than_its_price() {
        var order =
                new OrderHead("#1", Instant.EPOCH, false, "paid", "unfulfilled", "6.00", "15.00", "", List.of(), "");
        assertThat(state(order, row(3, "pending"))).isEqualTo("0 to 3");
    }

    @Test
    void a_refund_does_not_open_what_was_sent() {
        assertThat(state(order("partial", "partially_refunded", "10.00", false), row(3, "fulfilled")))
                .isEqualTo("closed: fulfilled");
        assertThat(state(order("partial", "partially_refunded", "10.00", false), row(3, "partial")))
                .isEqualTo("0 to 2");
    }

    @Test
    void nothing_of_a_cancelled_order_is_open() {
        assertThat(state(order("unfulfilled", "paid", "", true), row(3, "pending")))
                .isEqualTo("closed: order cancelled");
    }

    @Test
    void what_needs_no_shipping_waits_for_nothing() {
        var giftCard = new OrderRow(2, 1, "GIFT", "Gift Card", 1, "pending", false, "10.00");
        assertThat(state(order("unfulfilled", "paid", "", false), giftCard)).isEqualTo("closed: needs no shipping");
    }

    private static OrderHead order(String fulfillment, String payment, String refunded, boolean cancelled) {
        return new OrderHead(
                "#1", Instant.EPOCH, cancelled, payment, fulfillment, refunded, "30.00", "", List.of(), "");
    }

    private static OrderRow row(long units, String status) {
        return new OrderRow(2, 1, "MUG", "Mug", units, status, true, "10.00");
    }

    private static String state(OrderHead order, OrderRow... rows) {
        return switch (new OpenUnits(order, List.of(rows)).of(rows[0])) {
            case LineState.Open open -> String.valueOf(open.units());
            case LineState.Between between -> between.least() + " to " + between.most();
            case LineState.Closed closed -> "closed: " + closed.reason();
            case LineState.Contradiction contradiction -> "contradiction";
        };
    }
}
