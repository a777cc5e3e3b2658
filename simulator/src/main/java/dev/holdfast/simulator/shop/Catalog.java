package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products, their variants and the items stocked of them. */
public final class Catalog {

    private final World world;
    private final Sellable sellable;

    /** A product to make; without option names its variants are told apart by their titles. */
    public record NewProduct(
            String title,
            Product.Status status,
            boolean requiresSellingPlan,
            List<String> tags,
            List<String> optionNames,
            List<NewVariant> variants) {

        public static NewProduct of(String title, NewVariant... variants) {
            return new NewProduct(title, Product.Status.ACTIVE, false, List.of(), List.of("Title"), List.of(variants));
        }
    }

    /**
     * A variant to make.
     *
     * @param priceMinor minor units of the shop's currency
     * @param stock available units by location; the variant is stocked exactly there
     */
    public record NewVariant(
            String title,
            @Nullable String sku,
            long priceMinor,
            InventoryPolicy policy,
            boolean tracked,
            Map<LocationId, Integer> stock) {

        public NewVariant {
            stock = Map.copyOf(stock);
        }
    }

    /** What to change of a product; null leaves it. */
    public record ProductChange(
            @Nullable String title,
            Product.@Nullable Status status,
            @Nullable Boolean requiresSellingPlan,
            @Nullable List<String> tags) {}

    Catalog(World world, Sellable sellable) {
        this.world = world;
        this.sellable = sellable;
    }

    public Table<Product> products() {
        return world.tables.products;
    }

    public Table<Variant> variants() {
        return world.tables.variants;
    }

    public Table<InventoryItem> items() {
        return world.tables.items;
    }

    /** In the order of the product; those that are gone are left out. */
    public List<Variant> variantsOf(Product product) {
        List<Variant> found = new ArrayList<>();
        for (ProductVariantId id : product.variants()) {
            world.tables.variants.find(id).ifPresent(found::add);
        }
        return found;
    }

    /** Available at all active locations together: {@code ProductVariant.inventoryQuantity}. */
    public int inventoryQuantity(Variant variant) {
        return sellable.everywhere(variant.item());
    }

    /** Available where it can be sold from online: {@code ProductVariant.sellableOnlineQuantity}. */
    public int sellableOnlineQuantity(Variant variant) {
        return sellable.online(variant);
    }

    /** {@code ProductVariant.availableForSale}. */
    public boolean availableForSale(Variant variant) {
        return variant.policy() == InventoryPolicy.CONTINUE
                || !world.stock.tracks(variant.item())
                || sellable.online(variant) > 0;
    }

    public Product create(NewProduct wanted) {
        return world.write(() -> {
            Instant now = world.now();
            ProductId id = new ProductId(world.nextId());
            List<ProductVariantId> ids = new ArrayList<>();
            for (NewVariant variant : wanted.variants()) {
                ids.add(add(id, variant, ids.size() + 1, wanted.optionNames()));
            }
            Product product = new Product(
                    id,
                    wanted.title(),
                    wanted.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                    world.settings.name(),
                    "",
                    wanted.status(),
                    wanted.requiresSellingPlan(),
                    wanted.tags(),
                    wanted.optionNames(),
                    ids,
                    now,
                    now);
            keep(product, Topic.PRODUCTS_CREATE);
            return product;
        });
    }

    /** {@code productUpdate}. */
    public Result<Product> update(ProductId id, ProductChange change) {
        return world.write(() -> world.tables
                .products
                .find(id)
                .<Result<Product>>map(product -> Result.done(keep(changed(product, change), Topic.PRODUCTS_UPDATE)))
                .orElseGet(() -> Result.refused(UserError.at("id", "Product does not exist", null))));
    }

    /** {@code productDelete}: its variants and their levels go too; orders keep their lines. */
    public Result<ProductId> delete(ProductId id) {
        return world.write(() -> world.tables
                .products
                .find(id)
                .<Result<ProductId>>map(product -> {
                    product.variants().forEach(this::forget);
                    world.tables.products.remove(id);
                    world.emit(Topic.PRODUCTS_DELETE, new Subject.Deleted(id));
                    return Result.done(id);
                })
                .orElseGet(() -> Result.refused(UserError.at("id", "Product does not exist", null))));
    }

    /** {@code productVariantsBulkDelete}. */
    public Result<Product> deleteVariants(ProductId id, List<ProductVariantId> gone) {
        return world.write(() -> {
            Product product = world.tables.products.find(id).orElse(null);
            if (product == null) {
                return Result.refused(UserError.at("productId", "Product does not exist", "PRODUCT_DOES_NOT_EXIST"));
            }
            if (!product.variants().containsAll(gone)) {
                return Result.refused(UserError.at(
                        "variantsIds",
                        "At least one variant does not belong to the product",
                        "AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT"));
            }
            List<ProductVariantId> left = new ArrayList<>(product.variants());
            left.removeAll(gone);
            if (left.isEmpty()) {
                return Result.refused(
                        UserError.at("variantsIds", "Cannot delete last variant", "CANNOT_DELETE_LAST_VARIANT"));
            }
            gone.forEach(this::forget);
            return Result.done(keep(product.withVariants(left, world.now()), Topic.PRODUCTS_UPDATE));
        });
    }

    Product keep(Product product, Topic topic) {
        world.tables.products.put(product);
        world.emit(topic, new Subject.ProductChanged(product, variantsOf(product)));
        return product;
    }

    private Product changed(Product product, ProductChange change) {
        Instant now = world.now();
        Product after = change.title() == null ? product : product.withTitle(change.title(), now);
        after = change.status() == null ? after : after.withStatus(change.status(), now);
        after = change.tags() == null ? after : after.withTags(change.tags(), now);
        return change.requiresSellingPlan() == null
                ? after
                : after.withRequiresSellingPlan(change.requiresSellingPlan(), now);
    }

    private ProductVariantId add(ProductId product, NewVariant wanted, int position, List<String> optionNames) {
        Instant now = world.now();
        ProductVariantId id = new ProductVariantId(world.nextId());
        InventoryItemId itemId = new InventoryItemId(world.nextId());
        InventoryItem item = new InventoryItem(itemId, id, wanted.sku(), wanted.tracked(), true, now, now);
        world.tables.items.put(item);
        List<Attribute> options =
                optionNames.isEmpty() ? List.of() : List.of(new Attribute(optionNames.getFirst(), wanted.title()));
        world.tables.variants.put(new Variant(
                id,
                product,
                itemId,
                wanted.title(),
                wanted.sku(),
                null,
                wanted.priceMinor(),
                null,
                wanted.policy(),
                position,
                options,
                now,
                now));
        world.emit(Topic.INVENTORY_ITEMS_CREATE, new Subject.ItemChanged(item));
        wanted.stock().entrySet().stream()
                .sorted(java.util.Comparator.comparingLong(
                        entry -> entry.getKey().number()))
                .forEach(entry -> stocked(itemId, entry.getKey(), entry.getValue()));
        return id;
    }

    private void stocked(InventoryItemId item, LocationId location, int units) {
        if (world.tables.locations.find(location).isEmpty()) {
            throw new IllegalArgumentException("No location " + location.number() + " in this shop");
        }
        world.stock.level(item, location);
        if (units != 0) {
            world.stock.change(
                    item, location, QuantityName.AVAILABLE, units, new Stock.Cause("correction", null, null));
        }
    }

    private void forget(ProductVariantId id) {
        world.tables.variants.find(id).ifPresent(variant -> {
            world.tables.levels.remove(variant.item());
            world.tables.items.remove(variant.item());
            world.tables.variants.remove(id);
            world.tables.profileOfVariant.remove(id.number());
            world.emit(Topic.INVENTORY_ITEMS_DELETE, new Subject.Deleted(variant.item()));
        });
    }
}
