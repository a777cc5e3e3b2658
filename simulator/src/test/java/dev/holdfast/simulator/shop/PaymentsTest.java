package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Payments.MandateCharge;
import dev.holdfast.simulator.shop.Payments.Outcome;
import dev.holdfast.simulator.shop.Payments.TermsChange;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;
import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Job;
import dev.holdfast.simulator.shop.state.MandatePayment;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentsTest {

    private static final Instant DUE = Shops.START.plus(Duration.ofDays(10));

    private final Shops shops = Shops.open();
    private final Order order = preOrder(shops);

    private static Order preOrder(Shops shops) {
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        var deposit = new PlanInputs.FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.EXACT_TIME, DUE, null);
        var plan = shops.plan(variant, deposit, PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        return shops.buy(Cart.of(Cart.Line.of(variant.id(), 1, plan)));
    }

    @Test
    void a_mandate_pays_the_balance_when_the_job_is_done() {
        var started = shops.shop.payments().charge(charge("key-1")).value();
        assertThat(status(started)).isEqualTo(MandatePayment.Status.PROCESSING);

        finishJobs();

        assertThat(status(started)).isEqualTo(MandatePayment.Status.SUCCESS);
        assertThat(shops.now(order).accounts().status()).isEqualTo(FinancialStatus.PAID);
        assertThat(schedule().completedAt()).isNotNull();
        assertThat(shops.topicsSince(0)).contains(Topic.ORDERS_PAID);
        assertThat(shops.shop.orders().job(started.job().id()).orElseThrow().status())
                .isEqualTo(Job.Status.SUCCEEDED);
    }

    @Test
    void the_same_key_never_charges_twice_and_never_for_something_else() {
        var first = shops.shop.payments().charge(charge("key-1")).value();
        var again = shops.shop.payments().charge(charge("key-1")).value();
        finishJobs();
        var later = shops.shop.payments().charge(charge("key-1")).value();

        assertThat(again.payment().reference()).isEqualTo(first.payment().reference());
        assertThat(later.payment().status()).isEqualTo(MandatePayment.Status.SUCCESS);
        assertThat(shops.now(order).accounts().received()).isEqualTo(1500);
        var other = new MandateCharge(order.id(), mandate(), "key-1", null, null, false);
        assertThat(Shops.code(shops.shop.payments().charge(other))).isEqualTo("ORDER_MANDATE_PAYMENT_ERROR_CODE");
    }

    @Test
    void a_declined_payment_leaves_the_balance_and_says_why() {
        shops.shop.payments().next(order.id(), List.of(Outcome.DECLINED));
        var started = shops.shop.payments().charge(charge("key-1")).value();
        finishJobs();

        MandatePayment failed = shops.shop
                .payments()
                .status(order.id(), started.payment().reference())
                .orElseThrow();
        assertThat(failed.status()).isEqualTo(MandatePayment.Status.ERROR);
        assertThat(failed.error()).isEqualTo("CARD_DECLINED");
        assertThat(shops.now(order).accounts().outstanding()).isEqualTo(800);
        assertThat(shops.shop.orders().job(started.job().id()).orElseThrow().status())
                .isEqualTo(Job.Status.FAILED);

        shops.shop.payments().charge(charge("key-2")).value();
        finishJobs();
        assertThat(shops.now(order).accounts().outstanding()).isZero();
    }

    @Test
    void only_plus_may_name_an_amount_and_nobody_more_than_is_owed() {
        var named = new MandateCharge(order.id(), mandate(), "key-1", null, 300L, true);
        assertThat(shops.shop.payments().charge(named).errors()).isEmpty();
        var tooMuch = new MandateCharge(order.id(), mandate(), "key-2", null, 801L, true);
        assertThat(shops.shop.payments().charge(tooMuch).errors()).hasSize(1);
        var foreign = new MandateCharge(order.id(), new PaymentMandateId(1), "key-3", null, null, true);
        assertThat(shops.shop.payments().charge(foreign).errors()).hasSize(1);

        Shops basic = Shops.onPlan(Plan.BASIC);
        Order small = preOrder(basic);
        var refused = new MandateCharge(small.id(), small.mandates().getFirst().id(), "key-4", null, 300L, true);
        assertThat(Shops.error(basic.shop.payments().charge(refused)).field()).containsExactly("amount");
    }

    @Test
    void a_schedule_is_captured_when_it_is_due_and_not_before() {
        assertThat(Shops.code(shops.shop.payments().capture(schedule().id())))
                .isEqualTo("PAYMENT_SCHEDULE_CAPTURE_ERROR_CODE");
        shops.shop.clock().advanceTo(DUE);
        assertThat(shops.topicsSince(0)).contains(Topic.PAYMENT_SCHEDULES_DUE);

        shops.shop.payments().capture(schedule().id()).value();
        finishJobs();

        assertThat(shops.now(order).accounts().outstanding()).isZero();
        assertThat(shops.shop.payments().capture(schedule().id()).errors()).hasSize(1);
        assertThat(shops.shop.payments().capture(new PaymentScheduleId(1)).errors())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_second_capture_while_one_runs_is_refused_or_charges_twice(boolean refused) {
        shops.shop.switches(Switches.usual().with(Switch.RUNNING_CAPTURE_IS_REFUSED, refused));
        shops.shop.clock().advanceTo(DUE);
        shops.shop.payments().capture(schedule().id()).value();

        var second = shops.shop.payments().capture(schedule().id());
        finishJobs();

        assertThat(second instanceof Result.Refused<?>).isEqualTo(refused);
        assertThat(shops.now(order).accounts().received()).isEqualTo(refused ? 1500 : 2300);
    }

    @Test
    void a_due_date_can_be_moved_and_tells_at_the_new_time_only() {
        Instant later = DUE.plus(Duration.ofDays(5));
        var terms = Objects.requireNonNull(order.terms());
        shops.shop.payments().updateTerms(terms.id(), TermsChange.dueAt(later)).value();

        shops.shop.clock().advanceTo(DUE);
        assertThat(shops.topicsSince(0)).doesNotContain(Topic.PAYMENT_SCHEDULES_DUE);
        shops.shop.clock().advanceTo(later);
        assertThat(shops.topicsSince(0)).contains(Topic.PAYMENT_TERMS_UPDATE, Topic.PAYMENT_SCHEDULES_DUE);
    }

    @Test
    void terms_have_one_schedule_and_none_when_all_is_paid() {
        var terms = Objects.requireNonNull(order.terms());
        var dates = new Payments.Dates(DUE, null);
        var two = new TermsChange(null, null, List.of(dates, dates));
        assertThat(Shops.error(shops.shop.payments().updateTerms(terms.id(), two))
                        .message())
                .isEqualTo("Cannot create payment terms with multiple payment schedules.");
        var event = new TermsChange(PaymentTerms.Type.FULFILLMENT, null, List.of(dates));
        assertThat(Shops.error(shops.shop.payments().updateTerms(terms.id(), event))
                        .message())
                .isEqualTo("A due date cannot be set with event payment terms.");
        shops.shop.orders().markAsPaid(order.id()).value();
        assertThat(Shops.error(shops.shop.payments().updateTerms(terms.id(), TermsChange.dueAt(DUE)))
                        .message())
                .contains("already been paid in full");
        assertThat(shops.shop
                        .payments()
                        .remind(terms.schedules().getFirst().id())
                        .errors())
                .hasSize(1);
    }

    @Test
    void terms_can_be_deleted_and_made_anew() {
        var terms = Objects.requireNonNull(order.terms());
        shops.shop.payments().deleteTerms(terms.id()).value();
        assertThat(shops.now(order).terms()).isNull();
        assertThat(Shops.code(shops.shop.payments().deleteTerms(terms.id())))
                .isEqualTo("PAYMENT_TERMS_DELETE_UNSUCCESSFUL");

        var net = new TermsChange(PaymentTerms.Type.NET, 30, List.of(new Payments.Dates(null, Shops.START)));
        PaymentTerms made = shops.shop.payments().createTerms(order.id(), net).value();

        assertThat(made.name()).isEqualTo("Net 30");
        assertThat(made.schedules().getFirst().dueAt()).isEqualTo(Shops.START.plus(Duration.ofDays(30)));
        assertThat(made.schedules().getFirst().balanceMinor()).isEqualTo(800);
    }

    private MandateCharge charge(String key) {
        return new MandateCharge(order.id(), mandate(), key, schedule().id(), null, true);
    }

    private PaymentMandateId mandate() {
        return order.mandates().getFirst().id();
    }

    private PaymentTerms.Schedule schedule() {
        return Objects.requireNonNull(shops.now(order).terms()).schedules().getFirst();
    }

    private MandatePayment.Status status(Payments.Started started) {
        return shops.shop
                .payments()
                .status(order.id(), started.payment().reference())
                .orElseThrow()
                .status();
    }

    private void finishJobs() {
        shops.pass(shops.shop.switches().jobs());
    }
}
