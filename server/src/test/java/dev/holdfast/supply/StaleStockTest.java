package dev.holdfast.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readings that come in another order than they were made. */
class StaleStockTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private ShopId shop = new ShopId(1);

    @BeforeEach
    void install() {
        DATABASE.superuser().sql("truncate stock_level").update();
        shop = new Shops(DATABASE.database(), new SettableClock("2026-07-01T12:00:00Z"))
                .install(new ShopDomain("toy-shop.myshopify.com"));
    }

    private static Stock.Level level(long location, int available, Instant updated, Instant read) {
        return new Stock.Level(7, location, true, Map.of(State.AVAILABLE, available), updated, read);
    }

    private List<Long> write(Instant read, Stock.Level... levels) {
        return DATABASE.database()
                .inShop(shop, sql -> StockRows.write(sql, shop, List.of(new Stock(7, List.of(levels), read)), read));
    }

    private void gone(Instant at) {
        DATABASE.database().inShop(shop, sql -> {
            StockRows.gone(sql, shop, List.of(7L), at, at);
            return shop;
        });
    }

    private List<Integer> available() {
        return DATABASE.database().inShop(shop, sql -> StockRows.load(sql, shop, List.of(7L))).stream()
                .flatMap(stock -> stock.levels().stream())
                .map(level -> level.of(State.AVAILABLE))
                .toList();
    }

    @Test
    void an_older_count_loses_to_a_newer() {
        write(NOON, level(1, 5, NOON, NOON));
        write(NOON.minusSeconds(1), level(1, 9, NOON.minusSeconds(1), NOON.minusSeconds(1)));
        assertThat(available()).containsExactly(5);
    }

    @Test
    void of_two_readings_of_one_count_the_later_wins() {
        write(NOON.plusSeconds(9), level(1, 5, NOON, NOON.plusSeconds(9)));
        write(NOON.plusSeconds(3), level(1, 9, NOON, NOON.plusSeconds(3)));
        assertThat(available()).containsExactly(5);
        write(NOON.plusSeconds(10), level(1, 4, NOON, NOON.plusSeconds(10)));
        assertThat(available()).containsExactly(4);
    }

    @Test
    void an_older_reading_takes_no_level_away() {
        write(NOON, level(1, 5, NOON, NOON), level(2, 6, NOON, NOON));
        write(NOON.minusSeconds(1), level(1, 9, NOON.minusSeconds(1), NOON.minusSeconds(1)));
        assertThat(available()).containsExactly(5, 6);
        gone(NOON.minusSeconds(1));
        assertThat(available()).containsExactly(5, 6);
    }

    @Test
    void what_was_counted_while_the_clock_was_ahead_gives_way_to_any_reading_after() {
        var ahead = NOON.plusSeconds(3600);
        write(ahead, level(1, 5, NOON, ahead), level(2, 6, NOON, ahead));
        write(NOON, level(1, 4, NOON, NOON));
        assertThat(available()).containsExactly(4);
    }

    @Test
    void what_was_counted_while_the_clock_was_ahead_goes_when_shopify_no_longer_has_it() {
        var ahead = NOON.plusSeconds(3600);
        write(ahead, level(1, 5, NOON, ahead));
        gone(NOON);
        assertThat(available()).isEmpty();
    }

    @Test
    void an_item_is_kept_when_one_of_its_levels_was_written_or_taken_away() {
        assertThat(write(NOON, level(1, 5, NOON, NOON), level(2, 6, NOON, NOON)))
                .containsExactly(7L);
        assertThat(write(NOON.minusSeconds(1), level(1, 9, NOON.minusSeconds(1), NOON.minusSeconds(1))))
                .as("of an older reading")
                .isEmpty();
        assertThat(write(NOON.plusSeconds(1), level(1, 5, NOON, NOON.plusSeconds(1))))
                .containsExactly(7L);
        assertThat(write(NOON.plusSeconds(2))).as("none is left").containsExactly(7L);
    }
}
