package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.ShippingLine;
import java.util.List;
import java.util.function.ToLongFunction;

/** Orders. */
final class OrderFields {
    static final Page.Key<Order> KEY = Page.Key.byId(order -> order.id().number());

    private OrderFields() {}

    /** A shipping charge of an order. */
    private record Shipping(Order order, ShippingLine line) {}

    static void addTo(FieldTable table) {
        var fields = table.on("Order", Order.class);
        facts(fields);
        amounts(fields);
        parts(fields);
        table.on("ShippingLine", Shipping.class)
                .id("id", shipping -> shipping.line().id())
                .value("title", shipping -> shipping.line().title())
                .value(
                        "originalPriceSet",
                        shipping -> Bag.of(shipping.order(), shipping.line().priceMinor()))
                .value(
                        "discountedPriceSet",
                        shipping -> Bag.of(shipping.order(), shipping.line().priceMinor()))
                .value(
                        "currentDiscountedPriceSet",
                        shipping -> Bag.of(shipping.order(), shipping.line().currentMinor()));
        table.on("MailingAddress", Address.class)
                .value("name", Address::name)
                .value("address1", Address::address1)
                .value("city", Address::city)
                .value("zip", Address::zip)
                .value("provinceCode", Address::provinceCode)
                .value("countryCodeV2", Address::countryCode);
    }

    private static void facts(FieldTable.Fields<Order> fields) {
        fields.id("id", Order::id)
                .value("legacyResourceId", order -> order.id().number())
                .value("name", Order::name)
                .value("number", order -> order.placement().number())
                .value("createdAt", order -> order.placement().createdAt())
                .value("processedAt", order -> order.placement().processedAt())
                .value("updatedAt", Order::updatedAt)
                .value(
                        "cancelledAt",
                        order -> order.cancellation() == null
                                ? null
                                : order.cancellation().at())
                .value(
                        "cancelReason",
                        order -> order.cancellation() == null
                                ? null
                                : order.cancellation().reason())
                .value("closed", order -> order.closedAt() != null)
                .value("closedAt", Order::closedAt)
                .value("confirmed", order -> true)
                .value("tags", Order::tags)
                .value("note", Order::note)
                .value("test", order -> order.placement().test())
                .value("email", order -> order.placement().email())
                .value("phone", order -> order.placement().phone())
                .value("customerLocale", order -> order.placement().locale())
                .value("currencyCode", order -> order.placement().currency().getCurrencyCode())
                .value(
                        "presentmentCurrencyCode",
                        order -> order.placement().presentment().getCurrencyCode())
                .value("sourceName", order -> order.placement().sourceName())
                .value("checkoutToken", order -> order.placement().token())
                .value("customAttributes", order -> order.placement().attributes())
                .value("discountCodes", order -> order.placement().discountCodes())
                .value("shippingAddress", order -> order.placement().shippingAddress())
                .value("displayFinancialStatus", order -> order.accounts().status())
                .read(
                        "statusPageUrl",
                        (order, call) -> "https://" + call.api().shopDomain() + "/orders/"
                                + order.placement().token())
                .read(
                        "returnStatus",
                        (order, call) -> call.api().shop().orders().returnStatus(order))
                .read(
                        "displayFulfillmentStatus",
                        (order, call) -> call.api().shop().orders().fulfillmentStatus(order));
    }

    private static void amounts(FieldTable.Fields<Order> fields) {
        amount(fields, "totalOutstandingSet", order -> order.accounts().outstanding());
        amount(fields, "totalReceivedSet", order -> order.accounts().received());
        amount(fields, "totalRefundedSet", order -> order.accounts().refunded());
        amount(fields, "refundDiscrepancySet", order -> -order.accounts().forgiven());
        amount(fields, "netPaymentSet", order -> order.accounts().net());
        amount(fields, "totalCapturableSet", order -> order.accounts().authorized());
        amount(fields, "originalTotalPriceSet", order -> order.accounts().originalTotal());
        amount(fields, "currentSubtotalPriceSet", order -> order.accounts().currentSubtotal());
        amount(fields, "currentTotalPriceSet", order -> order.accounts().currentTotal());
        amount(fields, "totalPriceSet", order -> order.accounts().originalTotal());
        fields.value("fullyPaid", order -> order.accounts().outstanding() == 0)
                .value("unpaid", order -> order.accounts().received() == 0);
    }

    private static void amount(FieldTable.Fields<Order> fields, String name, ToLongFunction<Order> minor) {
        fields.value(name, order -> Bag.of(order, minor.applyAsLong(order)));
    }

    private static void parts(FieldTable.Fields<Order> fields) {
        fields.read("customer", (order, call) -> LineFields.customer(order, call))
                .read("lineItems", (order, call) -> Page.of(LineFields.of(order), LineFields.KEY, call))
                .value("paymentTerms", order -> PaymentFields.terms(order))
                .value("paymentCollectionDetails", PaymentFields.Collection::new)
                .read("transactions", (order, call) -> first(PaymentFields.transactions(order), call))
                .read("refunds", (order, call) -> first(RefundFields.of(order), call))
                .read("fulfillments", (order, call) -> first(fulfillments(order, call), call))
                .read("fulfillmentOrders", (order, call) -> FulfillmentOrderFields.pageOf(order, call))
                .read(
                        "returns",
                        (order, call) -> Page.of(
                                call.api().shop().returns().ofOrder(order.id()),
                                Page.Key.byId(returned -> returned.id().number()),
                                call))
                .read("suggestedRefund", RefundFields::suggested)
                .read(
                        "shippingLines",
                        (order, call) -> Page.of(
                                order.shipping().stream()
                                        .map(line -> new Shipping(order, line))
                                        .toList(),
                                Page.Key.byId(shipping -> shipping.line().id().number()),
                                call));
    }

    private static List<Fulfillment> fulfillments(Order order, Call call) {
        return call.api().shop().fulfillments().ofOrder(order.id());
    }

    /** Lists that take {@code first} without being connections. */
    private static <T> List<T> first(List<T> all, Call call) {
        int size = call.arguments().optionalNumber("first").orElse(all.size());
        return all.subList(0, Math.min(size, all.size()));
    }
}
