package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.auth.Connection.State;
import dev.holdfast.shopify.auth.Connection.Way;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.PatientReader.Pause;
import dev.holdfast.shopify.client.ShopAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives out tokens that work, and has one process at a time renew them. */
final class Tokens implements ShopAccess {
    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    /** Before it runs out a token is renewed; a request under way must not meet its end. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    /** After a crash of the refresher the next one waits so long. */
    private static final Duration REFRESH_LEASE = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** Connecting again says so at once; this is for the case that it was missed. */
    private static final Duration NOT_CONNECTED = Duration.ofMinutes(15);

    private static final Duration UNANSWERED = Duration.ofSeconds(30);
    private static final Duration BRAND_NEW = Duration.ofMinutes(1);
    private static final int LOOKS = 50;

    private final Connections connections;
    private final TokenCalls calls;
    private final InstantSource clock;
    private final Pause pause;

    Tokens(Connections connections, TokenCalls calls, InstantSource clock, Pause pause) {
        this.connections = connections;
        this.calls = calls;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Grant grant(ShopId shop) {
        for (int look = 0; look < LOOKS; look++) {
            var found = connections.find(shop);
            if (found.isEmpty()) {
                return new Withheld("Holdfast is not installed on this shop.", NOT_CONNECTED);
            }
            var connection = found.get();
            if (connection.state() != State.LIVE) {
                return withheld(connection);
            }
            if (isFresh(connection, MARGIN)) {
                return given(connection);
            }
            if (connections.beginRefresh(shop, connection.version(), REFRESH_LEASE)) {
                if (!renew(connection)) {
                    return isFresh(connection, Duration.ZERO) ? given(connection) : unanswered();
                }
            } else if (isFresh(connection, Duration.ZERO)) {
                return given(connection);
            } else {
                await();
            }
        }
        return unanswered();
    }

    @Override
    public void refused(ShopId shop, Access access) {
        var connection = connections.find(shop);
        if (connection.isEmpty()
                || !connection
                        .get()
                        .accessToken()
                        .filter(access.token()::equals)
                        .isPresent()) {
            // There is another one by now.
            return;
        }
        boolean brandNew = isBrandNew(connection.get().tokenAt());
        if (brandNew || !connection.get().canBeRenewed()) {
            log.warn("Shopify accepts no token of {} any more", shop);
            connections.dead(
                    shop,
                    connection.get().version(),
                    brandNew
                            ? "Shopify does not accept the token it has just given."
                            : "Shopify does not accept the token any more, and there is no refresh token.");
        } else {
            connections.expired(shop, connection.get().version());
        }
    }

    // One that was given later than now was given before the clock was set back.
    private boolean isBrandNew(Instant tokenAt) {
        return Duration.between(tokenAt, clock.instant()).abs().compareTo(BRAND_NEW) < 0;
    }

    private static String reason(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    private boolean isFresh(Connection connection, Duration margin) {
        // A token that never expires ends at Instant.MAX, from which nothing more can be counted.
        return clock.instant().plus(margin).isBefore(connection.accessExpiresAt());
    }

    /** False when Shopify gave no answer, so that nothing has changed. */
    private boolean renew(Connection connection) {
        var shop = connection.shop();
        try {
            var answer = connection.way() == Way.CLIENT_CREDENTIALS
                    ? calls.byClientCredentials(connection.domain())
                    : calls.byRefreshToken(
                            connection.domain(),
                            connection
                                    .refreshToken()
                                    .orElseThrow(
                                            () -> new TokenRefused("There is no refresh token for " + shop + ".")));
            connections.refreshed(shop, connection.version(), answer);
            return true;
        } catch (TokenRefused e) {
            log.warn("{}", e.getMessage());
            connections.dead(shop, connection.version(), reason(e));
            return true;
        } catch (ShopifyFault e) {
            log.info("No new token for {}: {}", shop, e.getMessage());
            connections.endRefresh(shop, connection.version(), reason(e));
            return false;
        }
    }

    private static Grant given(Connection connection) {
        var token = connection
                .accessToken()
                .orElseThrow(() -> new IllegalStateException(connection + " is live without a token."));
        return new Given(new Access(connection.domain(), token), connection.consented());
    }

    /** Why there is none for a connection that is not live, and what to do. */
    static Withheld withheld(Connection connection) {
        return new Withheld(
                connection.state() == State.UNINSTALLED
                        ? connection.domain() + " has removed Holdfast; it goes on when it is installed again."
                        : "Shopify accepts Holdfast's token for " + connection.domain()
                                + " no more: open Holdfast in the shop's Shopify admin once, or install it again where it"
                                + " was removed.",
                NOT_CONNECTED);
    }

    private static Grant unanswered() {
        return new Withheld("Shopify has given no new token yet; it is asked again.", UNANSWERED);
    }

    private void await() {
        try {
            pause.of(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopifyFault(ShopifyFault.Kind.LOST, "Interrupted while waiting for a token.", null, e);
        }
    }
}
