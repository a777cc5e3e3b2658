package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanGroupId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes groups and plans of inputs that were checked. */
final class PlanMaker {

    private final World world;

    PlanMaker(World world) {
        this.world = world;
    }

    SellingPlanGroup group(AppId owner, PlanInputs.Group input) {
        Instant now = world.now();
        SellingPlanGroupId id = new SellingPlanGroupId(world.nextId());
        List<SellingPlan> plans = new ArrayList<>();
        input.create().forEach(plan -> plans.add(plan(id, plan)));
        String name = Objects.requireNonNullElse(input.name(), "");
        return new SellingPlanGroup(
                id,
                owner,
                input.appId(),
                name,
                Objects.requireNonNullElse(input.merchantCode(), name),
                input.description(),
                Objects.requireNonNullElse(input.options(), List.of()),
                input.position(),
                plans,
                List.of(),
                List.of(),
                now,
                now);
    }

    SellingPlanGroup changed(SellingPlanGroup before, PlanInputs.Group input) {
        List<SellingPlan> plans = new ArrayList<>(before.plans());
        plans.removeIf(plan -> input.delete().contains(plan.id()));
        for (PlanInputs.Plan change : input.update()) {
            plans.replaceAll(plan -> plan.id().equals(change.id()) ? changed(plan, change) : plan);
        }
        input.create().forEach(plan -> plans.add(plan(before.id(), plan)));
        return new SellingPlanGroup(
                before.id(),
                before.owner(),
                or(input.appId(), before.appId()),
                Objects.requireNonNullElse(input.name(), before.name()),
                Objects.requireNonNullElse(input.merchantCode(), before.merchantCode()),
                or(input.description(), before.description()),
                Objects.requireNonNullElse(input.options(), before.options()),
                or(input.position(), before.position()),
                plans,
                before.products(),
                before.variants(),
                before.createdAt(),
                world.now());
    }

    private SellingPlan plan(SellingPlanGroupId group, PlanInputs.Plan input) {
        Instant now = world.now();
        return new SellingPlan(
                new SellingPlanId(world.nextId()),
                group,
                Objects.requireNonNullElse(input.name(), ""),
                input.description(),
                Objects.requireNonNullElse(input.options(), List.of()),
                input.position(),
                input.category(),
                billing(Objects.requireNonNull(input.billing())),
                delivery(Objects.requireNonNull(input.delivery())),
                input.reserve(),
                pricing(input.pricing()),
                now,
                now);
    }

    private SellingPlan changed(SellingPlan before, PlanInputs.Plan input) {
        return new SellingPlan(
                before.id(),
                before.group(),
                Objects.requireNonNullElse(input.name(), before.name()),
                or(input.description(), before.description()),
                Objects.requireNonNullElse(input.options(), before.options()),
                or(input.position(), before.position()),
                or(input.category(), before.category()),
                input.billing() == null ? before.billing() : billing(input.billing()),
                input.delivery() == null ? before.delivery() : delivery(input.delivery()),
                or(input.reserve(), before.reserve()),
                input.pricing() == null ? before.pricing() : pricing(input.pricing()),
                before.createdAt(),
                world.now());
    }

    private SellingPlan.Billing billing(PlanInputs.Billing input) {
        PlanInputs.Recurring recurring = input.recurring();
        if (recurring != null) {
            return new SellingPlan.RecurringBilling(
                    Objects.requireNonNullElse(recurring.interval(), "MONTH"),
                    Objects.requireNonNullElse(recurring.intervalCount(), 1));
        }
        PlanInputs.FixedBilling fixed = Objects.requireNonNull(input.fixed());
        PlanInputs.Charge charge = fixed.charge();
        SellingPlan.Charge atCheckout;
        if (charge == null || charge.percentage() != null) {
            BigDecimal percentage = charge == null ? null : charge.percentage();
            atCheckout = new SellingPlan.Charge(Objects.requireNonNullElse(percentage, BigDecimal.valueOf(100)), null);
        } else {
            BigDecimal fixedValue = Objects.requireNonNull(charge.fixedValue());
            atCheckout = new SellingPlan.Charge(null, Money.of(fixedValue, world.settings.currency()));
        }
        String after = fixed.timeAfterCheckout();
        return new SellingPlan.FixedBilling(
                atCheckout,
                Objects.requireNonNull(fixed.trigger()),
                fixed.exactTime(),
                after == null ? null : Duration.parse(after));
    }

    private static SellingPlan.Delivery delivery(PlanInputs.Delivery input) {
        PlanInputs.Recurring recurring = input.recurring();
        if (recurring != null) {
            return new SellingPlan.RecurringDelivery(
                    Objects.requireNonNullElse(recurring.interval(), "MONTH"),
                    Objects.requireNonNullElse(recurring.intervalCount(), 1));
        }
        PlanInputs.FixedDelivery fixed = Objects.requireNonNull(input.fixed());
        SellingPlan.DeliveryTrigger trigger =
                Objects.requireNonNullElse(fixed.trigger(), SellingPlan.DeliveryTrigger.ASAP);
        return new SellingPlan.FixedDelivery(trigger, fixed.exactTime());
    }

    private static List<SellingPlan.Pricing> pricing(@Nullable List<PlanInputs.Pricing> inputs) {
        List<SellingPlan.Pricing> made = new ArrayList<>();
        if (inputs != null) {
            for (PlanInputs.Pricing input : inputs) {
                BigDecimal value = input.percentage() != null ? input.percentage() : input.fixedValue();
                made.add(new SellingPlan.Pricing(
                        Objects.requireNonNull(input.adjustment()), Objects.requireNonNull(value), input.recurring()));
            }
        }
        return made;
    }

    private static <T> @Nullable T or(@Nullable T wanted, @Nullable T before) {
        return wanted == null ? before : wanted;
    }
}
