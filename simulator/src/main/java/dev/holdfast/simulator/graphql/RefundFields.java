package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Refunds;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Refund;
import dev.holdfast.simulator.shop.state.RestockType;
import dev.holdfast.simulator.shop.state.Return;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is given back, what could be, and what buyers send back. */
final class RefundFields {
    private static final String ORIGINAL = "ORIGINAL_PAYMENT_METHODS";

    private RefundFields() {}

    /** A refund with its order. */
    record Given(Order order, Refund refund) {}

    /** A line of a refund with its order. */
    private record Line(Order order, Refund.Line line) {}

    /** What a refund could be. */
    private record Suggested(Order order, Refunds.Suggestion suggestion) {}

    /** One transaction of it. */
    private record Back(Order order, Refunds.Back back) {}

    static List<Given> of(Order order) {
        return order.refunds().stream().map(refund -> new Given(order, refund)).toList();
    }

    static Object suggested(Order order, Call call) {
        var arguments = call.arguments()
                .only(
                        "the arguments of Order.suggestedRefund:",
                        "refundLineItems",
                        "shippingAmount",
                        "refundShipping",
                        "suggestFullRefund",
                        "refundMethodAllocation");
        var allocation = arguments.optionalText("refundMethodAllocation").orElse(ORIGINAL);
        if (!allocation.equals(ORIGINAL)) {
            throw FieldError.notImplemented("refundMethodAllocation " + allocation);
        }
        var currency = order.placement().currency();
        long shipping = arguments.flag("refundShipping")
                ? order.shipping().stream()
                        .mapToLong(line -> line.currentMinor())
                        .sum()
                : arguments
                        .optionalDecimal("shippingAmount")
                        .map(amount -> Money.of(amount, currency).minor())
                        .orElse(0L);
        return new Suggested(
                order,
                call.api()
                        .shop()
                        .refunds()
                        .suggest(order, lines(arguments), shipping, arguments.flag("suggestFullRefund")));
    }

    /** The lines of a refund's input. */
    static List<Refunds.Line> lines(Input input) {
        return input.inputs("refundLineItems").stream()
                .map(line -> new Refunds.Line(
                        Ids.of(line.text("lineItemId"), "LineItem", LineItemId::new),
                        line.number("quantity"),
                        line.optionalText("restockType")
                                .map(RestockType::valueOf)
                                .orElse(RestockType.NO_RESTOCK),
                        line.optionalText("locationId")
                                .map(id -> Ids.of(id, "Location", LocationId::new))
                                .orElse(null)))
                .toList();
    }

    static void addTo(FieldTable table) {
        refund(table);
        suggestion(table);
        returns(table);
    }

    private static void refund(FieldTable table) {
        table.on("Refund", Given.class)
                .id("id", of -> of.refund().id())
                .value("legacyResourceId", of -> of.refund().id().number())
                .value("order", Given::order)
                .value("note", of -> of.refund().note())
                .value("createdAt", of -> of.refund().createdAt())
                .value("totalRefundedSet", of -> Bag.of(of.order(), of.refund().moneyMinor()))
                .connection(
                        "refundLineItems",
                        of -> of.refund().lines().stream()
                                .map(line -> new Line(of.order(), line))
                                .toList(),
                        of -> of.line().id().number())
                .connection(
                        "transactions",
                        of -> PaymentFields.transactions(of.order()).stream()
                                .filter(paid -> of.refund()
                                        .transactions()
                                        .contains(paid.transaction().id()))
                                .toList(),
                        paid -> paid.transaction().id().number());
        table.on("RefundLineItem", Line.class)
                .id("id", of -> of.line().id())
                .value("quantity", of -> of.line().quantity())
                .value("restockType", of -> of.line().restock())
                .value("restocked", of -> of.line().restock() != RestockType.NO_RESTOCK)
                .value("subtotalSet", of -> Bag.of(of.order(), of.line().subtotalMinor()))
                .value("lineItem", of -> LineFields.line(of.order(), of.line().line()))
                .read("location", (of, call) -> call.api().location(of.line().location()));
    }

    private static void suggestion(FieldTable table) {
        table.on("SuggestedRefund", Suggested.class)
                .value("amountSet", of -> Bag.of(of.order(), of.suggestion().amountMinor()))
                .value(
                        "maximumRefundableSet",
                        of -> Bag.of(of.order(), of.suggestion().maximumMinor()))
                .value("subtotalSet", of -> Bag.of(of.order(), of.suggestion().subtotalMinor()))
                .value(
                        "suggestedTransactions",
                        of -> of.suggestion().transactions().stream()
                                .map(back -> new Back(of.order(), back))
                                .toList());
        table.on("SuggestedOrderTransaction", Back.class)
                .value("kind", of -> "SUGGESTED_REFUND")
                .value("gateway", of -> of.back().gateway())
                .value("formattedGateway", of -> of.back().gateway())
                .value("amountSet", of -> Bag.of(of.order(), of.back().amountMinor()))
                .value("parentTransaction", RefundFields::parent);
    }

    private static PaymentFields.@Nullable Paid parent(Back of) {
        return PaymentFields.transactions(of.order()).stream()
                .filter(paid -> paid.transaction().id().equals(of.back().parent()))
                .findFirst()
                .orElse(null);
    }

    private static void returns(FieldTable table) {
        table.on("Return", Return.class)
                .id("id", Return::id)
                .value("name", Return::name)
                .value("status", Return::status)
                .value("createdAt", Return::createdAt)
                .value("closedAt", Return::closedAt)
                .value("totalQuantity", Return::totalQuantity)
                .value("decline", Return::decline)
                .read("order", (of, call) -> call.api().order(of.order()))
                .connection("returnLineItems", Return::lines, line -> line.id().number());
        table.on("ReturnDecline", Return.Decline.class)
                .value("reason", Return.Decline::reason)
                .value("note", Return.Decline::note);
        table.on("ReturnLineItem", Return.Line.class)
                .id("id", Return.Line::id)
                .value("quantity", Return.Line::quantity)
                .value("processedQuantity", Return.Line::processed)
                .value("refundedQuantity", Return.Line::refunded)
                .value("unprocessedQuantity", line -> line.quantity() - line.processed())
                .value("returnReason", Return.Line::reason)
                .value("returnReasonNote", Return.Line::reasonNote);
    }
}
