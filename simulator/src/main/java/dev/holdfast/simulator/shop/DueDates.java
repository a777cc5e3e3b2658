package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Watches the due dates of payment terms and tells when they come. */
final class DueDates {

    private final World world;

    DueDates(World world) {
        this.world = world;
    }

    /** Tells when a schedule falls due, unless it is paid or its date has changed by then. */
    void watch(Order order) {
        PaymentTerms terms = order.terms();
        if (terms == null) {
            return;
        }
        for (PaymentTerms.Schedule schedule : terms.schedules()) {
            Instant due = schedule.dueAt();
            if (due != null && schedule.completedAt() == null) {
                world.atTime(
                        due, () -> world.tables.orders.find(order.id()).ifPresent(now -> tell(now, schedule, due)));
            }
        }
    }

    /** What is due on fulfillment is due from the first parcel on. */
    void fulfilled(Order order) {
        PaymentTerms terms = order.terms();
        if (terms == null || terms.type() != PaymentTerms.Type.FULFILLMENT) {
            return;
        }
        Instant now = world.now();
        List<PaymentTerms.Schedule> schedules = new ArrayList<>();
        boolean any = false;
        for (PaymentTerms.Schedule schedule : terms.schedules()) {
            boolean falls = schedule.dueAt() == null && schedule.completedAt() == null;
            schedules.add(falls ? schedule.withDates(now, schedule.issuedAt()) : schedule);
            any = any || falls;
        }
        if (any) {
            Order due = world.change(order.withTerms(terms.with(schedules)));
            watch(due);
        }
    }

    private void tell(Order order, PaymentTerms.Schedule watched, Instant due) {
        PaymentTerms terms = order.terms();
        if (terms == null || order.isCancelled()) {
            return;
        }
        for (PaymentTerms.Schedule schedule : terms.schedules()) {
            boolean same = schedule.id().equals(watched.id()) && due.equals(schedule.dueAt());
            if (same && schedule.completedAt() == null) {
                world.emit(Topic.PAYMENT_SCHEDULES_DUE, new Subject.ScheduleDue(order, terms, schedule));
            }
        }
    }
}
