package dev.holdfast.backlog;

import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All variants of the files, and the ways to find one: by SKU, by handle and options, by a line item's name. */
final class Catalog {

    private final Map<VariantKey, Variant> byKey = new LinkedHashMap<>();
    private final Map<String, List<Variant>> bySku = new HashMap<>();
    private final Map<String, List<Variant>> byTitle = new HashMap<>();
    private final Map<String, Variant> byId = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Set<LocationId> locations = new LinkedHashSet<>();

    /**
     * The variant with this handle and these options; a file without handles is matched by SKU alone.
     *
     * <p>Shopify repeats a product's title in the inventory file but writes it only once in the products file.
     */
    Variant at(VariantKey key, String sku, String title) {
        if (!title.isEmpty() && !key.handle().isEmpty()) {
            titles.putIfAbsent(key.handle(), title);
        }
        Variant known = byKey.get(key);
        if (known != null) {
            return known;
        }
        var variant = new Variant(key, sku, titles.getOrDefault(key.handle(), title));
        byKey.put(key, variant);
        if (!sku.isEmpty()) {
            bySku.computeIfAbsent(sku, unseen -> new ArrayList<>(1)).add(variant);
        }
        return variant;
    }

    /** The variant of an inventory file that has SKUs and no handles, or null. */
    @Nullable
    Variant withoutHandle(String sku) {
        return sku.isEmpty() ? null : byKey.get(VariantKey.bySku(sku));
    }

    void stockedAt(LocationId location) {
        locations.add(location);
    }

    /** In the order in which the inventory file names them. */
    Collection<LocationId> locations() {
        return locations;
    }

    Collection<Variant> variants() {
        return byKey.values();
    }

    /** Gives every variant its name in the plan; called when the inventory and products files are read. */
    void close() {
        Set<String> taken = new HashSet<>();
        for (Variant variant : byKey.values()) {
            boolean alone = !variant.sku().isEmpty()
                    && bySku.getOrDefault(variant.sku(), List.of()).size() == 1;
            String name = alone ? variant.sku() : variant.key().label();
            for (int n = 2; !taken.add(name); n++) {
                name = (alone ? variant.sku() : variant.key().label()) + " (" + n + ")";
            }
            variant.nameIt(new VariantId(name));
            byId.put(name, variant);
            byTitle.computeIfAbsent(variant.titleKey(), unseen -> new ArrayList<>(1))
                    .add(variant);
        }
    }

    /** What a line item is, by its SKU, else by its name. */
    Match find(String sku, String lineName) {
        List<Variant> known = sku.isEmpty() ? List.of() : bySku.getOrDefault(sku, List.of());
        if (known.size() == 1) {
            return new Match.Found(known.getFirst(), false);
        }
        List<Variant> named = byTitle.getOrDefault(lineName.toLowerCase(Locale.ROOT), List.of());
        if (known.isEmpty()) {
            return byName(
                    named,
                    sku.isEmpty()
                            ? "it has no SKU, and "
                            : "its SKU \"" + sku + "\" is in no inventory or products file, and ");
        }
        List<Variant> both = known.stream().filter(named::contains).toList();
        return both.size() == 1
                ? new Match.Found(both.getFirst(), false)
                : new Match.None(
                        "shared SKU",
                        "%d variants share its SKU \"%s\", and its name fits %s of them"
                                .formatted(known.size(), sku, both.isEmpty() ? "none" : "several"));
    }

    /** What a delivery or a setting means: a SKU, or the plan's own name for a variant whose SKU is shared or missing. */
    @Nullable
    Variant named(String skuOrId) {
        List<Variant> known = bySku.getOrDefault(skuOrId, List.of());
        return known.size() == 1 ? known.getFirst() : byId.get(skuOrId);
    }

    boolean isShared(String sku) {
        return bySku.getOrDefault(sku, List.of()).size() > 1;
    }

    private static Match byName(List<Variant> named, String why) {
        return switch (named.size()) {
            case 0 -> new Match.None("unknown variant", why + "no variant has its name");
            case 1 -> new Match.Found(named.getFirst(), true);
            default -> new Match.None("unknown variant", why + named.size() + " variants have its name");
        };
    }

    /** The answer to {@link #find}. */
    sealed interface Match {

        /**
         * This one.
         *
         * @param byName whether only the name told
         */
        record Found(Variant variant, boolean byName) implements Match {}

        /** Nobody can say which variant it is. */
        record None(String reason, String what) implements Match {}
    }
}
