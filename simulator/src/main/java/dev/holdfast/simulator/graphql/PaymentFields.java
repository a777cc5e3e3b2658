package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.MandatePayment;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentMandate;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.Transaction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is paid, owed and due. */
final class PaymentFields {
    private PaymentFields() {}

    /** Payment terms with their order. */
    record Terms(Order order, PaymentTerms terms) {}

    /** One due date with its terms. */
    record Schedule(Terms of, PaymentTerms.Schedule schedule) {}

    /** A transaction with its order. */
    record Paid(Order order, Transaction transaction) {}

    /** How what is owed on an order can be collected. */
    record Collection(Order order) {}

    /** A vaulted method; its GraphQL type is the domain's word for it. */
    sealed interface Instrument {}

    private record BankAccount() implements Instrument {}

    private record CreditCard() implements Instrument {}

    private record Paypal() implements Instrument {}

    /** A payment by mandate, in the words of its job. */
    record JobResult(Job job) {}

    static @Nullable Terms terms(Order order) {
        return order.terms() == null ? null : new Terms(order, order.terms());
    }

    static List<Paid> transactions(Order order) {
        return order.transactions().stream()
                .map(transaction -> new Paid(order, transaction))
                .toList();
    }

    static void addTo(FieldTable table) {
        termsAndSchedules(table);
        transaction(table);
        mandates(table);
        jobs(table);
    }

    private static void termsAndSchedules(FieldTable table) {
        table.on("PaymentTerms", Terms.class)
                .id("id", of -> of.terms().id())
                .value("order", Terms::order)
                .value("paymentTermsType", of -> of.terms().type())
                .value("paymentTermsName", of -> of.terms().name())
                .value("dueInDays", of -> of.terms().dueInDays())
                .read("due", (of, call) -> of.terms().due(call.api().now()))
                .read("overdue", (of, call) -> of.terms().due(call.api().now()))
                .connection(
                        "paymentSchedules",
                        of -> of.terms().schedules().stream()
                                .map(schedule -> new Schedule(of, schedule))
                                .toList(),
                        of -> of.schedule().id().number());
        table.on("PaymentSchedule", Schedule.class)
                .id("id", of -> of.schedule().id())
                .value("paymentTerms", Schedule::of)
                .value("dueAt", of -> of.schedule().dueAt())
                .value("issuedAt", of -> of.schedule().issuedAt())
                .value("completedAt", of -> of.schedule().completedAt())
                .read("due", (of, call) -> of.schedule().due(call.api().now()))
                .value(
                        "balanceDue",
                        of -> of.of()
                                .order()
                                .placement()
                                .shopMoney(of.schedule().balanceMinor()))
                .value(
                        "totalBalance",
                        of -> of.of()
                                .order()
                                .placement()
                                .shopMoney(of.schedule().totalMinor()));
    }

    private static void transaction(FieldTable table) {
        table.on("OrderTransaction", Paid.class)
                .id("id", of -> of.transaction().id())
                .value("order", Paid::order)
                .value("kind", of -> of.transaction().kind())
                .value("status", of -> of.transaction().status())
                .value("gateway", of -> of.transaction().gateway())
                .value("formattedGateway", of -> of.transaction().gateway())
                .value("errorCode", of -> of.transaction().errorCode())
                .value("processedAt", of -> of.transaction().processedAt())
                .value("createdAt", of -> of.transaction().processedAt())
                .value("amountSet", of -> Bag.of(of.order(), of.transaction().amountMinor()))
                .value("parentTransaction", of -> parent(of));
    }

    private static @Nullable Paid parent(Paid of) {
        var parent = of.transaction().parent();
        return parent == null
                ? null
                : transactions(of.order()).stream()
                        .filter(other -> other.transaction().id().equals(parent))
                        .findFirst()
                        .orElse(null);
    }

    private static void mandates(FieldTable table) {
        table.on("OrderPaymentCollectionDetails", Collection.class)
                .read("additionalPaymentCollectionUrl", (of, call) -> payLink(of.order(), call))
                .value("vaultedPaymentMethods", of -> of.order().mandates());
        table.on("PaymentMandate", PaymentMandate.class)
                .id("id", PaymentMandate::id)
                .value("paymentInstrument", PaymentFields::instrument);
        table.on("BankAccount", BankAccount.class);
        table.on("VaultCreditCard", CreditCard.class);
        table.on("VaultPaypalBillingAgreement", Paypal.class);
    }

    private static @Nullable String payLink(Order order, Call call) {
        return order.accounts().outstanding() == 0
                ? null
                : "https://" + call.api().shopDomain() + "/orders/"
                        + order.placement().token() + "/pay";
    }

    private static Instrument instrument(PaymentMandate mandate) {
        return switch (mandate.instrument()) {
            case "BankAccount" -> new BankAccount();
            case "VaultPaypalBillingAgreement" -> new Paypal();
            case "VaultCreditCard" -> new CreditCard();
            default -> throw new IllegalStateException("No instrument " + mandate.instrument());
        };
    }

    private static void jobs(FieldTable table) {
        table.on("Job", Job.class).id("id", Job::id).value("done", Job::done);
        table.on("OrderCreateMandatePaymentJobResult", JobResult.class)
                .id("id", of -> of.job().id())
                .value("done", of -> of.job().done())
                .value("status", of -> of.job().status())
                .read(
                        "order",
                        (of, call) -> of.job().order() == null
                                ? null
                                : call.api().order(of.job().order()))
                .value(
                        "errors",
                        of -> of.job().failure() == null
                                ? List.of()
                                : List.of(new Payload.Refused(null, of.job().failure(), null)));
        table.on("OrderPaymentStatus", MandatePayment.class)
                .value("paymentReferenceId", MandatePayment::reference)
                .value("status", MandatePayment::status)
                .value("errorMessage", MandatePayment::error)
                .value("translatedErrorMessage", MandatePayment::error)
                .read(
                        "transactions",
                        (payment, call) ->
                                transactions(Objects.requireNonNull(call.api().order(payment.order()))).stream()
                                        .filter(of -> payment.transactions()
                                                .contains(of.transaction().id()))
                                        .toList());
    }
}
