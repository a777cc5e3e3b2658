package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.client.Document.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final ShopDomain SHOP = new ShopDomain("toy-shop.myshopify.com");
    private static final Document HOLD = new Document("harmless/hold", "", Repeat.HARMLESS);

    private Instant now = Instant.parse("2026-07-01T12:00:00Z");
    private final Throttle throttle = new Throttle(() -> now);

    private void answered(double requested, double available) {
        var turn = throttle.turn(SHOP, HOLD, 1);
        throttle.end(SHOP, HOLD, turn, cost(requested, available));
    }

    private static Cost cost(double requested, double available) {
        return new Cost(requested, OptionalDouble.empty(), new Cost.Level(2000, available, 100));
    }

    @Test
    void a_shop_nobody_has_asked_yet_is_asked() {
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
    }

    @Test
    void what_is_missing_is_waited_for_at_the_rate_the_shop_told() {
        answered(50, 20);
        assertThat(throttle.turn(SHOP, HOLD, 1).delay()).isEqualTo(Duration.ofMillis(300));
        now = now.plusMillis(299);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isFalse();
        now = now.plusMillis(1);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
    }

    @Test
    void points_of_requests_under_way_are_not_given_out_twice() {
        answered(50, 120);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
        assertThat(throttle.turn(SHOP, HOLD, 1).delay()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_request_without_an_answer_gives_its_points_back() {
        answered(50, 60);
        var turn = throttle.turn(SHOP, HOLD, 1);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isFalse();
        throttle.end(SHOP, turn);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
    }

    @Test
    void a_bucket_never_holds_more_than_its_maximum() {
        answered(1999, 0);
        now = now.plus(Duration.ofHours(1));
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
        assertThat(throttle.turn(SHOP, HOLD, 1).delay()).isEqualTo(Duration.ofMillis(19_980));
    }

    @Test
    void a_document_that_costs_more_than_the_bucket_holds_is_sent_when_it_is_full() {
        answered(3000, 1000);
        assertThat(throttle.turn(SHOP, HOLD, 1).delay()).isEqualTo(Duration.ofSeconds(10));
        now = now.plusSeconds(10);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
    }

    @Test
    void a_clock_set_back_takes_no_points_away() {
        answered(50, 60);
        now = now.minus(Duration.ofDays(1));
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow()).isTrue();
    }

    @Test
    void a_shop_that_restores_nothing_is_asked_again_all_the_same() {
        assertThat(Throttle.delay(10, 0, new Cost.Level(100, 0, 0))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void each_shop_has_its_own_points() {
        answered(50, 0);
        assertThat(throttle.turn(new ShopDomain("other.myshopify.com"), HOLD, 1).isNow())
                .isTrue();
    }

    @Test
    void answers_that_overtake_each_other_do_not_give_points_out_twice() {
        answered(50, 120);
        var first = throttle.turn(SHOP, HOLD, 1);
        var second = throttle.turn(SHOP, HOLD, 1);
        throttle.end(SHOP, HOLD, second, cost(50, 20));
        throttle.end(SHOP, HOLD, first, cost(50, 70));
        assertThat(throttle.turn(SHOP, HOLD, 1).delay()).as("20 are left").isEqualTo(Duration.ofMillis(300));
        now = now.plusSeconds(1);
        answered(50, 1000);
        assertThat(throttle.turn(SHOP, HOLD, 1).isNow())
                .as("one that was alone is believed")
                .isTrue();
    }

    @Test
    void first_answers_that_overtake_each_other_do_not_either() {
        var first = throttle.turn(SHOP, HOLD, 1);
        var second = throttle.turn(SHOP, HOLD, 1);
        throttle.end(SHOP, HOLD, second, cost(50, 20));
        throttle.end(SHOP, HOLD, first, cost(50, 70));
        assertThat(throttle.turn(SHOP, HOLD, 1).delay()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void the_shop_nearest_to_its_limit_is_told() {
        assertThat(throttle.leastLeft()).isEqualTo(1);
        answered(50, 500);
        assertThat(throttle.leastLeft()).isEqualTo(0.25);
        now = now.plusSeconds(5);
        assertThat(throttle.leastLeft()).isEqualTo(0.5);
        throttle.turn(SHOP, HOLD, 1);
        assertThat(throttle.leastLeft()).isLessThan(0.5);
    }
}
