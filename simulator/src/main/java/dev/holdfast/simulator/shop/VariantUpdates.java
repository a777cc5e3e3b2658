package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code productVariantsBulkUpdate}: many variants of one product at once. */
public final class VariantUpdates {

    private final World world;
    private final Catalog catalog;

    /**
     * What to change of a variant; null leaves it.
     *
     * @param id null is an error of its own
     * @param adjustments of available
     * @param namesQuantities whether the input had {@code inventoryQuantities}, which only creation takes
     */
    public record Change(
            @Nullable ProductVariantId id,
            @Nullable InventoryPolicy policy,
            @Nullable Long priceMinor,
            @Nullable Long compareAtMinor,
            @Nullable String sku,
            @Nullable String barcode,
            @Nullable Boolean tracked,
            List<Adjustment> adjustments,
            boolean namesQuantities) {

        public Change {
            adjustments = List.copyOf(adjustments);
        }

        public static Change policy(ProductVariantId id, InventoryPolicy policy) {
            return new Change(id, policy, null, null, null, null, null, List.of(), false);
        }

        public static Change price(ProductVariantId id, long minor) {
            return new Change(id, null, minor, null, null, null, null, List.of(), false);
        }
    }

    /** Units added to or taken from available at a location; {@code from} is compared first unless null. */
    public record Adjustment(
            LocationId location, int delta, @Nullable Integer from) {}

    /** The variants that were changed, and why others were not when partial updates are allowed. */
    public record Updated(Product product, List<Variant> variants, List<UserError> errors) {}

    VariantUpdates(World world, Catalog catalog) {
        this.world = world;
        this.catalog = catalog;
    }

    /** Without {@code partial} one bad variant refuses all. */
    public Result<Updated> update(ProductId id, List<Change> changes, boolean partial) {
        return world.write(() -> {
            Product product = world.tables.products.find(id).orElse(null);
            if (product == null) {
                return Result.refused(UserError.at("productId", "Product does not exist", "PRODUCT_DOES_NOT_EXIST"));
            }
            List<UserError> errors = new ArrayList<>();
            List<Change> good = new ArrayList<>();
            for (int at = 0; at < changes.size(); at++) {
                Optional<UserError> error = refusal(product, changes.get(at), "variants." + at);
                error.ifPresent(errors::add);
                if (error.isEmpty()) {
                    good.add(changes.get(at));
                }
            }
            if (!errors.isEmpty() && (!partial || good.isEmpty())) {
                return Result.refused(errors);
            }
            List<Variant> done = new ArrayList<>();
            good.forEach(change -> done.add(apply(change)));
            catalog.keep(product.withTitle(product.title(), world.now()), Topic.PRODUCTS_UPDATE);
            return Result.done(new Updated(product, done, errors));
        });
    }

    private Optional<UserError> refusal(Product product, Change change, String path) {
        if (change.id() == null) {
            return error(path + ".id", "Product variant is missing ID attribute", "PRODUCT_VARIANT_ID_MISSING");
        }
        if (!product.variants().contains(change.id())) {
            return error(path + ".id", "Product variant does not exist", "PRODUCT_VARIANT_DOES_NOT_EXIST");
        }
        if (change.namesQuantities()) {
            return error(
                    path + ".inventoryQuantities",
                    "Inventory quantities can only be provided during create. To update inventory for existing "
                            + "variants, use inventoryAdjustQuantities.",
                    "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE");
        }
        if (change.priceMinor() != null && change.priceMinor() < 0) {
            return error(path + ".price", "Price must be greater than or equal to 0", "GREATER_THAN_OR_EQUAL_TO");
        }
        for (Adjustment adjustment : change.adjustments()) {
            Optional<Level> level =
                    world.tables.levels.find(variant(change.id()).item(), adjustment.location());
            boolean stale = adjustment.from() != null
                    && level.map(Level::available)
                            .filter(adjustment.from()::equals)
                            .isEmpty();
            if (level.isEmpty() || stale) {
                return error(path + ".quantityAdjustments", "Quantity adjustment is invalid", "INVALID_INPUT");
            }
        }
        return Optional.empty();
    }

    private Variant apply(Change change) {
        if (change.id() == null) {
            throw new IllegalStateException("A change without id was let through");
        }
        Instant now = world.now();
        Variant after = variant(change.id());
        if (change.policy() != null) {
            after = after.withPolicy(change.policy(), now);
        }
        if (change.priceMinor() != null || change.compareAtMinor() != null) {
            long price = change.priceMinor() == null ? after.priceMinor() : change.priceMinor();
            after = after.withPrices(
                    price, change.compareAtMinor() == null ? after.compareAtMinor() : change.compareAtMinor(), now);
        }
        if (change.sku() != null || change.barcode() != null) {
            String sku = change.sku() == null ? after.sku() : change.sku();
            after = after.withCodes(sku, change.barcode() == null ? after.barcode() : change.barcode(), now);
        }
        world.tables.variants.put(after);
        applyToItem(after, change);
        return after;
    }

    private void applyToItem(Variant variant, Change change) {
        world.tables.items.find(variant.item()).ifPresent(item -> {
            boolean tracked = change.tracked() == null ? item.tracked() : change.tracked();
            if (change.sku() != null || tracked != item.tracked()) {
                InventoryItem after = item.with(variant.sku(), tracked, world.now());
                world.tables.items.put(after);
                world.emit(Topic.INVENTORY_ITEMS_UPDATE, new Subject.ItemChanged(after));
            }
        });
        for (Adjustment adjustment : change.adjustments()) {
            world.stock.change(
                    variant.item(),
                    adjustment.location(),
                    QuantityName.AVAILABLE,
                    adjustment.delta(),
                    new Stock.Cause("correction", null, null));
        }
    }

    private Variant variant(ProductVariantId id) {
        return world.tables
                .variants
                .find(id)
                .orElseThrow(() -> new IllegalStateException("A product names variant " + id.number()));
    }

    private static Optional<UserError> error(String path, String message, String code) {
        return Optional.of(UserError.at(path, message, code));
    }
}
