package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.shop.Catalog;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Shipment;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.window.liquid.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects {@code product} and {@code variant}, with those properties the simulator has. */
public final class ProductObjects {

    private final Scene scene;
    private final Catalog catalog;
    private final PlanObjects plans;

    public ProductObjects(Scene scene) {
        this.scene = scene;
        this.catalog = scene.shop().catalog();
        this.plans = new PlanObjects(scene);
    }

    /** With {@code selected}, the variant the address asks for, if any. */
    public Shape product(Product product, @Nullable Variant selected) {
        List<Variant> variants = catalog.variantsOf(product);
        List<Shape> shown = variants.stream()
                .map(variant -> variant(product, variant, variant.equals(selected)))
                .toList();
        Shape first = firstAvailable(variants, shown);
        Shape chosen = selected == null ? null : shown.get(variants.indexOf(selected));
        Shape shape = new Shape("product")
                .with("id", product.id().number())
                .with("title", product.title())
                .with("handle", product.handle())
                .with("vendor", product.vendor())
                .with("type", product.productType())
                .with("tags", product.tags())
                .with("url", url(product))
                .with("available", variants.stream().anyMatch(catalog::availableForSale))
                .with("variants", shown)
                .with("variants_count", shown.size())
                .with("options", product.optionNames())
                .with("has_only_default_variant", isOnlyDefault(variants))
                .with("selected_variant", chosen)
                .with("first_available_variant", first)
                .with("requires_selling_plan", product.requiresSellingPlan())
                .with("created_at", product.createdAt())
                .with("metafields", (Supplier<Object>) () -> MetafieldObjects.of(scene, product.id()));
        Shape current = current(chosen, first, shown);
        prices(shape, variants);
        return plans.onProduct(shape.with("selected_or_first_available_variant", current), product, variants, current);
    }

    private static @Nullable Shape current(@Nullable Shape chosen, @Nullable Shape first, List<Shape> all) {
        if (chosen != null || first != null || all.isEmpty()) {
            return chosen == null ? first : chosen;
        }
        return all.getFirst();
    }

    private @Nullable Shape firstAvailable(List<Variant> variants, List<Shape> shown) {
        for (int at = 0; at < variants.size(); at++) {
            if (catalog.availableForSale(variants.get(at))) {
                return shown.get(at);
            }
        }
        return null;
    }

    /** Shopify gives a product that has no options of its own this one. */
    private static boolean isOnlyDefault(List<Variant> variants) {
        return variants.size() == 1 && variants.getFirst().title().equals("Default Title");
    }

    private void prices(Shape shape, List<Variant> variants) {
        long least = variants.stream().mapToLong(Variant::priceMinor).min().orElse(0);
        long most = variants.stream().mapToLong(Variant::priceMinor).max().orElse(0);
        Long compare = variants.stream()
                .map(Variant::compareAtMinor)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
        shape.with("price", scene.price(least))
                .with("price_min", scene.price(least))
                .with("price_max", scene.price(most))
                .with("price_varies", least != most)
                .with("compare_at_price", compare == null ? null : scene.price(compare));
    }

    public String url(Product product) {
        return scene.path("/products/" + product.handle());
    }

    public Shape variant(Product product, Variant variant, boolean selected) {
        InventoryItem item = catalog.items().find(variant.item()).orElseThrow();
        List<String> options = variant.options().stream().map(Attribute::value).toList();
        Long compare = variant.compareAtMinor();
        return new Shape("variant")
                .with("id", variant.id().number())
                .with("title", variant.title())
                .with("sku", variant.sku())
                .with("barcode", variant.barcode())
                .with("price", scene.price(variant.priceMinor()))
                .with("compare_at_price", compare == null ? null : scene.price(compare))
                .with("available", catalog.availableForSale(variant))
                .with("inventory_management", item.tracked() ? "shopify" : null)
                .with("inventory_policy", variant.policy().name().toLowerCase(Locale.ROOT))
                .with("inventory_quantity", catalog.inventoryQuantity(variant))
                .with("incoming", incoming(item))
                .with("next_incoming_date", nextIncoming(item).orElse(null))
                .with("requires_shipping", item.requiresShipping())
                .with("requires_selling_plan", product.requiresSellingPlan())
                .with("options", options)
                .with("option1", options.isEmpty() ? variant.title() : options.getFirst())
                .with("selected", selected)
                .with("url", url(product) + "?variant=" + variant.id().number())
                .with("selling_plan_allocations", plans.allocations(variant))
                .with("metafields", (Supplier<Object>) () -> MetafieldObjects.of(scene, variant.id()));
    }

    private boolean incoming(InventoryItem item) {
        for (Level level : scene.shop().inventory().levels().of(item.id())) {
            if (level.active() && level.quantities().of(QuantityName.INCOMING) > 0) {
                return true;
            }
        }
        return false;
    }

    /** From the shipments under way, as Shopify fills it. */
    private Optional<Instant> nextIncoming(InventoryItem item) {
        List<Instant> found = new ArrayList<>();
        scene.shop().shipments().all().all().forEach(shipment -> {
            Shipment.Tracking tracking = shipment.tracking();
            boolean underWay = shipment.status() == Shipment.Status.IN_TRANSIT
                    || shipment.status() == Shipment.Status.PARTIALLY_RECEIVED;
            boolean ofItem =
                    shipment.lines().stream().anyMatch(line -> line.item().equals(item.id()) && line.unreceived() > 0);
            if (underWay && ofItem && tracking != null && tracking.arrivesAt() != null) {
                found.add(tracking.arrivesAt());
            }
        });
        return found.stream().min(Instant::compareTo);
    }
}
