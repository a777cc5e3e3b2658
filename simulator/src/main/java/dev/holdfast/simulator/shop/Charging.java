package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Payments.MandateCharge;
import dev.holdfast.simulator.shop.Payments.Outcome;
import dev.holdfast.simulator.shop.Payments.Started;
import dev.holdfast.simulator.shop.state.Id.JobId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;
import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.Id.PaymentTermsId;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.MandatePayment;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Charges vaulted methods after checkout. */
final class Charging {

    private static final String MANDATE_CODE = "ORDER_MANDATE_PAYMENT_ERROR_CODE";
    private static final String CAPTURE_CODE = "PAYMENT_SCHEDULE_CAPTURE_ERROR_CODE";
    private static final String GATEWAY = "shopify_payments";

    private final World world;
    private final Settlement settlement;
    private final Map<String, MandateCharge> asked = new HashMap<>();
    private final Map<String, Started> answered = new HashMap<>();
    private final Set<Long> running = new HashSet<>();
    private final Map<Long, Deque<Outcome>> outcomes = new HashMap<>();

    Charging(World world, Settlement settlement) {
        this.world = world;
        this.settlement = settlement;
    }

    void next(OrderId order, List<Outcome> all) {
        outcomes.computeIfAbsent(order.number(), number -> new ArrayDeque<>()).addAll(all);
    }

    Optional<Order> orderOf(PaymentScheduleId id) {
        return indexed(id.number()).filter(order -> schedule(order, id) != null);
    }

    Optional<Order> orderOf(PaymentTermsId id) {
        return indexed(id.number()).filter(order -> {
            PaymentTerms terms = order.terms();
            return terms != null && terms.id().equals(id);
        });
    }

    private Optional<Order> indexed(long number) {
        Long order = world.tables.orderOfTerms.get(number);
        return order == null ? Optional.empty() : world.tables.orders.find(order);
    }

    Result<Started> charge(MandateCharge wanted, boolean mayNameAmount) {
        MandateCharge before = asked.get(wanted.idempotencyKey());
        Started known = answered.get(wanted.idempotencyKey());
        if (before != null && known != null) {
            return before.equals(wanted)
                    ? Result.done(new Started(job(known), payment(known)))
                    : no("idempotencyKey", "The idempotency key was used with other parameters.", MANDATE_CODE);
        }
        Order order = world.tables.orders.find(wanted.order()).orElse(null);
        if (order == null) {
            return no("id", "Order does not exist", MANDATE_CODE);
        }
        if (order.mandates().stream().noneMatch(each -> each.id().equals(wanted.mandate()))) {
            return no("mandateId", "The payment mandate does not belong to the order.", MANDATE_CODE);
        }
        if (wanted.amountMinor() != null && !mayNameAmount) {
            return no("amount", "The amount argument is only available to Shopify Plus stores.", MANDATE_CODE);
        }
        PaymentTerms.Schedule schedule = wanted.schedule() == null ? null : schedule(order, wanted.schedule());
        if (wanted.schedule() != null && schedule == null) {
            return no("paymentScheduleId", "The payment schedule does not belong to the order.", MANDATE_CODE);
        }
        long owed = schedule == null ? order.accounts().outstanding() : schedule.balanceMinor();
        long amount = wanted.amountMinor() == null ? owed : wanted.amountMinor();
        if (order.isCancelled() || amount <= 0 || amount > owed) {
            return no("id", "The order has no balance of this amount to be paid.", MANDATE_CODE);
        }
        Started started = start(order, wanted.mandate(), wanted.schedule(), amount, wanted.autoCapture());
        asked.put(wanted.idempotencyKey(), wanted);
        answered.put(wanted.idempotencyKey(), started);
        return Result.done(started);
    }

    Result<Started> capture(PaymentScheduleId id) {
        Order order = orderOf(id).orElse(null);
        PaymentTerms.Schedule schedule = order == null ? null : schedule(order, id);
        if (order == null || schedule == null) {
            return no("paymentScheduleId", "The payment schedule does not exist.", CAPTURE_CODE);
        }
        if (schedule.completedAt() != null || order.isCancelled()) {
            return no("paymentScheduleId", "The payment schedule is already completed.", CAPTURE_CODE);
        }
        if (!schedule.due(world.now())) {
            return no("paymentScheduleId", "The payment schedule is not due.", CAPTURE_CODE);
        }
        if (order.mandates().isEmpty()) {
            return no("paymentScheduleId", "The order has no payment mandate.", CAPTURE_CODE);
        }
        if (world.isOn(Switch.RUNNING_CAPTURE_IS_REFUSED) && running.contains(id.number())) {
            return no("paymentScheduleId", "A payment of the schedule is in progress.", CAPTURE_CODE);
        }
        return Result.done(start(order, order.mandates().getFirst().id(), id, schedule.balanceMinor(), true));
    }

    private Started start(
            Order order,
            PaymentMandateId mandate,
            @Nullable PaymentScheduleId schedule,
            long amount,
            boolean autoCapture) {
        Job job = new Job(new JobId(world.nextId()), Job.Status.STARTED, order.id(), null, world.now());
        world.tables.jobs.put(job);
        String reference = world.nextUuid().toString();
        MandatePayment payment = new MandatePayment(
                reference,
                order.id(),
                mandate,
                schedule,
                amount,
                autoCapture,
                job.id(),
                MandatePayment.Status.PROCESSING,
                null,
                List.of());
        world.tables.payments.put(reference, payment);
        if (schedule != null) {
            running.add(schedule.number());
        }
        world.later(world.switches().jobs(), () -> finish(payment));
        return new Started(job, payment);
    }

    /** What was asked is charged even when the order was paid meanwhile: Shopify does not look again. */
    private void finish(MandatePayment payment) {
        if (payment.schedule() != null) {
            running.remove(payment.schedule().number());
        }
        Order order = world.tables.orders.find(payment.order()).orElseThrow();
        Deque<Outcome> planned = outcomes.get(order.id().number());
        Outcome outcome = planned == null || planned.isEmpty() ? Outcome.SUCCEEDS : planned.poll();
        boolean succeeds = outcome == Outcome.SUCCEEDS;
        String error = succeeds ? null : error(outcome);
        Transaction made = new Transaction(
                new OrderTransactionId(world.nextId()),
                payment.autoCapture() ? Transaction.Kind.SALE : Transaction.Kind.AUTHORIZATION,
                succeeds ? Transaction.Status.SUCCESS : Transaction.Status.FAILURE,
                GATEWAY,
                payment.amountMinor(),
                null,
                world.now(),
                error,
                payment.reference());
        settlement.add(order, made);
        MandatePayment after = payment.with(status(outcome, payment.autoCapture()), error, List.of(made.id()));
        world.tables.payments.put(payment.reference(), after);
        Job.Status status = succeeds ? Job.Status.SUCCEEDED : Job.Status.FAILED;
        world.tables.jobs.put(new Job(payment.job(), status, order.id(), error, world.now()));
    }

    private static String error(Outcome outcome) {
        return switch (outcome) {
            case RETRYABLE -> "PROCESSING_ERROR";
            case REDIRECT_REQUIRED -> "AUTHENTICATION_REQUIRED";
            case DECLINED, SUCCEEDS -> "CARD_DECLINED";
        };
    }

    private static MandatePayment.Status status(Outcome outcome, boolean captures) {
        return switch (outcome) {
            case SUCCEEDS -> captures ? MandatePayment.Status.SUCCESS : MandatePayment.Status.AUTHORIZED;
            case DECLINED -> MandatePayment.Status.ERROR;
            case RETRYABLE -> MandatePayment.Status.RETRYABLE;
            case REDIRECT_REQUIRED -> MandatePayment.Status.REDIRECT_REQUIRED;
        };
    }

    PaymentTerms newTerms(Order order, Payments.TermsChange wanted) {
        long owed = order.accounts().outstanding();
        PaymentTerms.Schedule empty =
                new PaymentTerms.Schedule(new PaymentScheduleId(world.nextId()), null, world.now(), null, owed, owed);
        PaymentTerms.Type type = wanted.type() == null ? PaymentTerms.Type.FIXED : wanted.type();
        PaymentTerms made =
                new PaymentTerms(new PaymentTermsId(world.nextId()), type, "", wanted.dueInDays(), List.of(empty));
        return changed(made, wanted, type);
    }

    PaymentTerms changed(PaymentTerms before, Payments.TermsChange wanted, PaymentTerms.Type type) {
        PaymentTerms.Schedule schedule = before.schedules().getFirst();
        Integer days = wanted.dueInDays() == null ? before.dueInDays() : wanted.dueInDays();
        Instant due = schedule.dueAt();
        Instant issued = schedule.issuedAt();
        if (!wanted.schedules().isEmpty()) {
            Payments.Dates dates = wanted.schedules().getFirst();
            issued = dates.issuedAt() == null ? issued : dates.issuedAt();
            due = dates.dueAt();
            if (type == PaymentTerms.Type.NET && due == null && issued != null && days != null) {
                due = issued.plus(Duration.ofDays(days));
            }
        }
        if (type == PaymentTerms.Type.RECEIPT) {
            due = world.now();
        } else if (type == PaymentTerms.Type.FULFILLMENT && before.type() != type) {
            due = null;
        }
        String name = switch (type) {
            case FIXED -> "Fixed";
            case NET -> "Net " + (days == null ? 0 : days);
            case RECEIPT -> "Due on receipt";
            case FULFILLMENT -> "Due on fulfillment";
            case UNKNOWN -> "Unknown";
        };
        return before.with(type, name, days, List.of(schedule.withDates(due, issued)));
    }

    private static PaymentTerms.@Nullable Schedule schedule(Order order, PaymentScheduleId id) {
        PaymentTerms terms = order.terms();
        if (terms != null) {
            for (PaymentTerms.Schedule schedule : terms.schedules()) {
                if (schedule.id().equals(id)) {
                    return schedule;
                }
            }
        }
        return null;
    }

    private Job job(Started started) {
        return world.tables.jobs.find(started.job().id()).orElse(started.job());
    }

    private MandatePayment payment(Started started) {
        return world.tables.payments.getOrDefault(started.payment().reference(), started.payment());
    }

    private static <T> Result<T> no(String field, String message, String code) {
        return Result.refused(UserError.at(field, message, code));
    }
}
