package dev.holdfast.shop.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.Shops;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.turn.Announcements;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class RefreshRowsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    private final Refreshes refreshes = new Refreshes(new Announcements(new Wakes()), clock);
    private ShopId shop = new ShopId(1);

    @BeforeEach
    void a_shop() {
        DATABASE.superuser()
                .sql("truncate refresh, shop_turn, turn_announcement, shop restart identity cascade")
                .update();
        shop = new Shops(DATABASE.database(), clock).install(new ShopDomain("toy-shop.myshopify.com"));
    }

    private void in(Consumer<JdbcClient> work) {
        DATABASE.database().inShop(shop, sql -> {
            work.accept(sql);
            return shop;
        });
    }

    private void mark(Long... ids) {
        in(sql -> refreshes.mark(sql, shop, new Hint("order", List.of(ids), "a test")));
    }

    private List<RefreshRow> due(int limit) {
        return DATABASE.database().inShop(shop, sql -> RefreshRows.due(sql, shop, clock.instant(), limit));
    }

    private List<Long> dueIds() {
        return due(100).stream().map(RefreshRow::id).toList();
    }

    @Test
    void many_hints_at_one_thing_are_one_reading() {
        mark(7L, 8L, 7L);
        clock.forward(Duration.ofSeconds(1));
        mark(7L);
        assertThat(dueIds()).containsExactly(7L, 8L);
        var reading = due(1);
        in(sql -> RefreshRows.done(sql, shop, reading));
        assertThat(dueIds()).containsExactly(8L);
    }

    @Test
    void what_is_hinted_at_while_it_is_read_is_read_once_more() {
        mark(7L);
        var reading = due(1);
        mark(7L);
        in(sql -> RefreshRows.done(sql, shop, reading));
        assertThat(dueIds()).containsExactly(7L);
    }

    @Test
    void a_hint_for_later_brings_no_reading_forward() {
        mark(7L);
        var reading = due(1);
        in(sql -> {
            refreshes.markIn(sql, shop, new Hint("order", List.of(7L), "not there yet"), Duration.ofSeconds(5));
            RefreshRows.done(sql, shop, reading);
        });
        assertThat(dueIds()).isEmpty();
        clock.forward(Duration.ofSeconds(5));
        assertThat(dueIds()).containsExactly(7L);
    }

    @Test
    void what_could_not_be_read_is_tried_again_later_and_counted() {
        mark(7L);
        mark(7L);
        var reading = due(1).getFirst();
        in(sql -> RefreshRows.failed(
                sql, shop, reading, "no answer", clock.instant().plusSeconds(2)));
        assertThat(dueIds()).isEmpty();
        clock.forward(Duration.ofSeconds(2));
        assertThat(due(1))
                .singleElement()
                .satisfies(row -> assertThat(row.attempts()).isEqualTo(1))
                .satisfies(row -> assertThat(row.hints()).hasSize(1));
    }

    @Test
    void pauses_grow_to_five_minutes_so_that_no_outage_is_felt_for_longer() {
        assertThat(IntStream.of(0, 1, 2, 8, 9, 62)
                        .mapToObj(tried -> RefreshProcessor.pause(new RefreshRow("order", 7, List.of(1L), tried)))
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 256L, 300L, 300L);
    }

    @Test
    void hints_that_pile_up_while_nothing_can_be_read_are_folded() {
        for (int i = 0; i < 5; i++) {
            mark(7L, 8L);
        }
        in(sql -> RefreshRows.fold(sql, shop, clock.instant()));
        assertThat(due(2)).allSatisfy(row -> assertThat(row.hints()).hasSize(1));
        assertThat(dueIds()).containsExactly(7L, 8L);
    }
}
