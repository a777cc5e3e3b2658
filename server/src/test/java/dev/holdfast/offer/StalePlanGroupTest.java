package dev.holdfast.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readings of groups that come in another order than they were made: Shopify does not say when one changed. */
class StalePlanGroupTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant AHEAD = NOON.plusSeconds(3600);

    private final PlanGroupMirror groups = new PlanGroupMirror();
    private ShopId shop = new ShopId(1);

    @BeforeEach
    void install() {
        DATABASE.superuser().sql("truncate selling_plan_group cascade").update();
        shop = new Shops(DATABASE.database(), new SettableClock("2026-07-01T12:00:00Z"))
                .install(new ShopDomain("toy-shop.myshopify.com"));
    }

    private <T> T inShop(Function<JdbcClient, T> work) {
        return DATABASE.database().inShop(shop, work);
    }

    private void write(String name, Instant read) {
        inShop(sql -> groups.write(sql, shop, List.of(new PlanGroup(3, name, List.of(), NOON, read)), read));
    }

    private List<String> names() {
        return inShop(sql -> groups.load(sql, shop, List.of(3L))).stream()
                .map(PlanGroup::name)
                .toList();
    }

    private void gone(Instant at) {
        inShop(sql -> {
            groups.gone(sql, shop, List.of(3L), at, at);
            return shop;
        });
    }

    @Test
    void the_later_reading_wins() {
        write("later", NOON);
        write("earlier", NOON.minusSeconds(1));
        gone(NOON.minusSeconds(1));
        assertThat(names()).containsExactly("later");
    }

    @Test
    void what_was_read_while_the_clock_was_ahead_gives_way_to_any_reading_after() {
        write("ahead", AHEAD);
        write("after", NOON);
        assertThat(names()).containsExactly("after");
    }

    @Test
    void what_was_read_while_the_clock_was_ahead_goes_when_shopify_no_longer_has_it() {
        write("ahead", AHEAD);
        gone(NOON);
        assertThat(names()).isEmpty();
    }
}
