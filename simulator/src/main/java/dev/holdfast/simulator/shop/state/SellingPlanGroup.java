package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanGroupId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selling plans offered together, and on what.
 *
 * @param owner the app that made it: only that app sees it in its list
 * @param appId free text the app may set
 */
public record SellingPlanGroup(
        SellingPlanGroupId id,
        AppId owner,
        @Nullable String appId,
        String name,
        String merchantCode,
        @Nullable String description,
        List<String> options,
        @Nullable Integer position,
        List<SellingPlan> plans,
        List<ProductId> products,
        List<ProductVariantId> variants,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    public SellingPlanGroup {
        options = List.copyOf(options);
        plans = List.copyOf(plans);
        products = List.copyOf(products);
        variants = List.copyOf(variants);
    }

    public SellingPlanGroup withResources(List<ProductId> allProducts, List<ProductVariantId> allVariants, Instant at) {
        return new SellingPlanGroup(
                id,
                owner,
                appId,
                name,
                merchantCode,
                description,
                options,
                position,
                plans,
                allProducts,
                allVariants,
                createdAt,
                at);
    }

    /** Whether its plans may be used for the variant, directly or by its product. */
    public boolean appliesTo(Variant variant) {
        return variants.contains(variant.id()) || products.contains(variant.product());
    }
}
