package dev.holdfast.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shop.mirror.Branch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PaymentsTest {
    /** {@code beyond} is what was given back beyond what came off the order. */
    private record Money(String status, String total, String taken, String refunded, String beyond) {
        static Money of(String words) {
            var word = words.split(" +", -1);
            return new Money(word[0], word[1], word[2], word[3], word[4]);
        }

        Branch order() {
            return Branch.of(JsonMapper.shared().readTree("""
                    {"id": "gid://shopify/Order/7", "name": "#7", "displayFinancialStatus": "%s",
                     "currentTotalPriceSet": {"shopMoney": {"amount": "%s", "currencyCode": "EUR"}},
                     "refundDiscrepancySet": {"shopMoney": {"amount": "%s"}},
                     "transactions": [
                         {"kind": "SALE", "status": "SUCCESS", "amountSet": {"shopMoney": {"amount": "%s"}}},
                         {"kind": "SALE", "status": "FAILURE", "amountSet": {"shopMoney": {"amount": "500.0"}}},
                         {"kind": "REFUND", "status": "SUCCESS", "amountSet": {"shopMoney": {"amount": "%s"}}}]}
                    """.formatted(status, total, beyond, taken, refunded)));
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(textBlock = """
            PAID 100.0 100.0 0.0 0.0, all of it came
            PAID 110.0 110.0 0.0 0.0, a tip came with it
            PARTIALLY_REFUNDED 80.0 100.0 20.0 0.0, a line was taken off and given back
            PARTIALLY_REFUNDED 80.0 100.0 15.0 5.0, less was given back than came off
            PARTIALLY_REFUNDED 100.0 100.0 10.0 -10.0, something was given back and nothing came off
            PARTIALLY_REFUNDED 90.0 100.0 10.0 -10.0, the same if the total has it taken off
            PENDING 100.0 0.0 0.0 0.0, nothing is said to have come
            REFUNDED 0.0 100.0 100.0 0.0, all was given back
            """)
    void what_was_paid_by_transactions_is_as_it_should_be(String money) {
        assertThat(Payments.oddity(Money.of(money).order())).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(textBlock = """
            PAID 100.0 0.0 0.0 0.0, 0.0 of 100.0 EUR
            PAID 100.0 60.0 0.0 0.0, 60.0 of 100.0 EUR
            PARTIALLY_REFUNDED 80.0 60.0 20.0 0.0, 40.0 of 80.0 EUR
            PARTIALLY_REFUNDED 100.0 60.0 10.0 -10.0, 50.0 of 90.0 EUR
            """)
    void what_was_marked_as_paid_is_told(String money, String words) {
        assertThat(Payments.oddity(Money.of(money).order()))
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("Order #7 is marked as paid without a transaction")
                        .contains("its transactions come to " + words));
    }
}
