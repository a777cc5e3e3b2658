package dev.holdfast.shop.refresh;

import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Document;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks for variants, and makes this of those that are there. */
record Toy(String name, Supplier<List<GlobalId>> answer) implements Pointer {
    static final String TOY = "toy";
    static final String SPOILT = "spoilt";
    static final String SILENT = "silent";
    /** Our own program fails while it reads it, or while it keeps it. */
    static final String TRIPS_READING = "trips reading";

    static final String TRIPS_KEEPING = "trips keeping";

    static List<Pointer> all() {
        return List.of(
                new Toy(TOY, List::of),
                new Toy(SPOILT, () -> {
                    throw new IllegalArgumentException("a part is missing");
                }),
                new Toy(SILENT, () -> {
                    throw new ShopifyFault(ShopifyFault.Kind.BROKEN, "Shopify breaks on this one");
                }),
                new Toy(TRIPS_READING, () -> {
                    throw new IllegalStateException("a bug");
                }),
                new Toy(TRIPS_KEEPING, () -> new AbstractList<>() {
                    @Override
                    public GlobalId get(int index) {
                        throw new IllegalStateException("a bug");
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
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
