package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.OptionalFeature;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.Connection.Way;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Connects shops, each by what it has to show. All throw {@link TokenRefused} when Shopify says no, and
 * {@link dev.holdfast.shopify.ShopifyFault} when it does not answer; then nothing has changed.
 */
public final class Installer {
    private static final Logger log = LoggerFactory.getLogger(Installer.class);

    private final Database database;
    private final ShopRegistry shops;
    private final Connections connections;
    private final TokenCalls calls;
    private final Announcement announcement;

    /** Says that a shop's outbox can go on, and tells whom it concerns. */
    record Announcement(Announcements announcements, InstantSource clock, List<Connected> listeners) {}

    Installer(
            Database database,
            ShopRegistry shops,
            Connections connections,
            TokenCalls calls,
            Announcement announcement) {
        this.database = database;
        this.shops = shops;
        this.connections = connections;
        this.calls = calls;
        this.announcement = announcement;
    }

    /** A shop of the app's own organization, on which the app is installed already. */
    public ShopId byClientCredentials(ShopDomain domain) {
        return connect(domain, Way.CLIENT_CREDENTIALS, calls.byClientCredentials(domain));
    }

    /** A shop whose merchant has come back from approving, with this code. */
    public ShopId byCode(ShopDomain domain, String code) {
        return connect(domain, Way.OFFLINE_TOKEN, calls.byCode(domain, code));
    }

    /** A shop in whose admin Holdfast is open; {@code text} is the session token that was read as {@code session}. */
    public ShopId bySessionToken(SessionToken session, String text) {
        return connect(session.shop(), Way.OFFLINE_TOKEN, calls.bySessionToken(session.shop(), text));
    }

    private ShopId connect(ShopDomain domain, Way way, TokenAnswer answer) {
        var shop = shops.install(domain);
        database.inShop(shop, sql -> {
            connections.connect(sql, shop, domain, way, answer);
            announcement
                    .announcements()
                    .announce(sql, Duty.OUTBOX, shop, announcement.clock().instant());
            return shop;
        });
        log.info("{} is connected ({})", shop, way);
        announcement.listeners().forEach(listener -> listener.connected(shop));
        return shop;
    }

    /** What is off in this shop because of refused scopes, a sentence each that says what to do about it. */
    public List<String> switchedOff(ShopId shop) {
        return OptionalFeature.switchedOff(database.inShop(shop, sql -> Connections.scopes(sql, shop)));
    }

    /** From now on nothing is changed until the merchant agrees anew; within the shop's open transaction. */
    public static void withdrawConsent(JdbcClient sql, ShopId shop) {
        Connections.withdrawConsent(sql, shop);
    }

    /** The merchant has seen the list of first changes and wants them. */
    public void consent(ShopId shop) {
        var now = announcement.clock().instant();
        database.inShop(shop, sql -> {
            if (Connections.consent(sql, shop, now)) {
                announcement.announcements().announce(sql, Duty.OUTBOX, shop, now);
            }
            return shop;
        });
    }
}
