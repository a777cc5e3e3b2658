package dev.holdfast.shopify.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.Health.Level;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.simulator.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens of the simulated shop, by the ways a merchant gives them. */
class TokensTest extends ToyTokens {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    TokensTest() {
        super(DATABASE);
    }

    @Test
    void a_merchants_own_shop_connects_by_client_credentials() {
        var shop = installer.byClientCredentials(DOMAIN);
        assertThat(works(access(shop))).isTrue();
        assertThat(connected).containsExactly(shop);
        assertThat(shops.find(DOMAIN)).contains(shop);
    }

    @Test
    void client_credentials_are_asked_for_anew_before_their_day_is_over() {
        var shop = installer.byClientCredentials(DOMAIN);
        var first = access(shop);
        forward(Duration.ofHours(24).minusMinutes(1));
        assertThat(access(shop)).isNotEqualTo(first);
        assertThat(works(access(shop))).isTrue();
    }

    @Test
    void an_embedded_page_connects_its_shop_and_the_token_is_refreshed() {
        var shop = connectByPage();
        var first = access(shop);
        assertThat(works(first)).isTrue();
        forward(Duration.ofMinutes(57));
        assertThat(access(shop)).isEqualTo(first);
        forward(Duration.ofMinutes(2));
        assertThat(access(shop)).isNotEqualTo(first);
        for (int hour = 0; hour < 5; hour++) {
            forward(Duration.ofHours(1));
            assertThat(works(access(shop))).isTrue();
        }
    }

    @Test
    void a_wrong_session_token_connects_nothing() {
        assertThatThrownBy(() -> installer.bySessionToken(new SessionToken(DOMAIN, Optional.empty()), "a.b.c"))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("invalid_subject_token");
        assertThat(shops.find(DOMAIN)).isEmpty();
    }

    @Test
    void many_who_need_a_new_token_at_once_refresh_it_once() throws Exception {
        var shop = connectByPage();
        forward(Duration.ofHours(2));
        long before = shopify.simulator.server().answered();
        var all = new ArrayList<Callable<Access>>();
        for (int i = 0; i < 20; i++) {
            all.add(() -> access(shop));
        }
        var seen = new HashSet<Access>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var access : threads.invokeAll(all)) {
                seen.add(access.get());
            }
        }
        assertThat(seen).hasSize(1);
        assertThat(shopify.simulator.server().answered() - before).isEqualTo(1);
    }

    @Test
    void a_refresh_whose_answer_was_lost_is_made_up_for() {
        var shop = connectByPage();
        forward(Duration.ofMinutes(59));
        shopify.simulator.faults().once(new Fault.Reset(true));
        var still = access(shop);
        assertThat(works(still)).as("the old one has a minute left").isTrue();
        forward(Duration.ofHours(1));
        assertThat(works(access(shop))).isTrue();
    }

    @Test
    void while_shopify_gives_no_answer_there_is_no_token_and_later_there_is() {
        var shop = connectByPage();
        forward(Duration.ofHours(2));
        shopify.simulator.faults().once(new Fault.Status(503));
        assertThat(withheldOnce(shop)).contains("no new token yet");
        assertThat(works(access(shop))).isTrue();
    }

    @Test
    void why_there_is_no_new_token_is_told_until_there_is_one() {
        var shop = connectByPage();
        assertThat(health().level()).isEqualTo(Level.GOOD);
        forward(Duration.ofHours(2));
        shopify.simulator.faults().once(new Fault.Status(503));
        tokens.grant(shop);
        assertThat(health()).satisfies(told -> {
            assertThat(told.level()).isEqualTo(Level.WARNING);
            assertThat(told.sentence()).contains("2026-07-01T14:00:00Z", "answered a request for a token with 503");
        });
        assertThat(works(access(shop))).isTrue();
        assertThat(health().level()).isEqualTo(Level.GOOD);

        forward(Duration.ofDays(91));
        withheld(shop);
        assertThat(health().sentence()).contains("gives no token");
        connectByPage();
        assertThat(health().level()).isEqualTo(Level.GOOD);
    }

    private Health health() {
        return new TokenHealth(shops, connections(folder)).check();
    }

    @Test
    void a_token_refused_after_the_clock_was_set_back_is_renewed_and_not_taken_for_a_new_one() {
        clock.forward(Duration.ofDays(1));
        var shop = installer.byClientCredentials(DOMAIN);
        clock.forward(Duration.ofDays(-1));
        var refused = access(shop);
        tokens.refused(shop, refused);
        assertThat(access(shop)).isNotEqualTo(refused);
    }

    private String withheldOnce(ShopId shop) {
        return tokens.grant(shop) instanceof ShopAccess.Withheld withheld ? withheld.reason() : "given";
    }

    @Test
    void a_refresh_token_that_ran_out_asks_the_merchant_to_open_the_page() {
        var shop = connectByPage();
        forward(Duration.ofDays(91));
        assertThat(withheld(shop)).contains("open Holdfast in the shop's Shopify admin once");
        connectByPage();
        assertThat(works(access(shop))).isTrue();
    }

    @Test
    void a_token_shopify_refuses_is_replaced_and_a_new_one_it_refuses_is_dead() {
        var shop = installer.byClientCredentials(DOMAIN);
        forward(Duration.ofHours(1));
        var refused = access(shop);
        tokens.refused(shop, refused);
        var second = access(shop);
        assertThat(second).isNotEqualTo(refused);
        tokens.refused(shop, refused);
        assertThat(access(shop)).as("that one is gone already").isEqualTo(second);
        tokens.refused(shop, second);
        assertThat(withheld(shop)).contains("no more");
    }

    @Test
    void tokens_are_sealed_in_the_table() {
        var shop = connectByPage();
        var row = DATABASE.superuser()
                .sql("select shopify_connection::text from shopify_connection")
                .query((found, _) -> found.getString(1))
                .single();
        assertThat(row).contains("toy-shop").doesNotContain(access(shop).token());
        var sealed = DATABASE.superuser()
                .sql("select access_token from shopify_connection")
                .query((found, _) -> found.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("shpat");
    }
}
