package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Payments;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;
import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.Id.PaymentTermsId;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mutations of what is owed, and the ways to collect it. */
final class PaymentMutations {
    private PaymentMutations() {}

    /** One of Shopify's templates; their ids are the same on every shop. */
    private record Template(
            int number,
            String name,
            PaymentTerms.Type type,
            @Nullable Integer dueInDays) {
        String gid() {
            return "gid://shopify/PaymentTermsTemplate/" + number;
        }
    }

    private static final List<Template> TEMPLATES = List.of(
            new Template(1, "Due on receipt", PaymentTerms.Type.RECEIPT, null),
            new Template(2, "Within 7 days", PaymentTerms.Type.NET, 7),
            new Template(3, "Within 15 days", PaymentTerms.Type.NET, 15),
            new Template(4, "Within 30 days", PaymentTerms.Type.NET, 30),
            new Template(5, "Within 45 days", PaymentTerms.Type.NET, 45),
            new Template(6, "Within 60 days", PaymentTerms.Type.NET, 60),
            new Template(7, "On a specific date", PaymentTerms.Type.FIXED, null),
            new Template(8, "Within 90 days", PaymentTerms.Type.NET, 90),
            new Template(9, "Due on fulfillment", PaymentTerms.Type.FULFILLMENT, null));

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("orderCreateMandatePayment", PaymentMutations::charge)
                .mutation("paymentScheduleCapture", PaymentMutations::capture)
                .mutation("paymentTermsCreate", PaymentMutations::createTerms)
                .mutation("paymentTermsUpdate", PaymentMutations::updateTerms)
                .mutation("paymentTermsDelete", PaymentMutations::deleteTerms)
                .mutation("paymentReminderSend", PaymentMutations::remind);
        table.on("QueryRoot", Api.class)
                .read("paymentTermsTemplates", (api, call) -> {
                    var wanted = call.arguments().optionalText("paymentTermsType");
                    return TEMPLATES.stream()
                            .filter(template ->
                                    wanted.isEmpty() || template.type().name().equals(wanted.get()))
                            .toList();
                })
                .read(
                        "orderPaymentStatus",
                        (api, call) -> api.shop()
                                .payments()
                                .status(
                                        Ids.of(call.arguments().text("orderId"), "Order", OrderId::new),
                                        call.arguments().text("paymentReferenceId"))
                                .orElse(null));
        table.on("PaymentTermsTemplate", Template.class)
                .value("id", Template::gid)
                .value("name", Template::name)
                .value("translatedName", Template::name)
                .value("description", Template::name)
                .value("paymentTermsType", Template::type)
                .value("dueInDays", Template::dueInDays);
    }

    private static PaymentScheduleId schedule(String text) {
        return Ids.of(text, "PaymentSchedule", PaymentScheduleId::new);
    }

    private static Payload charge(Call call) {
        var arguments = call.arguments();
        var amount = arguments
                .optionalInput("amount")
                .flatMap(money -> money.optionalDecimal("amount"))
                .map(decimal -> Money.of(decimal, call.api().shop().settings().currency())
                        .minor())
                .orElse(null);
        return started(call.api()
                .shop()
                .payments()
                .charge(new Payments.MandateCharge(
                        Ids.of(arguments.text("id"), "Order", OrderId::new),
                        Ids.of(arguments.text("mandateId"), "PaymentMandate", PaymentMandateId::new),
                        arguments.text("idempotencyKey"),
                        arguments
                                .optionalText("paymentScheduleId")
                                .map(PaymentMutations::schedule)
                                .orElse(null),
                        amount,
                        arguments.flag("autoCapture"))));
    }

    private static Payload capture(Call call) {
        var id = schedule(call.arguments().text("paymentScheduleId"));
        return started(call.api().shop().payments().capture(id));
    }

    private static Payload started(Result<Payments.Started> result) {
        return Payload.of(
                result,
                started -> Payload.of("job", started.job())
                        .and("jobResult", new PaymentFields.JobResult(started.job()))
                        .and("paymentReferenceId", started.payment().reference()));
    }

    private static Payload createTerms(Call call) {
        var id = Ids.of(call.arguments().text("referenceId"), "Order", OrderId::new);
        var change = change(call.arguments().input("paymentTermsAttributes"));
        return terms(call.api().shop().payments().createTerms(id, change), call);
    }

    private static Payload updateTerms(Call call) {
        var input = call.arguments().input("input");
        var id = Ids.of(input.text("paymentTermsId"), "PaymentTerms", PaymentTermsId::new);
        return terms(call.api().shop().payments().updateTerms(id, change(input.input("paymentTermsAttributes"))), call);
    }

    private static Payload deleteTerms(Call call) {
        var id = Ids.of(call.arguments().input("input").text("paymentTermsId"), "PaymentTerms", PaymentTermsId::new);
        return Payload.of(call.api().shop().payments().deleteTerms(id), gone -> Payload.of("deletedId", gone.gid()));
    }

    private static Payload terms(Result<PaymentTerms> result, Call call) {
        return Payload.of(
                result,
                terms -> Payload.of(
                        "paymentTerms",
                        call.api()
                                .shop()
                                .payments()
                                .orderOf(terms.id())
                                .map(PaymentFields::terms)
                                .orElse(null)));
    }

    private static Payments.TermsChange change(Input input) {
        var template = input.optionalText("paymentTermsTemplateId").map(PaymentMutations::template);
        return new Payments.TermsChange(
                template.map(Template::type).orElse(null),
                template.map(Template::dueInDays).orElse(null),
                input.inputs("paymentSchedules").stream()
                        .map(dates -> new Payments.Dates(
                                dates.optionalInstant("dueAt").orElse(null),
                                dates.optionalInstant("issuedAt").orElse(null)))
                        .toList());
    }

    private static Template template(String gid) {
        return TEMPLATES.stream()
                .filter(template -> template.gid().equals(gid))
                .findFirst()
                .orElseThrow(() -> new FieldError("Invalid global id '" + gid + "'", "INVALID_FIELD_ARGUMENTS"));
    }

    private static Payload remind(Call call) {
        var id = schedule(call.arguments().text("paymentScheduleId"));
        return Payload.of(call.api().shop().payments().remind(id), sent -> Payload.of("success", sent));
    }
}
