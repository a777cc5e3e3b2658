package dev.holdfast.shopify.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.inbox.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Consent, uninstall, reinstall and scopes, as the simulated shop tells of them. */
class ComingAndGoingTest extends ToyTokens {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    ComingAndGoingTest() {
        super(DATABASE);
    }

    @Test
    void consent_is_given_once_and_outlives_a_reinstall() {
        var shop = connectByPage();
        assertThat(mayChange(shop)).isFalse();
        installer.consent(shop);
        assertThat(mayChange(shop)).isTrue();
        uninstall(shop, clock.instant());
        connectByPage();
        assertThat(mayChange(shop)).isTrue();
    }

    private boolean mayChange(ShopId shop) {
        return tokens.grant(shop) instanceof ShopAccess.Given given && given.mayChangeShop();
    }

    private void uninstall(ShopId shop, Instant at) {
        var webhook = new Webhook("u-" + at, "app/uninstalled", Optional.empty(), Optional.of(at), at, json("{}"));
        DATABASE.database().inShop(shop, sql -> {
            new UninstallHandler(shops, new Wakes()).handle(sql, shop, List.of(webhook));
            return shop;
        });
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void an_uninstall_kills_the_tokens_and_a_reinstall_resumes_under_the_same_number() {
        var shop = connectByPage();
        forward(Duration.ofMinutes(1));
        uninstall(shop, clock.instant());
        assertThat(withheld(shop)).contains("has removed Holdfast");
        assertThat(shops.installed()).isEmpty();
        assertThat(shops.find(DOMAIN)).contains(shop);
        forward(Duration.ofMinutes(1));
        assertThat(connectByPage()).isEqualTo(shop);
        assertThat(works(access(shop))).isTrue();
        assertThat(shops.installed()).containsExactly(shop);
    }

    @Test
    void an_uninstall_told_of_after_the_reinstall_changes_nothing() {
        var shop = connectByPage();
        forward(Duration.ofMinutes(1));
        var left = clock.instant();
        uninstall(shop, left);
        forward(Duration.ofMinutes(1));
        connectByPage();
        uninstall(shop, left);
        assertThat(works(access(shop))).isTrue();
        assertThat(shops.installed()).containsExactly(shop);
    }

    @Test
    void scopes_follow_the_newest_word() {
        var shop = connectByPage();
        scopes(shop, clock.instant().plusSeconds(10), "read_orders");
        scopes(shop, clock.instant().plusSeconds(5), "read_products");
        var connection = connections(folder).find(shop).orElseThrow();
        assertThat(connection.scopes().names()).containsExactly("read_orders");
        assertThat(connection.accessExpiresAt())
                .as("another token is needed for what was granted since")
                .isEqualTo(connection.tokenAt());
    }

    private void scopes(ShopId shop, Instant at, String scope) {
        var payload = json("{\"current\":[\"" + scope + "\"],\"updated_at\":\"" + at + "\"}");
        var webhook = new Webhook("s-" + at, "app/scopes_update", Optional.empty(), Optional.of(at), at, payload);
        DATABASE.database().inShop(shop, sql -> {
            new ScopesHandler(List::of).handle(sql, shop, List.of(webhook));
            return shop;
        });
    }
}
