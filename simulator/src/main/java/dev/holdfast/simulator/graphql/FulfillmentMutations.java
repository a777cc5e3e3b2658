package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Fulfillments;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Id.FulfillmentId;
import java.util.ArrayList;
import java.util.List;

/** Mutations of fulfillments. */
final class FulfillmentMutations {
    private FulfillmentMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("fulfillmentCreate", FulfillmentMutations::create)
                .mutation(
                        "fulfillmentCancel",
                        call -> answer(call.api().shop().fulfillments().cancel(id(call.arguments(), "id"))))
                .mutation("fulfillmentTrackingInfoUpdate", FulfillmentMutations::track)
                .mutation("fulfillmentEventCreate", FulfillmentMutations::report);
    }

    private static FulfillmentId id(Input input, String name) {
        return Ids.of(input.text(name), "Fulfillment", FulfillmentId::new);
    }

    private static Payload answer(Result<Fulfillment> result) {
        return Payload.of(result, fulfillment -> Payload.of("fulfillment", fulfillment));
    }

    private static Payload create(Call call) {
        var input = call.arguments()
                .input("fulfillment")
                .only("FulfillmentInput", "lineItemsByFulfillmentOrder", "notifyCustomer", "trackingInfo");
        var parts = input.inputs("lineItemsByFulfillmentOrder").stream()
                .map(part -> new Fulfillments.Part(
                        FulfillmentOrderMutations.id(part, "fulfillmentOrderId"),
                        FulfillmentOrderMutations.units(part)))
                .toList();
        var tracking = input.optionalInput("trackingInfo")
                .map(FulfillmentMutations::tracking)
                .orElse(List.of());
        return answer(call.api()
                .shop()
                .fulfillments()
                .create(new Fulfillments.Request(parts, tracking, input.flag("notifyCustomer"))));
    }

    /** One parcel by {@code number} and {@code url}, or several by {@code numbers} and {@code urls}. */
    private static List<Fulfillment.Tracking> tracking(Input input) {
        var company = input.optionalText("company").orElse(null);
        var numbers = input.texts("numbers");
        var urls = input.texts("urls");
        if (numbers.isEmpty() && urls.isEmpty()) {
            return List.of(new Fulfillment.Tracking(
                    company,
                    input.optionalText("number").orElse(null),
                    input.optionalText("url").orElse(null)));
        }
        var all = new ArrayList<Fulfillment.Tracking>();
        for (int i = 0; i < Math.max(numbers.size(), urls.size()); i++) {
            all.add(new Fulfillment.Tracking(
                    company, i < numbers.size() ? numbers.get(i) : null, i < urls.size() ? urls.get(i) : null));
        }
        return all;
    }

    private static Payload track(Call call) {
        return answer(call.api()
                .shop()
                .fulfillments()
                .updateTracking(
                        id(call.arguments(), "fulfillmentId"),
                        tracking(call.arguments().input("trackingInfoInput"))));
    }

    private static Payload report(Call call) {
        var input = call.arguments()
                .input("fulfillmentEvent")
                .only(
                        "FulfillmentEventInput",
                        "fulfillmentId",
                        "status",
                        "happenedAt",
                        "message",
                        "estimatedDeliveryAt");
        var news = new Fulfillments.News(
                Fulfillment.EventStatus.valueOf(input.text("status")),
                input.optionalInstant("happenedAt").orElse(null),
                input.optionalText("message").orElse(null),
                input.optionalInstant("estimatedDeliveryAt").orElse(null));
        return Payload.of(
                call.api().shop().fulfillments().report(id(input, "fulfillmentId"), news),
                event -> Payload.of("fulfillmentEvent", event));
    }
}
