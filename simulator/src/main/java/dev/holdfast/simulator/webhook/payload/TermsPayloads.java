package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of payment_terms/* and payment_schedules/*, and the terms inside an order. */
final class TermsPayloads {

    private final View view;

    TermsPayloads(View view) {
        this.view = view;
    }

    /** Inside an order they have no global ids. Source: the draft_orders sample, which has the only filled one. */
    ObjectNode ofOrder(Order order, PaymentTerms terms) {
        ObjectNode body = terms(order, terms);
        body.remove("admin_graphql_api_id");
        body.path("payment_schedules").forEach(each -> ((ObjectNode) each).remove("admin_graphql_api_id"));
        return body;
    }

    ObjectNode terms(Order order, PaymentTerms terms) {
        ObjectNode body = View.object()
                .put("id", terms.id().number())
                .put(
                        "admin_graphql_api_id",
                        "gid://shopify/PaymentsPaymentFlexibilityPaymentTermsPaymentTerms/"
                                + terms.id().number())
                .put("payment_terms_name", terms.name())
                .put("payment_terms_type", View.lower(terms.type()))
                .put("due_in_days", terms.dueInDays())
                .put("created_at", view.time(order.placement().createdAt()))
                .put("updated_at", view.time(order.updatedAt()));
        ArrayNode schedules = body.putArray("payment_schedules");
        terms.schedules().forEach(each -> schedules.add(schedule(order, terms, each)));
        return body;
    }

    ObjectNode schedule(Order order, PaymentTerms terms, PaymentTerms.Schedule schedule) {
        return View.identified(schedule.id())
                .put("payment_terms_id", terms.id().number())
                .put("amount", view.amount(schedule.totalMinor()))
                .put("balance_due", view.amount(schedule.balanceMinor()))
                .put("total_balance", view.amount(schedule.balanceMinor()))
                .put("total_price", view.amount(schedule.totalMinor()))
                .put("currency", view.currency())
                .put("presentment_currency", order.placement().presentment().getCurrencyCode())
                .put("due_at", view.time(schedule.dueAt()))
                .put("issued_at", view.time(schedule.issuedAt()))
                .put("completed_at", view.time(schedule.completedAt()))
                .put("created_at", view.time(order.placement().createdAt()))
                .put("updated_at", view.time(order.updatedAt()));
    }
}
