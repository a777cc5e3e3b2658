package dev.holdfast.order;

import dev.holdfast.shop.mirror.Branch;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether what Shopify calls paid was paid by transactions: staff may mark an order as paid without one. */
final class Payments {
    private static final Set<String> PAID = Set.of("PAID", "PARTIALLY_REFUNDED");
    private static final Set<String> TAKING = Set.of("SALE", "CAPTURE");

    private Payments() {}

    /**
     * What is odd about the payment of an order, and what a person should do; {@code branch} has its transactions.
     *
     * <p>Amounts are those before cash was rounded: Shopify tells the rounding apart from them [D: changelog, 24 April 2025,
     * cash transaction rounding].
     */
    static Optional<String> oddity(Branch branch) {
        if (branch.text("displayFinancialStatus").filter(PAID::contains).isEmpty()) {
            return Optional.empty();
        }
        var total = branch.node().path("currentTotalPriceSet").path("shopMoney");
        // What was given back beyond what came off the order is not owed again. Shopify does not say whether its
        // current total has that taken off: then too little is called odd, and never too much.
        var forgiven = amount(branch.node().path("refundDiscrepancySet").path("shopMoney"))
                .abs();
        var due = amount(total).subtract(forgiven);
        var taken = branch.node()
                .path("transactions")
                .valueStream()
                .filter(one -> one.path("status").asString("").equals("SUCCESS"))
                .map(Payments::taken)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (taken.compareTo(due) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                ("Order %s is marked as paid without a transaction: its transactions come to %s of %s %s. Look in"
                                + " its timeline who marked it and how the money came; a refund of the rest finds no payment to go"
                                + " back to, so give it back by hand or as store credit.")
                        .formatted(
                                branch.required("name"),
                                taken.toPlainString(),
                                due.toPlainString(),
                                total.path("currencyCode").asString("")));
    }

    private static BigDecimal taken(JsonNode transaction) {
        var kind = transaction.path("kind").asString("");
        var amount = amount(transaction.path("amountSet").path("shopMoney"));
        if (TAKING.contains(kind)) {
            return amount;
        }
        return kind.equals("REFUND") ? amount.negate() : BigDecimal.ZERO;
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asString("0"));
    }
}
