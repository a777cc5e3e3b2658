package dev.holdfast.supply;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.client.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our copy of what Shopify counts. */
final class StockMirror implements Mirror<Stock> {
    static final String NAME = "stock";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return "InventoryItem";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Document some() {
        return Document.named("read/inventory-items");
    }

    @Override
    public Document all() {
        return Document.named("read/all-inventory-items");
    }

    @Override
    public Stock read(Branch branch, Instant readAt) {
        long item = branch.id().number();
        return new Stock(
                item,
                branch.children("InventoryLevel")
                        .map(level -> level(item, level, readAt))
                        .toList(),
                readAt);
    }

    private static Stock.Level level(long item, Branch branch, Instant readAt) {
        var units = new EnumMap<State, Integer>(State.class);
        for (var quantity : branch.node().path("quantities")) {
            State.of(quantity.path("name").asString(""))
                    .ifPresent(
                            state -> units.put(state, quantity.path("quantity").asInt()));
        }
        return new Stock.Level(
                item,
                branch.requiredReference("location", "id"),
                branch.flag("isActive"),
                units,
                branch.time("updatedAt"),
                readAt);
    }

    @Override
    public long id(Stock stock) {
        return stock.item();
    }

    @Override
    public Facts facts(Stock stock) {
        var values = new TreeMap<String, String>();
        for (var level : stock.levels()) {
            var place = "at location " + level.location();
            values.put(place + " is active", String.valueOf(level.active()));
            level.units().forEach((state, units) -> values.put(place + " " + state.column(), String.valueOf(units)));
        }
        var updated = stock.levels().stream()
                .map(Stock.Level::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(stock.readAt());
        return new Facts("stock of inventory item " + stock.item(), updated, stock.readAt(), values);
    }

    @Override
    public List<Long> write(JdbcClient sql, ShopId shop, List<Stock> stocks, Instant now) {
        return StockRows.write(sql, shop, stocks, now);
    }

    @Override
    public List<Stock> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return StockRows.load(sql, shop, ids);
    }

    @Override
    public void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        StockRows.gone(sql, shop, ids, at, now);
    }

    @Override
    public List<Long> known(JdbcClient sql, ShopId shop) {
        return sql.sql("select distinct inventory_item_id from stock_level where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
