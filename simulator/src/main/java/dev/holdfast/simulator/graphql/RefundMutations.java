package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Refunds;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.Returns;
import dev.holdfast.simulator.shop.state.Id.FulfillmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import dev.holdfast.simulator.shop.state.Id.ReturnLineItemId;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Return;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mutations that give money back and take goods back. */
final class RefundMutations {
    private RefundMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("refundCreate", RefundMutations::refund)
                .mutation("returnCreate", RefundMutations::create)
                .mutation("returnRequest", RefundMutations::request)
                .mutation("returnApproveRequest", RefundMutations::approve)
                .mutation("returnDeclineRequest", RefundMutations::decline)
                .mutation("returnProcess", RefundMutations::process)
                .mutation("removeFromReturn", RefundMutations::remove)
                .mutation(
                        "returnClose",
                        call -> answer(call.api().shop().returns().close(id(call))))
                .mutation(
                        "returnReopen",
                        call -> answer(call.api().shop().returns().reopen(id(call))))
                .mutation(
                        "returnCancel",
                        call -> answer(call.api().shop().returns().cancel(id(call))));
    }

    private static ReturnId id(Call call) {
        return Ids.of(call.arguments().text("id"), "Return", ReturnId::new);
    }

    private static ReturnId inputId(Call call) {
        return Ids.of(call.arguments().input("input").text("id"), "Return", ReturnId::new);
    }

    private static Payload answer(Result<Return> result) {
        return Payload.of(result, returned -> Payload.of("return", returned));
    }

    private static Payload refund(Call call) {
        var input = call.arguments()
                .input("input")
                .only(
                        "RefundInput",
                        "orderId",
                        "refundLineItems",
                        "shipping",
                        "transactions",
                        "refundMethods",
                        "allowOverRefunding",
                        "discrepancyReason",
                        "note",
                        "notify",
                        "currency");
        var orderId = Ids.of(input.text("orderId"), "Order", OrderId::new);
        var result = call.api()
                .shop()
                .refunds()
                .create(new Refunds.Request(
                        orderId,
                        RefundFields.lines(input),
                        shipping(input, call.api().order(orderId), call),
                        input.inputs("transactions").stream()
                                .map(back -> back(back, call))
                                .toList(),
                        storeCredit(input, call),
                        input.flag("allowOverRefunding"),
                        input.optionalText("note").orElse(null)));
        return Payload.of(
                result,
                refunded -> Payload.of("refund", new RefundFields.Given(refunded.order(), refunded.refund()))
                        .and("order", refunded.order()));
    }

    private static long shipping(Input input, @Nullable Order order, Call call) {
        var shipping = input.optionalInput("shipping").orElse(Input.NONE);
        return shipping.flag("fullRefund") && order != null
                ? order.shipping().stream()
                        .mapToLong(line -> line.currentMinor())
                        .sum()
                : shipping.optionalDecimal("amount")
                        .map(amount -> minor(amount, call))
                        .orElse(0L);
    }

    private static Refunds.Back back(Input input, Call call) {
        return new Refunds.Back(
                input.text("kind"),
                input.optionalText("parentId")
                        .map(id -> Ids.of(id, "OrderTransaction", OrderTransactionId::new))
                        .orElse(null),
                input.text("gateway"),
                minor(input.optionalDecimal("amount").orElseThrow(), call));
    }

    private static long storeCredit(Input input, Call call) {
        return input.inputs("refundMethods").stream()
                .map(method -> method.input("storeCreditRefund").input("amount"))
                .mapToLong(amount -> minor(amount.optionalDecimal("amount").orElseThrow(), call))
                .sum();
    }

    private static long minor(BigDecimal amount, Call call) {
        return Money.of(amount, call.api().shop().settings().currency()).minor();
    }

    private static Payload create(Call call) {
        var input = call.arguments()
                .input("returnInput")
                .only("ReturnInput", "orderId", "returnLineItems", "notifyCustomer", "requestedAt");
        return answer(call.api()
                .shop()
                .returns()
                .create(
                        Ids.of(input.text("orderId"), "Order", OrderId::new),
                        input.inputs("returnLineItems").stream()
                                .map(RefundMutations::newLine)
                                .toList()));
    }

    private static Payload request(Call call) {
        var input = call.arguments().input("input").only("ReturnRequestInput", "orderId", "returnLineItems");
        return answer(call.api()
                .shop()
                .returns()
                .request(
                        Ids.of(input.text("orderId"), "Order", OrderId::new),
                        input.inputs("returnLineItems").stream()
                                .map(line -> newLine(
                                        line.only(
                                                "ReturnRequestLineItemInput",
                                                "fulfillmentLineItemId",
                                                "quantity",
                                                "returnReason",
                                                "returnReasonDefinitionId",
                                                "customerNote"),
                                        "customerNote"))
                                .toList()));
    }

    private static Payload approve(Call call) {
        call.arguments().input("input").only("ReturnApproveRequestInput", "id", "notifyCustomer");
        return answer(call.api().shop().returns().approve(inputId(call)));
    }

    private static Payload decline(Call call) {
        var input = call.arguments().input("input");
        var why = new Return.Decline(
                input.text("declineReason"), input.optionalText("declineNote").orElse(null));
        return answer(call.api().shop().returns().decline(inputId(call), why));
    }

    private static Returns.NewLine newLine(Input input) {
        input.only(
                "ReturnLineItemInput",
                "fulfillmentLineItemId",
                "quantity",
                "returnReason",
                "returnReasonDefinitionId",
                "returnReasonNote");
        return newLine(input, "returnReasonNote");
    }

    private static Returns.NewLine newLine(Input input, String note) {
        var reason = input.optionalText("returnReason")
                // Definitions are the merchant's own words; the deprecated enum has only this one for them.
                .or(() -> input.optionalText("returnReasonDefinitionId").map(id -> "OTHER"))
                .orElse(null);
        return new Returns.NewLine(
                Ids.of(input.text("fulfillmentLineItemId"), "FulfillmentLineItem", FulfillmentLineItemId::new),
                input.number("quantity"),
                reason,
                input.optionalText(note).orElse(""));
    }

    private static Payload remove(Call call) {
        var arguments = call.arguments().only("removeFromReturn", "returnId", "returnLineItems");
        return answer(call.api()
                .shop()
                .returns()
                .remove(
                        Ids.of(arguments.text("returnId"), "Return", ReturnId::new),
                        arguments.inputs("returnLineItems").stream()
                                .map(each -> new Returns.Removed(
                                        Ids.of(each.text("returnLineItemId"), "ReturnLineItem", ReturnLineItemId::new),
                                        each.number("quantity")))
                                .toList()));
    }

    private static Payload process(Call call) {
        var input = call.arguments()
                .input("input")
                .only(
                        "ReturnProcessInput",
                        "returnId",
                        "returnLineItems",
                        "refundShipping",
                        "financialTransfer",
                        "notifyCustomer");
        var refund = input.optionalInput("financialTransfer")
                .flatMap(transfer -> transfer.optionalInput("issueRefund"))
                .orElse(Input.NONE);
        long shipping = input.optionalInput("refundShipping")
                .map(given -> given.only("RefundShippingInput", "shippingRefundAmount"))
                .flatMap(given -> given.optionalInput("shippingRefundAmount"))
                .flatMap(amount -> amount.optionalDecimal("amount"))
                .map(amount -> minor(amount, call))
                .orElse(0L);
        var id = Ids.of(input.text("returnId"), "Return", ReturnId::new);
        return answer(call.api()
                .shop()
                .returns()
                .process(new Returns.Processing(
                        id,
                        input.inputs("returnLineItems").stream()
                                .map(RefundMutations::processed)
                                .toList(),
                        shipping,
                        refund.inputs("orderTransactions").stream()
                                .map(back -> returned(back, id, call))
                                .toList(),
                        storeCredit(refund, call),
                        refund.flag("allowOverRefunding"))));
    }

    private static Returns.Processed processed(Input input) {
        List<Input> dispositions = input.inputs("dispositions");
        var restocked = dispositions.stream()
                .filter(one -> one.text("dispositionType").equals("RESTOCKED"))
                .findFirst();
        return new Returns.Processed(
                Ids.of(input.text("id"), "ReturnLineItem", ReturnLineItemId::new),
                input.number("quantity"),
                restocked.isPresent(),
                restocked
                        .flatMap(one -> one.optionalText("locationId"))
                        .map(id -> Ids.of(id, "Location", LocationId::new))
                        .orElse(null));
    }

    /** The input names only the transaction to give back from; its gateway is looked up. */
    private static Refunds.Back returned(Input input, ReturnId id, Call call) {
        var parent = Ids.of(input.text("parentId"), "OrderTransaction", OrderTransactionId::new);
        var gateway = call.api().shop().returns().all().find(id).map(Return::order).map(call.api()::order).stream()
                .flatMap(order -> order.transactions().stream())
                .filter(transaction -> transaction.id().equals(parent))
                .map(transaction -> transaction.gateway())
                .findFirst()
                .orElse("");
        var amount = input.input("transactionAmount").optionalDecimal("amount").orElseThrow();
        return new Refunds.Back("REFUND", parent, gateway, minor(amount, call));
    }
}
