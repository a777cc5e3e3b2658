package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.SellingPlans;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanGroupId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import java.util.List;

/** Mutations of selling plan groups. */
final class SellingPlanMutations {
    private SellingPlanMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("sellingPlanGroupCreate", SellingPlanMutations::create)
                .mutation("sellingPlanGroupUpdate", SellingPlanMutations::update)
                .mutation("sellingPlanGroupDelete", SellingPlanMutations::delete)
                .mutation("sellingPlanGroupAddProducts", SellingPlanMutations::addProducts)
                .mutation("sellingPlanGroupRemoveProducts", SellingPlanMutations::removeProducts)
                .mutation("sellingPlanGroupAddProductVariants", SellingPlanMutations::addVariants)
                .mutation("sellingPlanGroupRemoveProductVariants", SellingPlanMutations::removeVariants);
    }

    private static SellingPlans plans(Call call) {
        return call.api().shop().sellingPlans();
    }

    private static SellingPlanGroupId id(Call call) {
        return Ids.of(call.arguments().text("id"), "SellingPlanGroup", SellingPlanGroupId::new);
    }

    private static Payload create(Call call) {
        var arguments = call.arguments();
        var resources = arguments.optionalInput("resources").orElse(Input.NONE);
        var result = plans(call)
                .create(
                        call.api().caller(),
                        PlanReader.group(arguments.input("input")),
                        products(resources),
                        variants(resources));
        return Payload.of(result, group -> Payload.of("sellingPlanGroup", group));
    }

    private static Payload update(Call call) {
        PlanInputs.Group input = PlanReader.group(call.arguments().input("input"));
        return Payload.of(
                plans(call).update(id(call), input),
                updated -> Payload.of("sellingPlanGroup", updated.group())
                        .and(
                                "deletedSellingPlanIds",
                                updated.deleted().stream()
                                        .map(SellingPlanId::gid)
                                        .toList()));
    }

    private static Payload delete(Call call) {
        return Payload.of(plans(call).delete(id(call)), gone -> Payload.of("deletedSellingPlanGroupId", gone.gid()));
    }

    private static Payload addProducts(Call call) {
        return Payload.of(
                plans(call).addProducts(id(call), products(call.arguments())),
                group -> Payload.of("sellingPlanGroup", group));
    }

    private static Payload removeProducts(Call call) {
        return Payload.of(
                plans(call).removeProducts(id(call), products(call.arguments())),
                removed -> Payload.of("removedProductIds", gids(removed)));
    }

    private static Payload addVariants(Call call) {
        return Payload.of(
                plans(call).addVariants(id(call), variants(call.arguments())),
                group -> Payload.of("sellingPlanGroup", group));
    }

    private static Payload removeVariants(Call call) {
        return Payload.of(
                plans(call).removeVariants(id(call), variants(call.arguments())),
                removed -> Payload.of("removedProductVariantIds", gids(removed)));
    }

    private static List<String> gids(List<? extends Id> ids) {
        return ids.stream().map(Id::gid).toList();
    }

    private static List<ProductId> products(Input input) {
        return Ids.all(input.texts("productIds"), "Product", ProductId::new);
    }

    private static List<ProductVariantId> variants(Input input) {
        return Ids.all(input.texts("productVariantIds"), "ProductVariant", ProductVariantId::new);
    }
}
