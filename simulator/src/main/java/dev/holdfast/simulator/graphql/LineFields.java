package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.LineSale;
import dev.holdfast.simulator.shop.state.Order;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of orders, and the customers who placed them. */
final class LineFields {
    static final Page.Key<Line> KEY = Page.Key.byId(line -> line.item().id().number());

    private LineFields() {}

    /** A line with its order. */
    record Line(Order order, LineItem item) {
        LineSale sale() {
            return item.sale();
        }
    }

    static List<Line> of(Order order) {
        return order.lines().stream().map(item -> new Line(order, item)).toList();
    }

    /** The line of an order with this id. */
    static Line line(Order order, Id.LineItemId id) {
        return new Line(order, order.line(id).orElseThrow(() -> new IllegalStateException("No line " + id)));
    }

    static void addTo(FieldTable table) {
        var fields = table.on("LineItem", Line.class);
        facts(fields);
        amounts(fields);
        table.on("LineItemSellingPlan", LineSale.PlanSold.class)
                .value("name", LineSale.PlanSold::name)
                .id("sellingPlanId", LineSale.PlanSold::id);
        customers(table);
    }

    private static void facts(FieldTable.Fields<Line> fields) {
        fields.id("id", line -> line.item().id())
                .value("title", line -> line.sale().title())
                .value("variantTitle", line -> line.sale().variantTitle())
                .value("name", line -> line.sale().title() + " - " + line.sale().variantTitle())
                .value("sku", line -> line.sale().sku())
                .value("quantity", line -> line.item().quantity())
                .value("currentQuantity", line -> line.item().currentQuantity())
                .value("unfulfilledQuantity", line -> line.item().unfulfilledQuantity())
                .value("refundableQuantity", line -> line.item().refundableQuantity())
                .value("requiresShipping", line -> line.sale().requiresShipping())
                .value("customAttributes", line -> line.sale().properties())
                .value("sellingPlan", line -> line.sale().plan())
                .read("variant", (line, call) -> call.api().variant(line.sale().variant()))
                .read("product", (line, call) -> call.api().product(line.sale().product()));
    }

    private static void amounts(FieldTable.Fields<Line> fields) {
        fields.value(
                        "originalUnitPriceSet",
                        line -> Bag.of(line.order(), line.sale().unitPriceMinor()))
                .value(
                        "originalTotalSet",
                        line -> Bag.of(
                                line.order(),
                                line.sale().unitPriceMinor() * line.item().quantity()))
                .value(
                        "totalDiscountSet",
                        line -> Bag.of(line.order(), line.sale().discountMinor()))
                .value(
                        "discountedTotalSet",
                        line -> Bag.of(
                                line.order(),
                                line.item().amountMinor(line.item().quantity())));
    }

    static @Nullable Customer customer(Order order, Call call) {
        var id = order.placement().customer();
        return id == null ? null : call.api().shop().customers().all().find(id).orElse(null);
    }

    /** An address to write to. */
    private record Email(String address) {}

    private static void customers(FieldTable table) {
        table.on("Customer", Customer.class)
                .id("id", Customer::id)
                .value("legacyResourceId", customer -> customer.id().number())
                .value("firstName", Customer::firstName)
                .value("lastName", Customer::lastName)
                .value("displayName", LineFields::displayName)
                .value("locale", Customer::locale)
                .value("tags", Customer::tags)
                .value("createdAt", Customer::createdAt)
                .value("updatedAt", Customer::updatedAt)
                .value(
                        "defaultEmailAddress",
                        customer -> customer.email() == null ? null : new Email(customer.email()));
        table.on("CustomerEmailAddress", Email.class).value("emailAddress", Email::address);
    }

    private static String displayName(Customer customer) {
        var name = Stream.of(customer.firstName(), customer.lastName())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? Objects.requireNonNullElse(customer.email(), "") : name;
    }
}
