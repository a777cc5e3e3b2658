package dev.holdfast.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readings that come in another order than they were made. */
class StaleOrderTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private ShopId shop = new ShopId(1);

    @BeforeEach
    void install() {
        DATABASE.superuser().sql("truncate customer_order cascade").update();
        shop = new Shops(DATABASE.database(), new SettableClock("2026-07-01T12:00:00Z"))
                .install(new ShopDomain("toy-shop.myshopify.com"));
    }

    private static Order order(int open, Instant updated, Instant read) {
        var line = new Order.Line(8, 80, Optional.of(1L), Optional.empty(), 5, 5, open, Optional.empty());
        return new Order(
                8,
                "#8",
                NOON.minusSeconds(900),
                NOON.minusSeconds(900),
                Optional.empty(),
                Optional.empty(),
                "EUR",
                Optional.of("PAID"),
                List.of(line),
                List.of(),
                updated,
                read);
    }

    private List<Long> write(Order order) {
        return DATABASE.database().inShop(shop, sql -> OrderRows.write(sql, shop, List.of(order), NOON));
    }

    private int open() {
        return DATABASE.database()
                .inShop(
                        shop,
                        sql -> sql.sql("select open from order_line where shop_id = :shop and order_id = 8")
                                .param("shop", shop.value())
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    @Test
    void an_older_order_loses_to_a_newer_with_its_lines() {
        assertThat(write(order(2, NOON, NOON))).containsExactly(8L);
        assertThat(write(order(5, NOON.minusSeconds(1), NOON.plusSeconds(1))))
                .as("what was kept")
                .isEmpty();
        assertThat(open()).isEqualTo(2);
        assertThat(write(order(4, NOON, NOON.minusSeconds(1))))
                .as("the same order, read earlier")
                .isEmpty();
        assertThat(open()).isEqualTo(2);
        assertThat(write(order(1, NOON.plusSeconds(1), NOON.plusSeconds(1)))).containsExactly(8L);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void what_was_read_while_the_clock_was_ahead_gives_way_to_any_reading_after() {
        var ahead = NOON.plusSeconds(3600);
        write(order(7, NOON, ahead));
        assertThat(write(order(6, NOON, NOON))).containsExactly(8L);
        assertThat(open()).isEqualTo(6);
    }

    @Test
    void what_was_read_while_the_clock_was_ahead_goes_when_shopify_no_longer_has_it() {
        write(order(7, NOON, NOON.plusSeconds(3600)));
        var missing = new OrderRows.Missing(NOON, NOON.minusSeconds(9000), NOON);
        var gone = DATABASE.database().inShop(shop, sql -> OrderRows.gone(sql, shop, List.of(8L), missing));
        assertThat(gone).containsExactly(8L);
    }
}
