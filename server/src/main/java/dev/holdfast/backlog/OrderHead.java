package dev.holdfast.backlog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What an order's first row says of the order.
 *
 * @param financial {@code paid}, {@code pending}, {@code refunded} …, in lower case
 * @param fulfillment {@code unfulfilled}, {@code partial}, {@code fulfilled} …, in lower case
 * @param refunded the amount, as written; empty for none
 * @param outstanding the balance, as written
 * @param notes note attributes and any column about selling plans
 */
record OrderHead(
        String name,
        Instant placedAt,
        boolean cancelled,
        String financial,
        String fulfillment,
        String refunded,
        String subtotal,
        String outstanding,
        List<String> tags,
        String notes) {

    boolean isTagged(String tag) {
        return tags.stream().anyMatch(tag::equalsIgnoreCase);
    }

    /** Whether a selling plan of this name stands in its tags or its notes: the export has no column for it. */
    boolean names(String sellingPlan) {
        return isTagged(sellingPlan) || notes.toLowerCase(Locale.ROOT).contains(sellingPlan.toLowerCase(Locale.ROOT));
    }

    /** In words; empty when the goods are paid for. */
    String payment() {
        return switch (financial) {
            case "", "paid", "partially_refunded", "refunded" -> "";
            case "partially_paid" -> "deposit paid" + stillDue();
            case "authorized" -> "authorized, not captured";
            default -> (financial + stillDue()).intern();
        };
    }

    private String stillDue() {
        return outstanding.isEmpty() || outstanding.matches("[0.]+") ? "" : ", " + outstanding + " outstanding";
    }
}
