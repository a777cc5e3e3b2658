package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Order;
import java.util.List;
import java.util.Map;

/** Mutations of whole orders, and of the tags that orders and others have. */
final class OrderMutations {
    private static final Map<String, String> SCOPES = Map.of(
            "Order", "write_orders",
            "Product", "write_products",
            "Customer", "write_customers",
            "DraftOrder", "write_draft_orders");

    private OrderMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("orderCancel", OrderMutations::cancel)
                .mutation(
                        "orderDelete",
                        call -> Payload.of(
                                call.api().shop().orders().delete(id(call.arguments(), "orderId")),
                                gone -> Payload.of("deletedId", gone.gid())))
                .mutation("orderInvoiceSend", OrderMutations::sendInvoice)
                .mutation("orderMarkAsPaid", OrderMutations::markAsPaid)
                .mutation("orderUpdate", OrderMutations::update)
                .mutation("tagsAdd", call -> tags(call, true))
                .mutation("tagsRemove", call -> tags(call, false));
    }

    private static OrderId id(Input input, String name) {
        return Ids.of(input.text(name), "Order", OrderId::new);
    }

    private static Payload cancel(Call call) {
        var arguments = call.arguments()
                .only(
                        "the arguments of orderCancel:",
                        "orderId",
                        "reason",
                        "restock",
                        "refundMethod",
                        "refund",
                        "notifyCustomer",
                        "staffNote");
        var method = arguments.optionalInput("refundMethod").orElse(Input.NONE);
        var how = new Orders.Cancel(
                Order.Reason.valueOf(arguments.text("reason")),
                arguments.flag("restock"),
                arguments.flag("refund") || method.flag("originalPaymentMethodsRefund"),
                method.optionalInput("storeCreditRefund").isPresent(),
                arguments.optionalText("staffNote").orElse(null));
        return Payload.of(
                call.api().shop().orders().cancel(id(arguments, "orderId"), how), job -> Payload.of("job", job));
    }

    private static Payload sendInvoice(Call call) {
        var to = call.arguments()
                .optionalInput("email")
                .flatMap(email -> email.optionalText("to"))
                .orElse(null);
        return order(call.api().shop().orders().sendInvoice(id(call.arguments(), "id"), to));
    }

    private static Payload markAsPaid(Call call) {
        return order(call.api().shop().orders().markAsPaid(id(call.arguments().input("input"), "id")));
    }

    private static Payload update(Call call) {
        var input = call.arguments().input("input").only("OrderInput", "id", "note");
        return order(call.api()
                .shop()
                .orders()
                .note(id(input, "id"), input.optionalText("note").orElse(null)));
    }

    private static Payload order(Result<Order> result) {
        return Payload.of(result, order -> Payload.of("order", order));
    }

    /** The schema names no scope here: it is that of changing the owner. */
    private static Payload tags(Call call, boolean add) {
        Gid owner = Nodes.gid(call.arguments().text("id"));
        var scope = SCOPES.get(owner.type());
        if (scope == null) {
            throw FieldError.notImplemented("tags of " + owner.type());
        }
        var name = add ? "tagsAdd" : "tagsRemove";
        if (!call.api().scopes().contains(scope)) {
            throw new AccessRule("`" + scope + "` access scope.", List.of()).denied(name);
        }
        var tags = call.api().shop().tags();
        var given = call.arguments().texts("tags");
        var result = add ? tags.add(owner, given) : tags.remove(owner, given);
        return Payload.of(
                result, all -> Payload.of("node", call.api().session().nodes().find(owner.toString(), call.api())));
    }
}
