package dev.holdfast.shopify;

import dev.holdfast.platform.settings.SettingsReader;
import dev.holdfast.shopify.ClientSecrets.Previous;
import dev.holdfast.shopify.client.ShopifyAddress;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * How Holdfast is known at Shopify.
 *
 * @param registered whether an app is configured; without one nothing Shopify sends is accepted
 * @param ownShop a shop of the app's own organization that is connected at start
 */
public record ShopifySettings(
        ShopifyApp app, ShopifyAddress address, Optional<ShopDomain> ownShop, boolean registered) {
    private static final String CLIENT_ID = "shopify.client-id";
    private static final String CLIENT_SECRET = "shopify.client-secret";
    private static final String PREVIOUS_SECRET = "shopify.previous-secret";
    private static final String PREVIOUS_UNTIL = "shopify.previous-secret-until";
    private static final String URL = "shopify.url";
    private static final String SHOP = "shopify.shop";
    private static final ApiVersion VERSION = new ApiVersion("2026-07");
    // Session tokens are signed with HMAC-SHA256, for which a key below 256 bits is refused.
    private static final int SHORTEST_SECRET = 32;

    public static ShopifySettings read(SettingsReader settings) {
        var clientId = settings.text(CLIENT_ID);
        var secret = settings.secret(CLIENT_SECRET);
        if (clientId.isPresent() != secret.isPresent()) {
            settings.refuse(
                    clientId.isPresent() ? CLIENT_SECRET : CLIENT_ID,
                    "is missing; copy both from the app's settings at Shopify");
        }
        secret.filter(text -> text.length() < SHORTEST_SECRET)
                .ifPresent(_ -> settings.refuse(
                        CLIENT_SECRET,
                        "is shorter than 32 characters; copy it whole from the app's settings at Shopify"));
        var url = settings.parsed(
                URL,
                URI.create("http://127.0.0.1:8080"),
                "an address such as https://holdfast.example.com",
                ShopifySettings::url);
        var version = settings.parsed("shopify.api-version", VERSION, "a quarter such as 2026-07", ApiVersion::new);
        var template = settings.parsed(
                "shopify.address",
                "https://{shop}",
                "https://{shop} or http://127.0.0.1:PORT/shops/{shop}",
                text -> new ShopifyAddress(text, version).template());
        var previous = previous(settings);
        var secrets = secret.filter(text -> !text.isBlank())
                .map(text -> new ClientSecrets(text, previous))
                .orElseGet(ShopifySettings::nobodys);
        var app = new ShopifyApp(clientId.orElse("unregistered"), secrets, url, ShopifyApp.WANTED);
        return new ShopifySettings(
                app, new ShopifyAddress(template, version), shop(settings), clientId.isPresent() && secret.isPresent());
    }

    /** A secret nobody knows: nothing is signed with it. */
    private static ClientSecrets nobodys() {
        return ClientSecrets.of(new BigInteger(256, new SecureRandom()).toString(36));
    }

    private static Optional<Previous> previous(SettingsReader settings) {
        var secret = settings.secret(PREVIOUS_SECRET);
        var until = settings.parsed(
                PREVIOUS_UNTIL,
                Instant.EPOCH,
                "a time such as 2026-07-01T13:00:00Z, an hour after the rotation",
                text -> {
                    try {
                        return Instant.parse(text);
                    } catch (DateTimeException e) {
                        throw new IllegalArgumentException(e);
                    }
                });
        if (secret.isPresent() && until.equals(Instant.EPOCH)) {
            settings.refuse(PREVIOUS_UNTIL, "is missing; say until when the previous secret is accepted");
        }
        return secret.map(text -> new Previous(text, until));
    }

    private static Optional<ShopDomain> shop(SettingsReader settings) {
        var text = settings.text(SHOP);
        var shop = text.flatMap(ShopDomain::parse);
        if (text.isPresent() && shop.isEmpty()) {
            settings.refuse(SHOP, "is not a shop; write your-shop.myshopify.com");
        }
        return shop;
    }

    private static URI url(String text) {
        var uri = URI.create(text);
        boolean plain = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        if (!plain) {
            throw new IllegalArgumentException();
        }
        return uri;
    }
}
