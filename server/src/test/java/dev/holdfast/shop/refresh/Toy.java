package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Document;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks for variants, and makes this of those that are there. */
record Toy(String name, Supplier<List<GlobalId>> answer) implements Pointer {
    static final String TOY = "toy";
    static final String SPOILT = "spoilt";
    static final String SILENT = "silent";

    static List<Pointer> all() {
        return List.of(
                new Toy(TOY, List::of),
                new Toy(SPOILT, () -> {
                    throw new IllegalArgumentException("a part is missing");
                }),
                new Toy(SILENT, () -> {
                    throw new ShopifyFault(ShopifyFault.Kind.BROKEN, "Shopify breaks on this one");
                }));
    }

    @Override
    public String type() {
        return "ProductVariant";
    }

    @Override
    public Document document() {
        return new Document(
                "read/toy",
                "query Toy($ids: [ID!]!) { nodes(ids: $ids) { ... on ProductVariant { id } } }",
                Document.Repeat.READ);
    }

    @Override
    public List<GlobalId> targets(JsonNode node) {
        return answer.get();
    }
}
