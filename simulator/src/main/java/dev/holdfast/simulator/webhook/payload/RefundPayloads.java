package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Refund;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.Transaction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of refunds/* and order_transactions/*. */
final class RefundPayloads {

    private static final List<String> CARD = List.of(
            "avs_result_code",
            "buyer_action_info",
            "credit_card_bin",
            "credit_card_company",
            "credit_card_expiration_month",
            "credit_card_expiration_year",
            "credit_card_name",
            "credit_card_number",
            "credit_card_wallet",
            "cvv_result_code");

    private final View view;
    private final LinePayloads lines;

    RefundPayloads(View view) {
        this.view = view;
        this.lines = new LinePayloads(view);
    }

    ObjectNode refund(Order order, Refund refund) {
        ObjectNode body = View.identified(refund.id())
                .put("order_id", order.id().number())
                .put("created_at", view.time(refund.createdAt()))
                .put("processed_at", view.time(refund.createdAt()))
                .put("note", refund.note())
                .putNull("user_id")
                .put("restock", refund.lines().stream().anyMatch(each -> each.restock() != RestockType.NO_RESTOCK));
        body.putArray("duties");
        body.set("total_duties_set", view.both(order.placement(), 0));
        body.set("return", refund.returned() == null ? null : View.identified(refund.returned()));
        body.putArray("refund_shipping_lines");
        ArrayNode given = body.putArray("refund_line_items");
        refund.lines()
                .forEach(each -> order.line(each.line()).ifPresent(line -> {
                    ObjectNode one = line(order, each);
                    one.set("line_item", lines.line(order, line, line.quantity()));
                    given.add(one);
                }));
        ArrayNode money = body.putArray("transactions");
        order.transactions().stream()
                .filter(each -> refund.transactions().contains(each.id()))
                .forEach(each -> money.add(transactionOfRefund(order, each)));
        writeAdjustments(order, refund, body.putArray("order_adjustments"));
        return body;
    }

    ObjectNode transaction(Order order, Transaction transaction) {
        ObjectNode body = transactionOfRefund(order, transaction);
        ObjectNode details = body.putObject("payment_details").put("payment_method_name", transaction.gateway());
        CARD.forEach(details::putNull);
        return body;
    }

    /** Without details of the payment, which are optional there. */
    private ObjectNode transactionOfRefund(Order order, Transaction transaction) {
        ObjectNode body = View.identified(transaction.id())
                .put("order_id", order.id().number())
                .put("kind", View.lower(transaction.kind()))
                .put("gateway", transaction.gateway())
                .put("status", View.lower(transaction.status()))
                .putNull("message")
                .put("created_at", view.time(transaction.processedAt()))
                .put("processed_at", view.time(transaction.processedAt()))
                .put("test", order.placement().test())
                .put("authorization", Long.toString(transaction.id().number()))
                .putNull("location_id")
                .putNull("user_id")
                .put("parent_id", number(transaction.parent()))
                .putNull("device_id")
                .put("error_code", transaction.errorCode())
                .put("source_name", order.placement().sourceName())
                .put("amount", view.amount(transaction.amountMinor()))
                .put("currency", view.currency())
                .put("payment_id", order.name() + "." + (order.transactions().indexOf(transaction) + 1))
                .put("manual_payment_gateway", transaction.gateway().equals("manual"))
                .putNull("amount_rounding");
        long unsettled = transaction.kind() == Transaction.Kind.AUTHORIZATION ? transaction.amountMinor() : 0;
        body.set("total_unsettled_set", view.both(order.placement(), unsettled, "currency"));
        body.putObject("receipt");
        return body;
    }

    private ObjectNode line(Order order, Refund.Line line) {
        ObjectNode one = View.object()
                .put("id", line.id().number())
                .put("quantity", line.quantity())
                .put("line_item_id", line.line().number())
                .put("location_id", number(line.location()))
                .put("restock_type", View.lower(line.restock()))
                .put("subtotal", new BigDecimal(view.amount(line.subtotalMinor())))
                .put("total_tax", BigDecimal.ZERO);
        one.set("subtotal_set", view.both(order.placement(), line.subtotalMinor()));
        one.set("total_tax_set", view.both(order.placement(), 0));
        return one;
    }

    /** What differs between the goods taken off and the money given back. */
    private void writeAdjustments(Order order, Refund refund, ArrayNode all) {
        if (refund.shippingMinor() > 0) {
            ObjectNode one = adjustment(order, refund, -refund.shippingMinor());
            all.add(one.put("kind", "shipping_refund").put("reason", "Shipping refund"));
        }
        if (refund.discrepancyMinor() > 0) {
            ObjectNode one = adjustment(order, refund, -refund.discrepancyMinor());
            all.add(one.put("kind", "refund_discrepancy").put("reason", "Refund discrepancy"));
        }
    }

    private ObjectNode adjustment(Order order, Refund refund, long minor) {
        ObjectNode one = View.object()
                .put("id", refund.id().number())
                .put("refund_id", refund.id().number())
                .put("order_id", order.id().number())
                .put("amount", view.amount(minor))
                .put("tax_amount", View.ZERO);
        one.set("amount_set", view.both(order.placement(), minor));
        one.set("tax_amount_set", view.both(order.placement(), 0));
        return one;
    }

    private static @Nullable Long number(@Nullable Id id) {
        return id == null ? null : id.number();
    }
}
