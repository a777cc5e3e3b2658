package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Placement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of orders/*. */
final class OrderPayloads {

    private static final List<String> NULLS = List.of(
            "browser_ip",
            "cart_token",
            "checkout_token",
            "client_details",
            "company",
            "confirmation_number",
            "device_id",
            "landing_site",
            "landing_site_ref",
            "location_id",
            "merchant_of_record_app_id",
            "po_number",
            "reference",
            "referring_site",
            "source_identifier",
            "source_url",
            "user_id");

    private final View view;
    private final LinePayloads lines;
    private final OrderMoney money;
    private final FulfillmentPayloads fulfillments;
    private final RefundPayloads refunds;
    private final TermsPayloads terms;

    OrderPayloads(View view) {
        this.view = view;
        this.lines = new LinePayloads(view);
        this.money = new OrderMoney(view);
        this.fulfillments = new FulfillmentPayloads(view);
        this.refunds = new RefundPayloads(view);
        this.terms = new TermsPayloads(view);
    }

    ObjectNode order(Order order) {
        ObjectNode body = View.identified(order.id());
        writeHead(order, body);
        writePlacement(order.placement(), body);
        money.write(order, body);
        writeBuyer(order, body);
        ArrayNode all = body.putArray("line_items");
        order.lines().forEach(line -> all.add(lines.line(order, line)));
        ArrayNode shipping = body.putArray("shipping_lines");
        order.shipping().forEach(line -> shipping.add(lines.shipping(order, line)));
        ArrayNode shipped = body.putArray("fulfillments");
        fulfillments.ofOrder(order).forEach(each -> shipped.add(fulfillments.fulfillmentOfOrder(order, each)));
        ArrayNode given = body.putArray("refunds");
        order.refunds().forEach(refund -> given.add(refunds.refund(order, refund)));
        body.putArray("returns");
        body.putArray("line_item_groups");
        body.putArray("tax_lines");
        body.set("payment_terms", order.terms() == null ? null : terms.ofOrder(order, order.terms()));
        NULLS.forEach(body::putNull);
        return body;
    }

    ObjectNode edited(Subject.OrderEdited edited, Instant at) {
        ObjectNode body = View.object();
        ObjectNode edit = body.putObject("order_edit");
        edit.put("id", edited.edit().number())
                .putNull("app_id")
                .put("created_at", view.time(at))
                .put("committed_at", view.time(at))
                .put("notify_customer", false)
                .put("order_id", edited.order().id().number())
                .put("staff_note", edited.staffNote() == null ? "" : edited.staffNote())
                .putNull("user_id");
        ObjectNode changed = edit.putObject("line_items");
        changed.set("additions", deltas(edited.additions()));
        changed.set("removals", deltas(edited.removals()));
        ObjectNode discounts = edit.putObject("discounts").putObject("line_item");
        discounts.putArray("additions");
        discounts.putArray("removals");
        ObjectNode shipping = edit.putObject("shipping_lines");
        shipping.putArray("additions");
        shipping.putArray("removals");
        return body;
    }

    private static ArrayNode deltas(List<Subject.OrderEdited.Delta> deltas) {
        ArrayNode all = View.array();
        deltas.forEach(each -> all.addObject().put("id", each.line().number()).put("delta", each.units()));
        return all;
    }

    private void writeHead(Order order, ObjectNode body) {
        Order.Cancellation cancellation = order.cancellation();
        body.put("cancel_reason", cancellation == null ? null : View.lower(cancellation.reason()))
                .put("cancelled_at", cancellation == null ? null : view.time(cancellation.at()))
                .put("closed_at", view.time(order.closedAt()))
                .put("confirmed", true)
                .put("financial_status", View.lower(financialStatus(order)))
                .put("fulfillment_status", fulfillmentStatus(order))
                .put("name", order.name())
                .put("note", order.note())
                .put("tags", String.join(", ", order.tags()))
                .put("updated_at", view.time(order.updatedAt()));
        ArrayNode gateways = body.putArray("payment_gateway_names");
        order.transactions().stream().map(each -> each.gateway()).distinct().forEach(gateways::add);
    }

    private FinancialStatus financialStatus(Order order) {
        FinancialStatus status = order.accounts().status();
        return status == FinancialStatus.PARTIALLY_PAID
                        && order.terms() != null
                        && view.shop().switches().isOn(Switch.DEPOSITS_ARE_PENDING_IN_BODIES)
                ? FinancialStatus.PENDING
                : status;
    }

    private void writePlacement(Placement placement, ObjectNode body) {
        String entity = "1" + view.shop().id().number();
        body.put("app_id", placement.app() == null ? null : placement.app().number())
                .put("buyer_accepts_marketing", false)
                .put("created_at", view.time(placement.createdAt()))
                .put("processed_at", view.time(placement.processedAt()))
                .put("currency", placement.currency().getCurrencyCode())
                .put("presentment_currency", placement.presentment().getCurrencyCode())
                .put("customer_locale", placement.locale())
                .put("duties_included", false)
                .put("estimated_taxes", false)
                .put(
                        "merchant_business_entity_id",
                        Base64.getEncoder().withoutPadding().encodeToString(entity.getBytes(StandardCharsets.US_ASCII)))
                .put("number", placement.number() - 1000)
                .put("order_number", placement.number())
                .put("order_status_url", statusUrl(placement))
                .put("source_name", placement.sourceName())
                .put("tax_exempt", false)
                .put("taxes_included", false)
                .put("test", placement.test())
                .put("token", placement.token())
                .put("total_weight", 0);
        ArrayNode attributes = body.putArray("note_attributes");
        placement
                .attributes()
                .forEach(each -> attributes.addObject().put("name", each.key()).put("value", each.value()));
    }

    private void writeBuyer(Order order, ObjectNode body) {
        Placement placement = order.placement();
        body.put("contact_email", placement.email())
                .put("email", placement.email())
                .put("phone", placement.phone());
        body.set("shipping_address", AddressPayloads.ofOrder(placement.shippingAddress(), placement.phone()));
        body.set("billing_address", AddressPayloads.ofOrder(placement.shippingAddress(), placement.phone()));
        Customer customer = placement.customer() == null
                ? null
                : view.shop().customers().all().find(placement.customer()).orElse(null);
        body.set(
                "customer",
                customer == null ? null : AddressPayloads.customerOfOrder(view, customer, placement.shippingAddress()));
    }

    private String statusUrl(Placement placement) {
        return "https://" + view.shop().settings().domain() + "/"
                + view.shop().id().number() + "/orders/" + placement.token() + "/authenticate?key=" + placement.token();
    }

    private static @Nullable String fulfillmentStatus(Order order) {
        int fulfilled = 0;
        int open = 0;
        for (LineItem line : order.lines()) {
            fulfilled += line.fulfilled();
            open += line.unfulfilledQuantity();
        }
        return fulfilled == 0 ? null : open == 0 ? "fulfilled" : "partial";
    }
}
