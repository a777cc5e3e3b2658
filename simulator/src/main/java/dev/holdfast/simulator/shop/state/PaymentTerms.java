package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.Id.PaymentTermsId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When what was not paid at checkout is to be paid. */
public record PaymentTerms(
        PaymentTermsId id, Type type, String name, @Nullable Integer dueInDays, List<Schedule> schedules) {

    /** What the due date depends on. */
    public enum Type {
        FIXED,
        FULFILLMENT,
        NET,
        RECEIPT,
        UNKNOWN
    }

    /**
     * One part of it.
     *
     * @param dueAt null while what it depends on has not happened
     */
    public record Schedule(
            PaymentScheduleId id,
            @Nullable Instant dueAt,
            @Nullable Instant issuedAt,
            @Nullable Instant completedAt,
            long totalMinor,
            long balanceMinor) {

        public boolean due(Instant now) {
            return completedAt == null && dueAt != null && !dueAt.isAfter(now);
        }

        public Schedule withDates(@Nullable Instant due, @Nullable Instant issued) {
            return new Schedule(id, due, issued, completedAt, totalMinor, balanceMinor);
        }

        public Schedule withBalance(long balance, Instant at) {
            return new Schedule(id, dueAt, issuedAt, balance == 0 ? at : null, totalMinor, balance);
        }
    }

    public PaymentTerms {
        schedules = List.copyOf(schedules);
    }

    public boolean due(Instant now) {
        return schedules.stream().anyMatch(schedule -> schedule.due(now));
    }

    public PaymentTerms with(List<Schedule> all) {
        return new PaymentTerms(id, type, name, dueInDays, all);
    }

    public PaymentTerms with(Type otherType, String otherName, @Nullable Integer days, List<Schedule> all) {
        return new PaymentTerms(id, otherType, otherName, days, all);
    }
}
