package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanGroupId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Selling plans, the groups they are in and what they apply to. */
public final class SellingPlans {

    private final World world;
    private final PlanChecks checks;
    private final PlanMaker maker;

    /** A changed group, and which of its plans are gone. */
    public record Updated(SellingPlanGroup group, List<SellingPlanId> deleted) {}

    SellingPlans(World world) {
        this.world = world;
        this.checks = new PlanChecks(world.settings.currency());
        this.maker = new PlanMaker(world);
    }

    /** Groups of all apps; an app lists only those whose owner it is. */
    public Table<SellingPlanGroup> groups() {
        return world.tables.planGroups;
    }

    public Optional<SellingPlan> plan(SellingPlanId id) {
        return groups().all()
                .flatMap(group -> group.plans().stream())
                .filter(plan -> plan.id().equals(id))
                .findFirst();
    }

    /** The groups whose plans may be used for the variant, directly or by its product. */
    public List<SellingPlanGroup> groupsOf(Variant variant) {
        Set<Long> numbers = new LinkedHashSet<>(world.tables.planGroupsOf.of(variant.id()));
        numbers.addAll(world.tables.planGroupsOf.of(variant.product()));
        List<SellingPlanGroup> found = new ArrayList<>();
        numbers.forEach(number -> world.tables.planGroups.find(number).ifPresent(found::add));
        return found;
    }

    /** The plan when it may be used for the variant. */
    public Optional<SellingPlan> planFor(Variant variant, SellingPlanId id) {
        for (SellingPlanGroup group : groupsOf(variant)) {
            for (SellingPlan plan : group.plans()) {
                if (plan.id().equals(id)) {
                    return Optional.of(plan);
                }
            }
        }
        return Optional.empty();
    }

    /** {@code sellingPlanGroupCreate}. */
    public Result<SellingPlanGroup> create(
            Caller caller, PlanInputs.Group input, List<ProductId> products, List<ProductVariantId> variants) {
        return world.write(() -> {
            List<UserError> errors = new ArrayList<>(checks.creation(input));
            missing("resources.productIds", products).ifPresent(errors::add);
            missingVariants("resources.productVariantIds", variants).ifPresent(errors::add);
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            SellingPlanGroup made = maker.group(caller.app(), input).withResources(products, variants, world.now());
            products.forEach(each -> world.tables.planGroupsOf.add(each, made.id()));
            variants.forEach(each -> world.tables.planGroupsOf.add(each, made.id()));
            return Result.done(keep(made, Topic.SELLING_PLAN_GROUPS_CREATE));
        });
    }

    /** {@code sellingPlanGroupUpdate}: null leaves what it says, plans are made, changed and deleted. */
    public Result<Updated> update(SellingPlanGroupId id, PlanInputs.Group input) {
        return world.write(() -> {
            SellingPlanGroup before = world.tables.planGroups.find(id).orElse(null);
            if (before == null) {
                return noGroup();
            }
            List<UserError> errors = checks.update(before, input);
            if (!errors.isEmpty()) {
                return Result.refused(errors);
            }
            SellingPlanGroup after = keep(maker.changed(before, input), Topic.SELLING_PLAN_GROUPS_UPDATE);
            return Result.done(new Updated(after, input.delete()));
        });
    }

    /** {@code sellingPlanGroupDelete}: orders keep the names of its plans. */
    public Result<SellingPlanGroupId> delete(SellingPlanGroupId id) {
        return world.write(() -> {
            SellingPlanGroup before = world.tables.planGroups.find(id).orElse(null);
            if (before == null) {
                return noGroup();
            }
            before.products().forEach(each -> world.tables.planGroupsOf.remove(each.number(), id));
            before.variants().forEach(each -> world.tables.planGroupsOf.remove(each.number(), id));
            world.tables.planGroups.remove(id);
            world.emit(Topic.SELLING_PLAN_GROUPS_DELETE, new Subject.Deleted(id));
            return Result.done(id);
        });
    }

    /** {@code sellingPlanGroupAddProducts}. */
    public Result<SellingPlanGroup> addProducts(SellingPlanGroupId id, List<ProductId> more) {
        return world.write(() -> {
            SellingPlanGroup before = world.tables.planGroups.find(id).orElse(null);
            if (before == null) {
                return noGroup();
            }
            Optional<UserError> missing = missing("productIds", more);
            if (missing.isPresent()) {
                return Result.refused(missing.get());
            }
            if (more.stream().anyMatch(before.products()::contains)) {
                return Result.refused(UserError.at("productIds", "Resource has already been taken", "TAKEN"));
            }
            List<ProductId> all = new ArrayList<>(before.products());
            all.addAll(more);
            more.forEach(each -> world.tables.planGroupsOf.add(each, id));
            return Result.done(resources(before, all, before.variants()));
        });
    }

    /** {@code sellingPlanGroupRemoveProducts}: gives those that were removed. */
    public Result<List<ProductId>> removeProducts(SellingPlanGroupId id, List<ProductId> less) {
        return world.write(() -> {
            SellingPlanGroup before = world.tables.planGroups.find(id).orElse(null);
            if (before == null) {
                return noGroup();
            }
            List<ProductId> gone =
                    less.stream().filter(before.products()::contains).toList();
            List<ProductId> all = new ArrayList<>(before.products());
            all.removeAll(gone);
            gone.forEach(each -> world.tables.planGroupsOf.remove(each.number(), id));
            resources(before, all, before.variants());
            return Result.done(gone);
        });
    }

    /** {@code sellingPlanGroupAddProductVariants}. */
    public Result<SellingPlanGroup> addVariants(SellingPlanGroupId id, List<ProductVariantId> more) {
        return world.write(() -> {
            SellingPlanGroup before = world.tables.planGroups.find(id).orElse(null);
            if (before == null) {
                return noGroup();
            }
            Optional<UserError> missing = missingVariants("productVariantIds", more);
            if (missing.isPresent()) {
                return Result.refused(missing.get());
            }
            Set<ProductVariantId> all = new LinkedHashSet<>(before.variants());
            if (more.stream().anyMatch(all::contains)) {
                return Result.refused(UserError.at("productVariantIds", "Resource has already been taken", "TAKEN"));
            }
            all.addAll(more);
            more.forEach(each -> world.tables.planGroupsOf.add(each, id));
            return Result.done(resources(before, before.products(), List.copyOf(all)));
        });
    }

    /** {@code sellingPlanGroupRemoveProductVariants}: gives those that were removed. */
    public Result<List<ProductVariantId>> removeVariants(SellingPlanGroupId id, List<ProductVariantId> less) {
        return world.write(() -> {
            SellingPlanGroup before = world.tables.planGroups.find(id).orElse(null);
            if (before == null) {
                return noGroup();
            }
            Set<ProductVariantId> all = new LinkedHashSet<>(before.variants());
            List<ProductVariantId> gone = less.stream().filter(all::remove).toList();
            gone.forEach(each -> world.tables.planGroupsOf.remove(each.number(), id));
            resources(before, before.products(), List.copyOf(all));
            return Result.done(gone);
        });
    }

    private SellingPlanGroup resources(
            SellingPlanGroup before, List<ProductId> products, List<ProductVariantId> variants) {
        Instant now = world.now();
        return keep(before.withResources(products, variants, now), Topic.SELLING_PLAN_GROUPS_UPDATE);
    }

    private SellingPlanGroup keep(SellingPlanGroup group, Topic topic) {
        world.tables.planGroups.put(group);
        world.emit(topic, new Subject.PlanGroupChanged(group));
        return group;
    }

    private Optional<UserError> missing(String path, List<ProductId> ids) {
        return ids.stream()
                .filter(id -> world.tables.products.find(id).isEmpty())
                .findFirst()
                .map(id -> UserError.at(path, "Product " + id.gid() + " does not exist.", "NOT_FOUND"));
    }

    private Optional<UserError> missingVariants(String path, List<ProductVariantId> ids) {
        return ids.stream()
                .filter(id -> world.tables.variants.find(id).isEmpty())
                .findFirst()
                .map(id -> UserError.at(path, "Product variant " + id.gid() + " does not exist.", "NOT_FOUND"));
    }

    private static <T> Result<T> noGroup() {
        return Result.refused(UserError.at("id", "Selling plan group does not exist.", "GROUP_DOES_NOT_EXIST"));
    }
}
