package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.OrderEdits;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.state.CalculatedOrder;
import dev.holdfast.simulator.shop.state.Id.CalculatedLineItemId;
import dev.holdfast.simulator.shop.state.Id.CalculatedOrderId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Order;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Edits of orders: what they would leave, and their mutations. */
final class EditFields {
    private EditFields() {}

    /** The session an edit belongs to; it has the number of its calculated order. */
    private record Session(CalculatedOrder order) {}

    /** A calculated line with its order. */
    private record Line(CalculatedOrder of, CalculatedOrder.Line line) {}

    static void addTo(FieldTable table) {
        table.on("OrderEditSession", Session.class)
                .value(
                        "id",
                        session -> "gid://shopify/OrderEditSession/"
                                + session.order().id().number());
        table.on("CalculatedOrder", CalculatedOrder.class)
                .id("id", CalculatedOrder::id)
                .read("originalOrder", EditFields::original)
                .read("totalOutstandingSet", (of, call) -> Bag.of(original(of, call), of.outstandingMinor()))
                .read("totalPriceSet", (of, call) -> Bag.of(original(of, call), of.totalMinor()))
                .connection(
                        "lineItems",
                        of -> lines(of, false),
                        line -> line.line().id().number())
                .connection(
                        "addedLineItems",
                        of -> lines(of, true),
                        line -> line.line().id().number());
        table.on("CalculatedLineItem", Line.class)
                .id("id", of -> of.line().id())
                .value("quantity", of -> of.line().quantity())
                .value("editableQuantityBeforeChanges", of -> of.line().quantityBefore())
                .value("restocking", of -> of.line().restock())
                .value("sku", of -> of.line().sale().sku())
                .value("title", of -> of.line().sale().title())
                .value("variantTitle", of -> of.line().sale().variantTitle())
                .read(
                        "variant",
                        (of, call) -> call.api().variant(of.line().sale().variant()));
        table.on("Mutation", Api.class)
                .mutation("orderEditBegin", EditFields::begin)
                .mutation("orderEditAddVariant", EditFields::addVariant)
                .mutation("orderEditSetQuantity", EditFields::setQuantity)
                .mutation("orderEditCommit", EditFields::commit);
    }

    private static Order original(CalculatedOrder of, Call call) {
        return Objects.requireNonNull(call.api().order(of.order()));
    }

    private static List<Line> lines(CalculatedOrder of, boolean onlyAdded) {
        return of.lines().stream()
                .filter(line -> !onlyAdded || line.line() == null)
                .map(line -> new Line(of, line))
                .toList();
    }

    private static OrderEdits edits(Call call) {
        return call.api().shop().edits();
    }

    private static CalculatedOrderId id(Call call) {
        var text = call.arguments().text("id");
        return text.contains("OrderEditSession")
                ? Ids.of(text, "OrderEditSession", CalculatedOrderId::new)
                : Ids.of(text, "CalculatedOrder", CalculatedOrderId::new);
    }

    private static Payload begin(Call call) {
        var id = Ids.of(call.arguments().text("id"), "Order", OrderId::new);
        return Payload.of(
                edits(call).begin(id),
                order -> Payload.of("calculatedOrder", order).and("orderEditSession", new Session(order)));
    }

    private static Payload addVariant(Call call) {
        var arguments = call.arguments();
        return staged(edits(call)
                .addVariant(
                        id(call),
                        Ids.of(arguments.text("variantId"), "ProductVariant", ProductVariantId::new),
                        arguments.number("quantity"),
                        location(arguments),
                        arguments.flag("allowDuplicates")));
    }

    private static Payload setQuantity(Call call) {
        var arguments = call.arguments();
        return staged(edits(call)
                .setQuantity(
                        id(call),
                        lineId(arguments.text("lineItemId")),
                        arguments.number("quantity"),
                        arguments.flag("restock"),
                        location(arguments)));
    }

    /** A line that is on the order may be named by its own id too. */
    private static CalculatedLineItemId lineId(String text) {
        return text.contains("/LineItem/")
                ? Ids.of(text, "LineItem", CalculatedLineItemId::new)
                : Ids.of(text, "CalculatedLineItem", CalculatedLineItemId::new);
    }

    private static @Nullable LocationId location(Input arguments) {
        return arguments
                .optionalText("locationId")
                .map(id -> Ids.of(id, "Location", LocationId::new))
                .orElse(null);
    }

    private static Payload staged(Result<OrderEdits.Staged> result) {
        return Payload.of(
                result,
                staged -> Payload.of("calculatedOrder", staged.order())
                        .and("calculatedLineItem", new Line(staged.order(), staged.line()))
                        .and("orderEditSession", new Session(staged.order())));
    }

    private static Payload commit(Call call) {
        var note = call.arguments().optionalText("staffNote").orElse(null);
        return Payload.of(
                edits(call).commit(id(call), note),
                order -> Payload.of("order", order).and("successMessages", List.of("Order updated")));
    }
}
