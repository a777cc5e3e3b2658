package dev.holdfast.catalog;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import dev.holdfast.shop.mirror.ReadTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of products and variants. */
final class ProductRows {
    private ProductRows() {}

    /** A product without its variants. */
    private record Head(long id, String title, String status, Instant updatedAt, Instant readAt) {}

    static List<Long> write(JdbcClient sql, ShopId shop, List<Product> products, Instant now) {
        var kept = new HashSet<>(writeHeads(sql, shop, products, now));
        var fresh =
                products.stream().filter(product -> kept.contains(product.id())).toList();
        var variants =
                fresh.stream().flatMap(product -> product.variants().stream()).toList();
        writeVariants(sql, shop, variants);
        forgetOthers(sql, shop, fresh, variants);
        return fresh.stream().map(Product::id).toList();
    }

    private static List<Long> writeHeads(JdbcClient sql, ShopId shop, List<Product> products, Instant now) {
        return sql.sql("""
                insert into product as kept (shop_id, product_id, title, status, updated_at, read_at)
                select :shop, unnest(:ids::bigint[]) as id, unnest(:titles::text[]), unnest(:statuses::text[]),
                       to_timestamp(unnest(:updated::float8[])), to_timestamp(unnest(:read::float8[]))
                order by id
                on conflict (shop_id, product_id) do update
                set title = excluded.title, status = excluded.status, gone_at = null,
                    updated_at = excluded.updated_at, read_at = excluded.read_at
                where kept.updated_at < excluded.updated_at
                   or kept.updated_at = excluded.updated_at
                      and (kept.read_at <= excluded.read_at or kept.read_at > :latest)
                returning product_id
                """)
                .param("shop", shop.value())
                .param("ids", ColumnArrays.longs(products, Product::id))
                .param("titles", ColumnArrays.texts(products, Product::title))
                .param("statuses", ColumnArrays.texts(products, Product::status))
                .param("updated", ColumnArrays.times(products, Product::updatedAt))
                .param("read", ColumnArrays.times(products, Product::readAt))
                .param("latest", ReadTimes.latestColumn(now))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static void writeVariants(JdbcClient sql, ShopId shop, List<Product.Variant> variants) {
        sql.sql("""
                insert into variant
                    (shop_id, variant_id, product_id, inventory_item_id, title, sku, policy, tracked, updated_at)
                select :shop, unnest(:ids::bigint[]), unnest(:products::bigint[]), unnest(:items::bigint[]),
                       unnest(:titles::text[]), unnest(:skus::text[]), unnest(:policies::text[]),
                       unnest(:tracked::boolean[]), to_timestamp(unnest(:updated::float8[]))
                on conflict (shop_id, variant_id) do update
                set product_id = excluded.product_id, inventory_item_id = excluded.inventory_item_id,
                    title = excluded.title, sku = excluded.sku, policy = excluded.policy, tracked = excluded.tracked,
                    updated_at = excluded.updated_at, gone_at = null
                """)
                .param("shop", shop.value())
                .param("ids", ColumnArrays.longs(variants, Product.Variant::id))
                .param("products", ColumnArrays.longs(variants, Product.Variant::product))
                .param("items", ColumnArrays.longs(variants, Product.Variant::inventoryItem))
                .param("titles", ColumnArrays.texts(variants, Product.Variant::title))
                .param("skus", ColumnArrays.optionalTexts(variants, Product.Variant::sku))
                .param("policies", ColumnArrays.texts(variants, Product.Variant::policy))
                .param("tracked", ColumnArrays.flags(variants, Product.Variant::tracked))
                .param("updated", ColumnArrays.times(variants, Product.Variant::updatedAt))
                .update();
    }

    /** Variants of these products that Shopify no longer has. */
    private static void forgetOthers(
            JdbcClient sql, ShopId shop, List<Product> products, List<Product.Variant> variants) {
        sql.sql("""
                update variant
                set gone_at = product.read_at
                from product
                where variant.shop_id = :shop and product.shop_id = :shop
                  and product.product_id = variant.product_id
                  and variant.product_id = any (:products::bigint[])
                  and not variant.variant_id = any (:variants::bigint[])
                  and variant.gone_at is null
                """)
                .param("shop", shop.value())
                .param("products", ColumnArrays.longs(products, Product::id))
                .param("variants", ColumnArrays.longs(variants, Product.Variant::id))
                .update();
    }

    static List<Product> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        var variants = sql
                .sql("""
                        select variant_id, product_id, inventory_item_id, title, sku, policy, tracked, updated_at
                        from variant
                        where shop_id = :shop and product_id = any (:ids::bigint[]) and gone_at is null
                        order by variant_id
                        """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> variant(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Product.Variant::product));
        return sql
                .sql("""
                        select product_id, title, status, updated_at, read_at
                        from product
                        where shop_id = :shop and product_id = any (:ids::bigint[]) and gone_at is null
                        """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Head(
                        row.getLong("product_id"),
                        row.getString("title"),
                        row.getString("status"),
                        row.getTimestamp("updated_at").toInstant(),
                        row.getTimestamp("read_at").toInstant()))
                .list()
                .stream()
                .map(head -> new Product(
                        head.id(),
                        head.title(),
                        head.status(),
                        variants.getOrDefault(head.id(), List.of()),
                        head.updatedAt(),
                        head.readAt()))
                .toList();
    }

    private static Product.Variant variant(ResultSet row) throws SQLException {
        return new Product.Variant(
                row.getLong("product_id"),
                row.getLong("variant_id"),
                row.getLong("inventory_item_id"),
                row.getString("title"),
                Optional.ofNullable(row.getString("sku")),
                row.getString("policy"),
                row.getBoolean("tracked"),
                row.getTimestamp("updated_at").toInstant());
    }

    static void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        sql.sql("""
                update product set gone_at = :at
                where shop_id = :shop and product_id = any (:ids::bigint[]) and gone_at is null
                  and (read_at <= :at or read_at > :latest)
                """)
                .param("at", Timestamp.from(at))
                .param("latest", ReadTimes.latestColumn(now))
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .update();
        sql.sql("""
                update variant
                set gone_at = product.gone_at
                from product
                where variant.shop_id = :shop and product.shop_id = :shop
                  and product.product_id = variant.product_id and product.gone_at is not null
                  and variant.product_id = any (:ids::bigint[]) and variant.gone_at is null
                """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** The products whose variants are counted as these inventory items, as far as they are known here. */
    static List<Long> ofItems(JdbcClient sql, ShopId shop, Collection<Long> items) {
        return sql.sql("""
                        select distinct product_id from variant
                        where shop_id = :shop and inventory_item_id = any (:items::bigint[]) and gone_at is null
                        """)
                .param("shop", shop.value())
                .param("items", items.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
