package dev.holdfast.shopify.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomePageTest {
    @Test
    void a_server_with_an_app_says_where_to_install_and_where_its_health_is() {
        assertThat(HomePage.html(true, 8081))
                .contains("Ready", "<form action=\"/auth\"", "href=\"http://127.0.0.1:8081/health\"")
                .doesNotContain("{{", "shopify.client-id");
    }

    @Test
    void a_server_without_an_app_says_what_to_set_and_offers_nothing_to_install() {
        assertThat(HomePage.html(false, 0))
                .contains("shopify.client-id", "the log told")
                .doesNotContain("{{", "<form", "href=");
    }
}
