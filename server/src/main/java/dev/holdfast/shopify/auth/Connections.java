package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.secrets.Secrets;
import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.auth.Connection.State;
import dev.holdfast.shopify.auth.Connection.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of connections; tokens are sealed in it. */
final class Connections {
    private final Database database;
    private final Secrets secrets;
    private final InstantSource clock;

    Connections(Database database, Secrets secrets, InstantSource clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    Optional<Connection> find(ShopId shop) {
        return database.inShop(shop, sql -> find(sql, shop));
    }

    private Optional<Connection> find(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                select shop_id, domain, way, state, access_token, access_expires_at, refresh_token, scopes, version,
                       connected_at, token_at, consented_at
                from shopify_connection
                where shop_id = :shop
                """)
                .param("shop", shop.value())
                .query((row, _) -> connection(row))
                .optional();
    }

    /** A shop connects, or connects again; consent once given stays. */
    void connect(JdbcClient sql, ShopId shop, ShopDomain domain, Way way, TokenAnswer answer) {
        bind(sql.sql("""
                insert into shopify_connection
                    (shop_id, domain, way, state, access_token, access_expires_at, refresh_token, refresh_expires_at,
                     scopes, scopes_at, version, connected_at, token_at)
                values (:shop, :domain, :way, 'live', :access, :expires, :refresh, :refreshExpires,
                        :scopes, :now, 1, :now, :now)
                on conflict (shop_id) do update
                set way = excluded.way, state = 'live', access_token = excluded.access_token,
                    access_expires_at = excluded.access_expires_at, refresh_token = excluded.refresh_token,
                    refresh_expires_at = excluded.refresh_expires_at, scopes = excluded.scopes,
                    scopes_at = excluded.scopes_at, version = shopify_connection.version + 1, refreshing_until = '-infinity',
                    connected_at = case when shopify_connection.state = 'live' then shopify_connection.connected_at
                                        else excluded.connected_at end,
                    token_at = excluded.token_at, refused_at = null, refusal = null
                """), shop, answer)
                .param("domain", domain.value())
                .param("way", way.name().toLowerCase(Locale.ROOT))
                .update();
    }

    /**
     * The right to refresh the token of this version, for a while; false when somebody else has it, or has done it. Nobody
     * has it for longer: such an end was written before the clock was set back.
     */
    boolean beginRefresh(ShopId shop, long version, Duration length) {
        var now = clock.instant();
        return database.inShop(
                        shop,
                        sql -> sql.sql("""
                        update shopify_connection
                        set refreshing_until = :until
                        where shop_id = :shop and version = :version and state = 'live'
                          and (refreshing_until <= :now or refreshing_until > :until)
                        """)
                                .param("until", Timestamp.from(now.plus(length)))
                                .param("now", Timestamp.from(now))
                                .param("shop", shop.value())
                                .param("version", version)
                                .update())
                == 1;
    }

    /** Both tokens at once, unless newer ones are there already. */
    void refreshed(ShopId shop, long version, TokenAnswer answer) {
        database.inShop(
                shop,
                sql -> bind(sql.sql("""
                        update shopify_connection
                        set access_token = :access, access_expires_at = :expires,
                            refresh_token = coalesce(:refresh, refresh_token),
                            refresh_expires_at = coalesce(:refreshExpires, refresh_expires_at),
                            scopes = :scopes, scopes_at = :now, version = version + 1, refreshing_until = '-infinity', token_at = :now,
                            refused_at = null, refusal = null
                        where shop_id = :shop and version = :version and state = 'live'
                        """), shop, answer)
                        .param("version", version)
                        .update());
    }

    /** The refresher has given up for this reason; the next one may try at once. */
    void endRefresh(ShopId shop, long version, String reason) {
        database.inShop(
                shop,
                sql -> sql.sql("""
                        update shopify_connection
                        set refreshing_until = '-infinity', refused_at = :now, refusal = :reason
                        where shop_id = :shop and version = :version
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("shop", shop.value())
                        .param("version", version)
                        .update());
    }

    /** The token of this version is dead and there is no way to another. */
    void dead(ShopId shop, long version, String reason) {
        database.inShop(
                shop,
                sql -> sql.sql("""
                        update shopify_connection
                        set state = 'token_dead', access_token = null, refresh_token = null,
                            refreshing_until = '-infinity', refused_at = :now, refusal = :reason
                        where shop_id = :shop and version = :version and state = 'live'
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("shop", shop.value())
                        .param("version", version)
                        .update());
    }

    /** When and why Shopify gave no token; empty once it has given one. */
    Optional<NoToken> refusal(ShopId shop) {
        return database.inShop(
                shop,
                sql -> sql.sql(
                                "select refused_at, refusal from shopify_connection where shop_id = :shop and refusal is not null")
                        .param("shop", shop.value())
                        .query((row, _) ->
                                new NoToken(row.getTimestamp("refused_at").toInstant(), row.getString("refusal")))
                        .optional());
    }

    /** Shopify gave no token when it was last asked. */
    record NoToken(Instant at, String reason) {}

    /** The token of this version counts as run out. */
    void expired(ShopId shop, long version) {
        database.inShop(
                shop,
                sql -> sql.sql("""
                        update shopify_connection set access_expires_at = :now
                        where shop_id = :shop and version = :version
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("shop", shop.value())
                        .param("version", version)
                        .update());
    }

    /** The merchant has removed the app at that time; false when the shop has connected again since. */
    static boolean uninstalled(JdbcClient sql, ShopId shop, Instant at) {
        return sql.sql("""
                update shopify_connection
                set state = 'uninstalled', access_token = null, refresh_token = null, refreshing_until = '-infinity'
                where shop_id = :shop and connected_at <= :at
                """)
                        .param("shop", shop.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /**
     * As they were at that time; false, and nothing changes, when newer ones are known. A token may do what was granted when
     * it was given, so one that can be renewed counts as run out.
     */
    static boolean scopes(JdbcClient sql, ShopId shop, Scopes scopes, Instant at) {
        return sql.sql("""
                update shopify_connection
                set scopes = :scopes, scopes_at = :at,
                    access_expires_at = case
                        when scopes <> :scopes and (way = 'client_credentials' or refresh_token is not null)
                        then least(access_expires_at, token_at) else access_expires_at end
                where shop_id = :shop and scopes_at <= :at
                """)
                        .param("scopes", scopes.toString())
                        .param("at", Timestamp.from(at))
                        .param("shop", shop.value())
                        .update()
                == 1;
    }

    static Scopes scopes(JdbcClient sql, ShopId shop) {
        return sql.sql("select scopes from shopify_connection where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> Scopes.parse(row.getString("scopes")))
                .optional()
                .orElseGet(() -> new Scopes(Set.of()));
    }

    /** False when it had been given before, or there is no connection. */
    static boolean consent(JdbcClient sql, ShopId shop, Instant now) {
        return sql.sql("""
                update shopify_connection set consented_at = :now where shop_id = :shop and consented_at is null
                """)
                        .param("now", Timestamp.from(now))
                        .param("shop", shop.value())
                        .update()
                == 1;
    }

    static void withdrawConsent(JdbcClient sql, ShopId shop) {
        sql.sql("update shopify_connection set consented_at = null where shop_id = :shop")
                .param("shop", shop.value())
                .update();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ShopId shop, TokenAnswer answer) {
        var now = clock.instant();
        return statement
                .param("shop", shop.value())
                .param("access", secrets.seal(answer.access(), accessPlace(shop)))
                .param(
                        "expires",
                        answer.life()
                                .map(life -> Timestamp.from(now.plus(life)))
                                .orElse(null))
                .param(
                        "refresh",
                        answer.refresh()
                                .map(refresh -> secrets.seal(refresh.token(), refreshPlace(shop)))
                                .orElse(null))
                .param(
                        "refreshExpires",
                        answer.refresh()
                                .map(refresh -> Timestamp.from(now.plus(refresh.life())))
                                .orElse(null))
                .param("scopes", answer.scopes().toString())
                .param("now", Timestamp.from(now));
    }

    private Connection connection(ResultSet row) throws SQLException {
        var shop = new ShopId(row.getLong("shop_id"));
        var expires = row.getTimestamp("access_expires_at");
        return new Connection(
                shop,
                new ShopDomain(row.getString("domain")),
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                opened(row.getBytes("access_token"), accessPlace(shop)),
                expires == null ? Instant.MAX : expires.toInstant(),
                opened(row.getBytes("refresh_token"), refreshPlace(shop)),
                Scopes.parse(row.getString("scopes")),
                row.getLong("version"),
                row.getTimestamp("connected_at").toInstant(),
                row.getTimestamp("token_at").toInstant(),
                row.getTimestamp("consented_at") != null);
    }

    private Optional<String> opened(byte @Nullable [] sealed, String place) {
        return sealed == null ? Optional.empty() : Optional.of(secrets.open(sealed, place));
    }

    static String accessPlace(ShopId shop) {
        return "access token of " + shop;
    }

    static String refreshPlace(ShopId shop) {
        return "refresh token of " + shop;
    }
}
