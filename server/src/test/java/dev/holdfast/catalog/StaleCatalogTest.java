package dev.holdfast.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readings that come in another order than they were made. */
class StaleCatalogTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(1);

    private final LocationMirror locations = new LocationMirror();
    private ShopId shop = new ShopId(1);

    @BeforeEach
    void install() {
        DATABASE.superuser().sql("truncate product, variant, location").update();
        shop = new Shops(DATABASE.database(), new SettableClock("2026-07-01T12:00:00Z"))
                .install(new ShopDomain("toy-shop.myshopify.com"));
    }

    private void inShop(Consumer<JdbcClient> work) {
        DATABASE.database().inShop(shop, sql -> {
            work.accept(sql);
            return shop;
        });
    }

    private static Location location(String name, Instant read) {
        return new Location(5, name, true, true, BEFORE, read);
    }

    private static Product bear(String title, Instant at, long... variants) {
        return bear(title, at, at, variants);
    }

    private static Product bear(String title, Instant at, Instant read, long... variants) {
        var all = Arrays.stream(variants)
                .mapToObj(id -> new Product.Variant(3, id, id + 100, title, Optional.empty(), "DENY", true, at))
                .toList();
        return new Product(3, title, "ACTIVE", all, at, read);
    }

    private List<Product> products() {
        return DATABASE.database().inShop(shop, sql -> ProductRows.load(sql, shop, List.of(3L)));
    }

    @Test
    void an_older_product_loses_to_a_newer_with_its_variants() {
        inShop(sql -> ProductRows.write(sql, shop, List.of(bear("new", NOON, 1, 2)), NOON));
        inShop(sql -> ProductRows.write(sql, shop, List.of(bear("old", BEFORE, 1, 9)), NOON));
        assertThat(products()).containsExactly(bear("new", NOON, 1, 2));
    }

    @Test
    void news_that_a_product_is_gone_loses_to_a_later_reading_of_it() {
        inShop(sql -> ProductRows.write(sql, shop, List.of(bear("new", NOON, 1)), NOON));
        inShop(sql -> ProductRows.gone(sql, shop, List.of(3L), BEFORE, NOON));
        assertThat(products()).containsExactly(bear("new", NOON, 1));
    }

    @Test
    void an_older_location_loses_to_a_newer() {
        var now = new Location(5, "new", true, true, NOON, NOON);
        inShop(sql -> locations.write(sql, shop, List.of(now), NOON));
        inShop(sql -> locations.write(sql, shop, List.of(new Location(5, "old", false, false, BEFORE, BEFORE)), NOON));
        inShop(sql -> locations.gone(sql, shop, List.of(5L), BEFORE, NOON));
        inShop(sql -> assertThat(locations.load(sql, shop, List.of(5L))).containsExactly(now));
    }

    @Test
    void what_was_read_while_the_clock_was_ahead_gives_way_to_any_reading_after() {
        var ahead = NOON.plusSeconds(3600);
        inShop(sql -> ProductRows.write(sql, shop, List.of(bear("ahead", BEFORE, ahead, 1)), ahead));
        inShop(sql -> locations.write(sql, shop, List.of(location("ahead", ahead)), ahead));
        inShop(sql -> ProductRows.write(sql, shop, List.of(bear("after", BEFORE, NOON, 1)), NOON));
        inShop(sql -> locations.write(sql, shop, List.of(location("after", NOON)), NOON));
        assertThat(products()).containsExactly(bear("after", BEFORE, NOON, 1));
        inShop(sql -> assertThat(locations.load(sql, shop, List.of(5L))).containsExactly(location("after", NOON)));
    }

    @Test
    void what_was_read_while_the_clock_was_ahead_goes_when_shopify_no_longer_has_it() {
        var ahead = NOON.plusSeconds(3600);
        inShop(sql -> ProductRows.write(sql, shop, List.of(bear("ahead", BEFORE, ahead, 1)), ahead));
        inShop(sql -> locations.write(sql, shop, List.of(location("ahead", ahead)), ahead));
        inShop(sql -> ProductRows.gone(sql, shop, List.of(3L), NOON, NOON));
        inShop(sql -> locations.gone(sql, shop, List.of(5L), NOON, NOON));
        assertThat(products()).isEmpty();
        inShop(sql -> assertThat(locations.load(sql, shop, List.of(5L))).isEmpty());
    }
}
