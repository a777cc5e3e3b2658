package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;
import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.Id.PaymentTermsId;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.MandatePayment;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deferred money: payments by mandate, payment terms, reminders. */
public final class Payments {

    private final World world;
    private final Settlement settlement;
    private final Charging charging;

    /** A payment was begun; its outcome is known when the job is done. */
    public record Started(Job job, MandatePayment payment) {}

    /** {@code orderCreateMandatePayment}; without an amount all that the schedule, or else the order, owes. */
    public record MandateCharge(
            OrderId order,
            PaymentMandateId mandate,
            String idempotencyKey,
            @Nullable PaymentScheduleId schedule,
            @Nullable Long amountMinor,
            boolean autoCapture) {}

    /** How the next payments by mandate of an order go. */
    public enum Outcome {
        SUCCEEDS,
        DECLINED,
        RETRYABLE,
        REDIRECT_REQUIRED
    }

    /**
     * {@code PaymentTermsInput}.
     *
     * @param type null leaves it
     */
    public record TermsChange(
            PaymentTerms.@Nullable Type type, @Nullable Integer dueInDays, List<Dates> schedules) {

        public static TermsChange dueAt(Instant due) {
            return new TermsChange(null, null, List.of(new Dates(due, null)));
        }
    }

    /** {@code PaymentScheduleInput}. */
    public record Dates(@Nullable Instant dueAt, @Nullable Instant issuedAt) {}

    Payments(World world, Settlement settlement) {
        this.world = world;
        this.settlement = settlement;
        this.charging = new Charging(world, settlement);
    }

    /** The order whose terms these are. */
    public Optional<Order> orderOf(PaymentTermsId id) {
        return charging.orderOf(id);
    }

    /** The order with this schedule. */
    public Optional<Order> orderOf(PaymentScheduleId id) {
        return charging.orderOf(id);
    }

    /** {@code orderCreateMandatePayment}: the same key gives the same payment. */
    public Result<Started> charge(MandateCharge wanted) {
        return world.write(() -> charging.charge(wanted, world.settings.plan().isPlus()));
    }

    /** {@code paymentScheduleCapture}: has no key, so that asking twice may charge twice. */
    public Result<Started> capture(PaymentScheduleId id) {
        return world.write(() -> charging.capture(id));
    }

    /** {@code orderPaymentStatus}. */
    public Optional<MandatePayment> status(OrderId order, String reference) {
        return Optional.ofNullable(world.tables.payments.get(reference))
                .filter(payment -> payment.order().equals(order));
    }

    /** The next payments of the order by mandate go so, one after the other; after them all succeed again. */
    public void next(OrderId order, List<Outcome> outcomes) {
        world.run(() -> charging.next(order, outcomes));
    }

    /** {@code paymentTermsCreate} for an order. */
    public Result<PaymentTerms> createTerms(OrderId id, TermsChange wanted) {
        return world.write(() -> {
            String code = "PAYMENT_TERMS_CREATION_UNSUCCESSFUL";
            Order order = world.tables.orders.find(id).orElse(null);
            if (order == null) {
                return Result.refused(
                        UserError.of("Cannot find the specific Order with id " + id.number() + ".", code));
            }
            UserError refusal = refusal(order, wanted, wanted.type(), code);
            if (refusal != null) {
                return Result.refused(refusal);
            }
            PaymentTerms made = charging.newTerms(order, wanted);
            settlement.terms(order, made, Topic.PAYMENT_TERMS_CREATE);
            return Result.done(made);
        });
    }

    /** {@code paymentTermsUpdate}. */
    public Result<PaymentTerms> updateTerms(PaymentTermsId id, TermsChange wanted) {
        return world.write(() -> {
            String code = "PAYMENT_TERMS_UPDATE_UNSUCCESSFUL";
            Order order = orderOf(id).orElse(null);
            PaymentTerms before = order == null ? null : order.terms();
            if (order == null || before == null) {
                return Result.refused(UserError.of("Could not find payment terms.", code));
            }
            PaymentTerms.Type type = wanted.type() == null ? before.type() : wanted.type();
            UserError refusal = refusal(order, wanted, type, code);
            if (refusal != null) {
                return Result.refused(refusal);
            }
            PaymentTerms after = charging.changed(before, wanted, type);
            settlement.terms(order, after, Topic.PAYMENT_TERMS_UPDATE);
            return Result.done(after);
        });
    }

    /** {@code paymentTermsDelete}. */
    public Result<PaymentTermsId> deleteTerms(PaymentTermsId id) {
        return world.write(() -> {
            Order order = orderOf(id).orElse(null);
            if (order == null) {
                return Result.refused(
                        UserError.of("Could not find payment terms.", "PAYMENT_TERMS_DELETE_UNSUCCESSFUL"));
            }
            settlement.terms(order, null, Topic.PAYMENT_TERMS_DELETE);
            return Result.done(id);
        });
    }

    /** {@code paymentReminderSend}: of a schedule that is not paid. */
    public Result<Boolean> remind(PaymentScheduleId id) {
        return world.write(() -> {
            boolean open = orderOf(id)
                    .map(Order::terms)
                    .map(terms -> terms.schedules().stream()
                            .anyMatch(each -> each.id().equals(id) && each.completedAt() == null))
                    .orElse(false);
            return open
                    ? Result.done(true)
                    : Result.refused(
                            UserError.of("Payment reminder could not be sent.", "PAYMENT_REMINDER_SEND_UNSUCCESSFUL"));
        });
    }

    private static @Nullable UserError refusal(
            Order order, TermsChange wanted, PaymentTerms.@Nullable Type type, String code) {
        if (order.accounts().outstanding() == 0) {
            return UserError.of("Cannot create payment terms on an Order that has already been paid in full.", code);
        }
        if (wanted.schedules().size() > 1) {
            return UserError.of("Cannot create payment terms with multiple payment schedules.", code);
        }
        if (type == null) {
            return UserError.of("Could not find payment terms template.", code);
        }
        boolean dated = wanted.schedules().stream().anyMatch(each -> each.dueAt() != null);
        boolean issued = wanted.schedules().stream().anyMatch(each -> each.issuedAt() != null);
        return switch (type) {
            case FIXED ->
                dated || wanted.type() == null
                        ? null
                        : UserError.of("A due date is required with fixed or net payment terms.", code);
            case NET ->
                dated || issued || wanted.type() == null
                        ? null
                        : UserError.of("A due date is required with fixed or net payment terms.", code);
            case FULFILLMENT, RECEIPT ->
                dated ? UserError.of("A due date cannot be set with event payment terms.", code) : null;
            case UNKNOWN -> null;
        };
    }
}
