package dev.holdfast.catalog;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.client.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our copy of a shop's products and their variants. */
final class ProductMirror implements Mirror<Product> {
    static final String NAME = "product";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return "Product";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Document some() {
        return Document.named("read/products");
    }

    @Override
    public Document all() {
        return Document.named("read/all-products");
    }

    @Override
    public Product read(Branch branch, Instant readAt) {
        long id = branch.id().number();
        return new Product(
                id,
                branch.required("title"),
                branch.required("status"),
                branch.children("ProductVariant")
                        .map(variant -> variant(id, variant))
                        .toList(),
                branch.time("updatedAt"),
                readAt);
    }

    private static Product.Variant variant(long product, Branch branch) {
        return new Product.Variant(
                product,
                branch.id().number(),
                branch.requiredReference("inventoryItem", "id"),
                branch.required("title"),
                branch.text("sku"),
                branch.required("inventoryPolicy"),
                branch.node().path("inventoryItem").path("tracked").asBoolean(false),
                branch.time("updatedAt"));
    }

    @Override
    public long id(Product product) {
        return product.id();
    }

    @Override
    public Facts facts(Product product) {
        var values = new TreeMap<String, String>();
        values.put("title", product.title());
        values.put("status", product.status());
        for (var variant : product.variants()) {
            var name = "variant " + variant.id();
            values.put(name, "there");
            values.put(name + " title", variant.title());
            values.put(name + " SKU", variant.sku().orElse(""));
            values.put(name + " policy", variant.policy());
            values.put(name + " is tracked", String.valueOf(variant.tracked()));
            values.put(name + " inventory item", String.valueOf(variant.inventoryItem()));
        }
        return new Facts("product " + product.id(), product.updatedAt(), product.readAt(), values);
    }

    @Override
    public List<Long> write(JdbcClient sql, ShopId shop, List<Product> products, Instant now) {
        return ProductRows.write(sql, shop, products, now);
    }

    @Override
    public List<Product> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return ProductRows.load(sql, shop, ids);
    }

    @Override
    public void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        ProductRows.gone(sql, shop, ids, at, now);
    }

    @Override
    public List<Long> known(JdbcClient sql, ShopId shop) {
        return sql.sql("select product_id from product where shop_id = :shop and gone_at is null")
                .param("shop", shop.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
