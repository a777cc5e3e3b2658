package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.UserError;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Http;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.client.ShopifyAddress;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.client.Throttle;
import dev.holdfast.shopify.client.Troubles;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Turns;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The outbox on a real database, worked on step by step, with a kind that writes down what it hears. */
final class RunningOutbox implements AutoCloseable {
    static final String KIND = "test.adjust";

    final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    final TestDatabase database;
    final Shops shops;
    final Outbox outbox;
    final OutboxDesk desk;
    final OutboxProcessor processor;
    final Adjusting kind = new Adjusting();
    final GivenAccess access = new GivenAccess();
    final Troubles troubles = new Troubles(clock);
    private final Http http = new Http(Duration.ofSeconds(2));

    /** Keeps the keys it heard of as done; can be made to fail and to decide. */
    static final class Adjusting implements EffectKind {
        volatile OnRefusal onRefusal = OnRefusal.SET_ASIDE;
        volatile Optional<Look> look = Optional.empty();
        volatile @Nullable RuntimeException failure;
        volatile boolean changesShop = true;

        @Override
        public String name() {
            return KIND;
        }

        @Override
        public boolean changesShop() {
            return changesShop;
        }

        @Override
        public void done(JdbcClient sql, Effect effect, JsonNode data) {
            sql.sql("insert into heard (shop_id, key) values (:shop, :key)")
                    .param("shop", effect.shop().value())
                    .param("key", effect.key())
                    .update();
            var planned = failure;
            if (planned != null) {
                failure = null;
                throw planned;
            }
        }

        @Override
        public OnRefusal refused(JdbcClient sql, Effect effect, List<UserError> errors) {
            return onRefusal;
        }

        @Override
        public Optional<Look> look(Effect effect) {
            return look;
        }
    }

    /** Rights that a test hands out. */
    static final class GivenAccess implements ShopAccess {
        final Map<ShopId, Grant> grants = new ConcurrentHashMap<>();
        final List<ShopId> refused = new ArrayList<>();

        @Override
        public Grant grant(ShopId shop) {
            return grants.getOrDefault(shop, new Withheld("Nobody has installed it.", Duration.ofMinutes(15)));
        }

        @Override
        public void refused(ShopId shop, Access access) {
            refused.add(shop);
        }
    }

    RunningOutbox(TestDatabase database, ShopifyAddress address) {
        this.database = database;
        database.superuser().sql("""
                        drop table if exists heard;
                        create table heard (shop_id bigint not null, key uuid not null);
                        grant all on heard to public;
                        truncate outbox, shop_turn, turn_announcement, shop restart identity cascade;
                        """).update();
        shops = new Shops(database.database(), clock);
        var announcements = new Announcements(new Wakes());
        var turns = new Turns(database.database(), clock, Duration.ofSeconds(30), Instance.alone(UUID.randomUUID()));
        var client = new ShopifyClient(http, address, new Throttle(clock), troubles);
        var kinds = new EffectKinds(List.of(kind));
        var ids = new Ids(clock);
        outbox = new Outbox(kinds, announcements, ids, clock);
        desk = new OutboxDesk(database.database(), announcements, clock);
        var random = new Random(7);
        var parts = new OutboxProcessor.Parts(
                kinds,
                new EffectSender(client, kinds),
                new Settlement(kinds, ids, clock, random),
                new Outages(access, Duration.ofMinutes(15), random),
                clock);
        processor = new OutboxProcessor(turns, access, client, parts);
    }

    ShopId install(Access token) {
        var shop = shops.install(token.shop());
        access.grants.put(shop, new ShopAccess.Given(token, true));
        return shop;
    }

    ShopId shop(ShopDomain domain) {
        return shops.find(domain).orElseThrow();
    }

    /** Decides on an effect in a transaction of its own. */
    UUID decide(ShopId shop, String subject, String document, JsonNode variables) {
        var key = UUID.randomUUID();
        database.database().inShop(shop, sql -> {
            outbox.put(sql, shop, new NewEffect(key, KIND, subject, document, variables, nothing()));
            return key;
        });
        return key;
    }

    static ObjectNode nothing() {
        return JsonMapper.shared().createObjectNode();
    }

    /** Works until nothing is due. */
    void run() {
        for (int i = 0; i < 1000; i++) {
            if (!processor.step()) {
                return;
            }
        }
        throw new AssertionError("The outbox does not come to rest.");
    }

    void forward(Duration by) {
        clock.forward(by);
    }

    /** Lets time pass; in every second in which something falls due, it is done. */
    void runFor(Duration time) {
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            run();
            var left = Duration.between(clock.instant(), end);
            forward(untilDue().filter(pause -> pause.compareTo(left) < 0).orElse(left));
        }
    }

    /** Whole seconds until the next turn of any shop; empty when nothing waits. */
    private Optional<Duration> untilDue() {
        return database.superuser()
                .sql("""
                        select greatest(1, ceil(extract(epoch from min(due_at) - cast(? as timestamptz)))) as seconds
                        from (select due_at from shop_turn where duty = 'outbox'
                              union all
                              select due_at from turn_announcement where duty = 'outbox') turns
                        where due_at < 'infinity'
                        """)
                .param(Timestamp.from(clock.instant()))
                .query((row, _) -> Optional.ofNullable(row.getBigDecimal("seconds")))
                .single()
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    List<UUID> heard(ShopId shop) {
        return database.superuser()
                .sql("select key from heard where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    Health health() {
        return new OutboxHealth(new OutboxFigures(desk, shops, clock), desk, shops).check();
    }

    List<OutboxDesk.Open> open(ShopId shop) {
        return desk.list(shop, 1000);
    }

    @Override
    public void close() {
        http.close();
    }
}
