package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.DraftOrder;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Variant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of draft_orders/*. */
final class DraftPayloads {

    private final View view;

    DraftPayloads(View view) {
        this.view = view;
    }

    ObjectNode draft(DraftOrder draft) {
        boolean done = draft.status() == DraftOrder.Status.COMPLETED;
        ObjectNode body = View.identified(draft.id())
                .put("name", draft.name())
                .put("status", View.lower(draft.status()))
                .put("email", draft.email())
                .put("note", draft.note())
                .put("tags", String.join(", ", draft.tags()))
                .put("order_id", draft.order() == null ? null : draft.order().number())
                .put("currency", view.currency())
                .put("created_at", view.time(draft.createdAt()))
                .put("updated_at", view.time(draft.updatedAt()))
                .put("completed_at", done ? view.time(draft.updatedAt()) : null)
                .put("subtotal_price", view.amount(draft.totalMinor() - draft.shippingMinor()))
                .put("total_price", view.amount(draft.totalMinor()))
                .put("total_tax", View.ZERO)
                .put("tax_exempt", false)
                .put("taxes_included", false)
                .put(
                        "invoice_url",
                        "https://" + view.shop().settings().domain() + "/invoices/"
                                + draft.id().number())
                .putNull("invoice_sent_at")
                .putNull("api_client_id")
                .putNull("applied_discount")
                .putNull("created_on_api_version_handle")
                .putNull("payment_terms")
                // The question marks are in Shopify's sample.
                .put("allow_discount_codes_in_checkout?", false)
                .put("b2b?", false);
        writeParts(draft, body);
        return body;
    }

    private void writeParts(DraftOrder draft, ObjectNode body) {
        ArrayNode lines = body.putArray("line_items");
        draft.lines().forEach(line -> lines.add(line(line)));
        body.putArray("note_attributes");
        body.putArray("tax_lines");
        Customer customer = draft.customer() == null
                ? null
                : view.shop().customers().all().find(draft.customer()).orElse(null);
        body.set(
                "customer",
                customer == null ? null : AddressPayloads.customerOfOrder(view, customer, draft.shippingAddress()));
        body.set("shipping_address", AddressPayloads.ofOrder(draft.shippingAddress(), null));
        body.set("billing_address", AddressPayloads.ofOrder(draft.shippingAddress(), null));
        if (draft.shippingMinor() == 0) {
            body.putNull("shipping_line");
        } else {
            body.putObject("shipping_line")
                    .put("title", "Shipping")
                    .put("custom", true)
                    .putNull("handle")
                    .put("price", view.amount(draft.shippingMinor()));
        }
    }

    private ObjectNode line(DraftOrder.Line line) {
        Variant variant = view.shop().catalog().variants().find(line.variant()).orElse(null);
        Product product = variant == null
                ? null
                : view.shop().catalog().products().find(variant.product()).orElse(null);
        String title = product == null ? "" : product.title();
        ObjectNode body = View.identified(line.id())
                .put("variant_id", line.variant().number())
                .put("product_id", product == null ? null : product.id().number())
                .put("title", title)
                .put("name", title)
                .put("variant_title", variant == null ? null : variant.title())
                .put("sku", variant == null ? null : variant.sku())
                .put("vendor", product == null ? null : product.vendor())
                .put("quantity", line.quantity())
                .put("price", view.amount(line.unitPriceMinor()))
                .put("requires_shipping", true)
                .put("taxable", true)
                .put("gift_card", false)
                .put("grams", 0)
                .put("fulfillment_service", "manual");
        body.putArray("properties");
        body.putArray("tax_lines");
        return body;
    }
}
