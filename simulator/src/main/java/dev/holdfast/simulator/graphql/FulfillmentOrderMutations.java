package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.FulfillmentOrders;
import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.util.List;

/** Mutations of fulfillment orders. */
final class FulfillmentOrderMutations {
    private static final FulfillmentOrderId NOBODYS = new FulfillmentOrderId(0);

    private FulfillmentOrderMutations() {}

    /** One result of a split; the schema has a type of its own for it. */
    private record Split(FulfillmentOrders.Split of) {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("fulfillmentOrderHold", FulfillmentOrderMutations::hold)
                .mutation("fulfillmentOrderReleaseHold", FulfillmentOrderMutations::release)
                .mutation("fulfillmentOrderSplit", FulfillmentOrderMutations::split)
                .mutation("fulfillmentOrderMove", FulfillmentOrderMutations::move)
                .mutation("fulfillmentOrderReschedule", FulfillmentOrderMutations::reschedule)
                .mutation(
                        "fulfillmentOrderOpen",
                        call -> answer(fulfillmentOrders(call).open(id(call))))
                .mutation("fulfillmentOrdersSetFulfillmentDeadline", FulfillmentOrderMutations::deadline);
        table.on("FulfillmentOrderSplitResult", Split.class)
                .value("fulfillmentOrder", split -> split.of().fulfillmentOrder())
                .value("remainingFulfillmentOrder", split -> split.of().remaining())
                .value("replacementFulfillmentOrder", split -> split.of().replacement());
    }

    private static FulfillmentOrders fulfillmentOrders(Call call) {
        return call.api().shop().fulfillmentOrders();
    }

    private static FulfillmentOrderId id(Call call) {
        var id = id(call.arguments(), "id");
        // To an app without the scope it is as if it were not there; how Shopify words that is an assumption.
        boolean hidden = fulfillmentOrders(call)
                .all()
                .find(id)
                .filter(of -> !call.api().mayChange(of))
                .isPresent();
        return hidden ? NOBODYS : id;
    }

    static FulfillmentOrderId id(Input input, String name) {
        return Ids.of(input.text(name), "FulfillmentOrder", FulfillmentOrderId::new);
    }

    static List<Units> units(Input input) {
        return input.inputs("fulfillmentOrderLineItems").stream()
                .map(line -> new Units(
                        Ids.of(line.text("id"), "FulfillmentOrderLineItem", FulfillmentOrderLineItemId::new),
                        line.number("quantity")))
                .toList();
    }

    private static Payload answer(Result<FulfillmentOrder> result) {
        return Payload.of(result, changed -> Payload.of("fulfillmentOrder", changed));
    }

    private static Payload hold(Call call) {
        var input = call.arguments().input("fulfillmentHold");
        var request = new FulfillmentOrders.HoldRequest(
                FulfillmentHold.Reason.valueOf(input.text("reason")),
                input.optionalText("reasonNotes").orElse(null),
                input.optionalText("handle").orElse(""),
                input.optionalText("externalId").orElse(null),
                units(input));
        return Payload.of(
                fulfillmentOrders(call).hold(call.api().caller(), id(call), request),
                held -> Payload.of("fulfillmentHold", held.hold())
                        .and("fulfillmentOrder", held.fulfillmentOrder())
                        .and("remainingFulfillmentOrder", held.remaining()));
    }

    private static Payload release(Call call) {
        var arguments = call.arguments();
        var holds = arguments
                .optionalTexts("holdIds")
                .map(ids -> Ids.all(ids, "FulfillmentHold", FulfillmentHoldId::new))
                .orElse(null);
        return answer(fulfillmentOrders(call)
                .releaseHolds(
                        call.api().caller(),
                        id(call),
                        holds,
                        arguments.optionalText("externalId").orElse(null)));
    }

    private static Payload split(Call call) {
        var requests = call.arguments().inputs("fulfillmentOrderSplits").stream()
                .map(input -> new FulfillmentOrders.SplitRequest(id(input, "fulfillmentOrderId"), units(input)))
                .toList();
        return Payload.of(
                fulfillmentOrders(call).split(requests),
                splits -> Payload.of(
                        "fulfillmentOrderSplits",
                        splits.stream().map(Split::new).toList()));
    }

    private static Payload move(Call call) {
        var to = Ids.of(call.arguments().text("newLocationId"), "Location", LocationId::new);
        return Payload.of(
                fulfillmentOrders(call).move(id(call), to, units(call.arguments())),
                moved -> Payload.of("movedFulfillmentOrder", moved.moved())
                        .and("originalFulfillmentOrder", moved.original())
                        .and("remainingFulfillmentOrder", moved.remaining()));
    }

    private static Payload reschedule(Call call) {
        return answer(
                fulfillmentOrders(call).reschedule(id(call), call.arguments().instant("fulfillAt")));
    }

    private static Payload deadline(Call call) {
        var ids = Ids.all(call.arguments().texts("fulfillmentOrderIds"), "FulfillmentOrder", FulfillmentOrderId::new);
        return Payload.of(
                fulfillmentOrders(call).setDeadline(ids, call.arguments().instant("fulfillmentDeadline")),
                done -> Payload.of("success", done));
    }
}
