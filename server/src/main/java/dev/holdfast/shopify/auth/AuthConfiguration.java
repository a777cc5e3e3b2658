package dev.holdfast.shopify.auth;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.secrets.SealedRows;
import dev.holdfast.platform.secrets.Secrets;
import dev.holdfast.platform.web.WebSettings;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shopify.Granted;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifySettings;
import dev.holdfast.shopify.Signatures;
import dev.holdfast.shopify.client.Http;
import dev.holdfast.shopify.inbox.WebhookHandler;
import dev.holdfast.shopify.turn.Announcements;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts installing and tokens together. */
@Configuration(proxyBeanMethods = false)
class AuthConfiguration {
    @Bean
    SignedQuery signedQuery(Signatures signatures, InstantSource clock) {
        return new SignedQuery(signatures, clock);
    }

    @Bean
    SessionTokens sessionTokens(ShopifySettings settings, InstantSource clock) {
        return new SessionTokens(settings.app(), clock);
    }

    @Bean
    TokenCalls tokenCalls(Http http, ShopifySettings settings) {
        return new TokenCalls(http, settings.address(), settings.app());
    }

    @Bean
    Connections connections(Database database, Secrets secrets, InstantSource clock) {
        return new Connections(database, secrets, clock);
    }

    @Bean
    Tokens tokens(Connections connections, TokenCalls calls, InstantSource clock) {
        return new Tokens(connections, calls, clock, Thread::sleep);
    }

    @Bean
    Installer.Announcement announcement(
            Announcements announcements, InstantSource clock, ObjectProvider<Connected> listeners) {
        return new Installer.Announcement(
                announcements, clock, listeners.orderedStream().toList());
    }

    @Bean
    Installer installer(
            Database database,
            ShopRegistry shops,
            Connections connections,
            TokenCalls calls,
            Installer.Announcement announcement) {
        return new Installer(database, shops, connections, calls, announcement);
    }

    @Bean
    ServletRegistrationBean<InstallServlet> install(ShopifySettings settings, SignedQuery signed, Installer installer) {
        var servlet = new InstallServlet(settings.app(), settings.address(), signed, installer);
        return new ServletRegistrationBean<>(servlet, "/auth", "/auth/*");
    }

    @Bean
    ServletRegistrationBean<EmbeddedPage> embeddedPage(ShopifySettings settings, WebSettings web) {
        var home = HomePage.html(settings.registered(), web.operatorPort());
        // The empty pattern is the root alone.
        return new ServletRegistrationBean<>(new EmbeddedPage(settings.app(), home), "", "/embedded.js");
    }

    @Bean
    ServletRegistrationBean<SessionServlet> session(
            ShopifySettings settings,
            SessionTokens sessions,
            ShopRegistry shops,
            Connections connections,
            Installer installer) {
        var servlet = new SessionServlet(settings.app(), sessions, shops, connections, installer);
        return new ServletRegistrationBean<>(servlet, "/auth/session");
    }

    @Bean
    Granted granted() {
        return Connections::scopes;
    }

    @Bean
    HealthCheck scopesHealth(ShopifySettings settings, ShopRegistry shops, Connections connections) {
        return new ScopesHealth(settings.app(), shops, connections);
    }

    @Bean
    HealthCheck accessHealth(ShopRegistry shops, Connections connections) {
        return new AccessHealth(shops, connections);
    }

    @Bean
    HealthCheck tokenHealth(ShopRegistry shops, Connections connections) {
        return new TokenHealth(shops, connections);
    }

    @Bean
    WebhookHandler uninstallHandler(ShopRegistry shops, Wakes wakes) {
        return new UninstallHandler(shops, wakes);
    }

    @Bean
    WebhookHandler scopesHandler(ObjectProvider<Regranted> listeners) {
        return new ScopesHandler(() -> listeners.orderedStream().toList());
    }

    @Bean
    Worker ownShop(ShopifySettings settings, ShopRegistry shops, Connections connections, Installer installer) {
        return new OwnShop(settings.ownShop(), shops, connections, installer);
    }

    @Bean
    SealedRows sealedTokens(Database database, ShopRegistry shops) {
        return new SealedTokens(database, shops);
    }

    @Bean
    HealthCheck shopifyApp(ShopifySettings settings) {
        return HealthCheck.of(
                "shopify app",
                () -> settings.registered()
                        ? Health.good("is " + settings.app().clientId())
                        : Health.warning("is not set: nothing Shopify sends is accepted until"
                                + " shopify.client-id and shopify.client-secret are"));
    }
}
