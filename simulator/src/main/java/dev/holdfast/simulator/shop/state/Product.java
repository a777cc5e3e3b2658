package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import java.time.Instant;
import java.util.List;

/** A product; its variants in their order. */
public record Product(
        ProductId id,
        String title,
        String handle,
        String vendor,
        String productType,
        Status status,
        boolean requiresSellingPlan,
        List<String> tags,
        List<String> optionNames,
        List<ProductVariantId> variants,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    /** Only an active product is sold. */
    public enum Status {
        ACTIVE,
        ARCHIVED,
        DRAFT
    }

    public Product {
        tags = List.copyOf(tags);
        optionNames = List.copyOf(optionNames);
        variants = List.copyOf(variants);
    }

    public Product withVariants(List<ProductVariantId> all, Instant at) {
        return new Product(
                id,
                title,
                handle,
                vendor,
                productType,
                status,
                requiresSellingPlan,
                tags,
                optionNames,
                all,
                createdAt,
                at);
    }

    public Product withTags(List<String> all, Instant at) {
        return new Product(
                id,
                title,
                handle,
                vendor,
                productType,
                status,
                requiresSellingPlan,
                all,
                optionNames,
                variants,
                createdAt,
                at);
    }

    public Product withStatus(Status other, Instant at) {
        return new Product(
                id,
                title,
                handle,
                vendor,
                productType,
                other,
                requiresSellingPlan,
                tags,
                optionNames,
                variants,
                createdAt,
                at);
    }

    public Product withRequiresSellingPlan(boolean requires, Instant at) {
        return new Product(
                id, title, handle, vendor, productType, status, requires, tags, optionNames, variants, createdAt, at);
    }

    public Product withTitle(String other, Instant at) {
        return new Product(
                id,
                other,
                handle,
                vendor,
                productType,
                status,
                requiresSellingPlan,
                tags,
                optionNames,
                variants,
                createdAt,
                at);
    }
}
