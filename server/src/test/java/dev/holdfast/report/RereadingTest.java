package dev.holdfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shop.Shops;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.turn.Announcements;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is waited for, with a reader that takes a second, or minutes, for each thing. */
class RereadingTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    private final Refreshes refreshes = new Refreshes(new Announcements(new Wakes()), clock);
    private ShopId shop = new ShopId(1);
    private long next = 1;
    private int looks;

    @BeforeEach
    void three_things_to_be_read_again() {
        DATABASE.superuser()
                .sql("truncate refresh, shop_turn, turn_announcement, shop restart identity cascade")
                .update();
        shop = new Shops(DATABASE.database(), clock).install(new ShopDomain("toy-shop.myshopify.com"));
        in(sql -> {
            mark(sql);
            mark(sql);
            mark(sql);
        });
    }

    @Test
    void what_comes_due_meanwhile_is_not_waited_for() throws InterruptedException {
        rereading(Duration.ofSeconds(1), sql -> {
                    sql.sql("""
                            delete from refresh where shop_id = :shop and hint_id = (
                                select hint_id from refresh where shop_id = :shop order by due_at, hint_id limit 1)
                            """).param("shop", shop.value()).update();
                    mark(sql);
                })
                .settle(shop);
        assertThat(looks).isEqualTo(3);
        assertThat(marked()).containsExactlyInAnyOrder(4L, 5L, 6L);
    }

    @Test
    void what_cannot_be_read_is_left_after_ten_minutes() throws InterruptedException {
        rereading(Duration.ofMinutes(1), _ -> {}).settle(shop);
        assertThat(looks).isEqualTo(10);
        assertThat(marked()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    private Rereading rereading(Duration takes, Consumer<JdbcClient> work) {
        var reader = Worker.of("reader", 1, () -> {
            looks++;
            clock.forward(takes);
            in(work);
            return true;
        });
        return new Rereading(DATABASE.database(), refreshes, reader, clock);
    }

    private void mark(JdbcClient sql) {
        refreshes.mark(sql, shop, new Hint("order", List.of(next++), "a test"));
    }

    private List<Long> marked() {
        return DATABASE.database().inShop(shop, sql -> refreshes.marked(sql, shop, "order"));
    }

    private void in(Consumer<JdbcClient> work) {
        DATABASE.database().inShop(shop, sql -> {
            work.accept(sql);
            return shop;
        });
    }
}
