package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.CalculatedOrderId;
import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.Id.PaymentTermsId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Transfer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where queries about orders and what follows from them begin. */
final class OrderRoots {
    private static final Search<Transfer> TRANSFERS = new Search<Transfer>()
            .id("id", transfer -> transfer.id().number())
            .text("status", transfer -> transfer.status().name())
            .text("name", Transfer::name);
    private static final Search<FulfillmentOrder> FULFILLMENT_ORDERS = new Search<FulfillmentOrder>()
            .id("id", of -> of.id().number())
            .id("order_id", of -> of.order().number())
            .id("assigned_location_id", of -> of.location().number())
            .text("status", of -> of.status().name())
            .time("updated_at", FulfillmentOrder::updatedAt);

    private OrderRoots() {}

    static void addTo(FieldTable table, Nodes nodes) {
        var query = table.on("QueryRoot", Api.class);
        RootFields.one(
                query,
                nodes,
                "order",
                "Order",
                (api, id) -> api.shop().orders().all().find(id).filter(api::sees));
        RootFields.one(
                query,
                nodes,
                "fulfillmentOrder",
                "FulfillmentOrder",
                (api, id) -> api.shop().fulfillmentOrders().all().find(id).filter(of -> of.routed() && api.sees(of)));
        RootFields.one(
                query,
                nodes,
                "fulfillment",
                "Fulfillment",
                (api, id) -> api.shop().fulfillments().all().find(id));
        RootFields.one(
                query,
                nodes,
                "return",
                "Return",
                (api, id) -> api.shop().returns().all().find(id));
        RootFields.one(
                query,
                nodes,
                "customer",
                "Customer",
                (api, id) -> api.shop().customers().all().find(id));
        RootFields.one(
                query,
                nodes,
                "inventoryTransfer",
                "InventoryTransfer",
                (api, id) -> api.shop().transfers().all().find(id));
        RootFields.one(
                query,
                nodes,
                "inventoryShipment",
                "InventoryShipment",
                (api, id) -> api.shop().shipments().all().find(id));
        RootFields.one(
                query,
                nodes,
                "job",
                "Job",
                (api, id) -> api.shop().orders().jobs().find(id));
        RootFields.list(query, "customers", api -> api.shop().customers().all(), new Search<>());
        RootFields.list(
                query, "inventoryTransfers", api -> api.shop().transfers().all(), TRANSFERS);
        query.read("orders", OrderRoots::orders)
                .read("ordersCount", (api, call) -> count(api, call))
                .read("fulfillmentOrders", OrderRoots::fulfillmentOrders)
                .read(
                        "manualHoldsFulfillmentOrders",
                        (api, call) -> Listing.page(
                                api.shop().fulfillmentOrders().all(),
                                FULFILLMENT_ORDERS
                                        .parse(call.arguments().optionalText("query"))
                                        .and(of -> of.routed() && of.status() == FulfillmentOrder.Status.ON_HOLD),
                                call));
        nodes.on(
                        "PaymentTerms",
                        (api, id) -> api.shop()
                                .payments()
                                .orderOf(new PaymentTermsId(id.number()))
                                .map(PaymentFields::terms)
                                .orElse(null))
                .on("PaymentSchedule", (api, id) -> schedule(api, id.number()))
                .on(
                        "CalculatedOrder",
                        (api, id) -> api.shop()
                                .edits()
                                .find(new CalculatedOrderId(id.number()))
                                .orElse(null));
    }

    private static PaymentFields.@Nullable Schedule schedule(Api api, long number) {
        var order = api.shop().payments().orderOf(new PaymentScheduleId(number)).orElse(null);
        var terms = order == null ? null : PaymentFields.terms(order);
        return terms == null
                ? null
                : terms.terms().schedules().stream()
                        .filter(schedule -> schedule.id().number() == number)
                        .findFirst()
                        .map(schedule -> new PaymentFields.Schedule(terms, schedule))
                        .orElse(null);
    }

    private static Page<Order> orders(Api api, Call call) {
        return Listing.page(api.shop().orders().all(), matching(api, call), call);
    }

    private static int count(Api api, Call call) {
        long limit = call.arguments().optionalNumber("limit").orElse(10_000);
        return (int) api.shop()
                .orders()
                .all()
                .all()
                .filter(matching(api, call))
                .limit(limit)
                .count();
    }

    private static Predicate<Order> matching(Api api, Call call) {
        return search(api).parse(call.arguments().optionalText("query")).and(api::sees);
    }

    private static Search<Order> search(Api api) {
        return new Search<Order>()
                .id("id", order -> order.id().number())
                .text("name", Order::name)
                .text("email", order -> order.placement().email())
                .time("created_at", order -> order.placement().createdAt())
                .time("processed_at", order -> order.placement().processedAt())
                .time("updated_at", Order::updatedAt)
                .texts("tag", order -> order.tags().stream())
                .texts("sku", order -> order.lines().stream().flatMap(OrderRoots::sku))
                .text("financial_status", order -> order.accounts().status().name())
                .text("fulfillment_status", order -> fulfillmentStatus(api, order))
                .text(
                        "return_status",
                        order -> api.shop().orders().returnStatus(order).name())
                .is("test", value -> order -> order.placement().test() == value.equals("true"))
                .is("status", OrderRoots::status)
                .id(
                        "customer_id",
                        order -> Optional.ofNullable(order.placement().customer())
                                .map(id -> id.number())
                                .orElse(0L));
    }

    private static Stream<String> sku(LineItem line) {
        return Stream.ofNullable(line.sale().sku());
    }

    /** In the words of the filter: shipped, partial, unshipped (nothing yet). */
    private static String fulfillmentStatus(Api api, Order order) {
        return switch (api.shop().orders().fulfillmentStatus(order)) {
            case FULFILLED -> "shipped";
            case PARTIALLY_FULFILLED -> "partial";
            default -> "unshipped";
        };
    }

    private static Predicate<Order> status(String value) {
        return switch (value) {
            case "any" -> order -> true;
            case "open" -> order -> order.closedAt() == null && !order.isCancelled();
            case "not_closed" -> order -> order.closedAt() == null;
            case "closed" -> order -> order.closedAt() != null;
            case "cancelled" -> Order::isCancelled;
            default -> throw FieldError.notImplemented("the filter status:" + value.toLowerCase(Locale.ROOT));
        };
    }

    private static Page<FulfillmentOrder> fulfillmentOrders(Api api, Call call) {
        boolean closedToo = call.arguments().flag("includeClosed");
        var over = List.of(FulfillmentOrder.Status.CLOSED, FulfillmentOrder.Status.CANCELLED);
        Predicate<FulfillmentOrder> matching =
                FULFILLMENT_ORDERS.parse(call.arguments().optionalText("query"));
        return Listing.page(
                api.shop().fulfillmentOrders().all(),
                matching.and(of -> of.routed() && api.sees(of) && (closedToo || !over.contains(of.status()))),
                call);
    }
}
