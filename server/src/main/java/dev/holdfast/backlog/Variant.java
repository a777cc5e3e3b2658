package dev.holdfast.backlog;

import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.VariantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A variant as the inventory and products files know it. */
public final class Variant {

    /** Whether Shopify goes on selling it when nothing is left. */
    enum Selling {
        UNKNOWN,
        STOPS_AT_ZERO,
        CONTINUES
    }

    private final VariantKey key;
    private final String sku;
    private final List<StockLevel> levels = new ArrayList<>(2);
    private String title;
    private Selling selling = Selling.UNKNOWN;
    private boolean tracked = true;
    private boolean preordered;
    private @Nullable VariantId id;

    Variant(VariantKey key, String sku, String title) {
        this.key = key;
        this.sku = sku;
        this.title = title;
    }

    /** What the plan calls it: its SKU where that is its alone, else its handle and options. */
    public VariantId id() {
        if (id == null) {
            throw new IllegalStateException("variants are named when all files are read: " + key);
        }
        return id;
    }

    /** As a line item writes it: "Wool scarf - Red / L". */
    public String title() {
        String product = title.isEmpty() ? key.handle() : title;
        return key.options().isEmpty() ? product : product + " - " + key.options();
    }

    public String sku() {
        return sku;
    }

    VariantKey key() {
        return key;
    }

    List<StockLevel> levels() {
        return levels;
    }

    Selling selling() {
        return selling;
    }

    boolean isTracked() {
        return tracked;
    }

    void nameIt(VariantId name) {
        id = name;
    }

    void learn(String productTitle, Selling policy, boolean countedByShopify) {
        title = title.isEmpty() ? productTitle : title;
        selling = policy;
        tracked = countedByShopify;
    }

    /** Units Shopify holds for open orders at all locations; null when the files do not say. */
    @Nullable
    Long committed() {
        long units = 0;
        for (StockLevel level : levels) {
            if (level.committed() == null) {
                return null;
            }
            units += level.committed();
        }
        return levels.isEmpty() ? null : (Long) units;
    }

    boolean isPreordered() {
        return preordered;
    }

    void preorder() {
        preordered = true;
    }

    boolean hasLevelAt(LocationId location) {
        return levels.stream().anyMatch(level -> level.location().equals(location));
    }

    /** Line items are matched by this where SKUs do not help. */
    String titleKey() {
        return title().toLowerCase(Locale.ROOT);
    }
}
