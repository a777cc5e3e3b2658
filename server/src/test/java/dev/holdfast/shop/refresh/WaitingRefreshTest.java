package dev.holdfast.shop.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.Shops;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ToyShopify;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.Http;
import dev.holdfast.shopify.client.NodeReader;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.PatientReader;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.client.Throttle;
import dev.holdfast.shopify.client.Troubles;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Turns;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.http.FaultRates;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Things that are read again, from a simulated shop that answers or does not. */
class WaitingRefreshTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final FaultRates DOWN = new FaultRates(0, 1000, 0, 0, 0, Duration.ZERO);
    private static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(72);
    private static final int VARIANTS = 40;

    private final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    private final Refreshes refreshes = new Refreshes(new Announcements(new Wakes()), clock);
    private final ToyShopify shopify = new ToyShopify(SimulatorSettings.usual().withLimits(new PlanLimits(100, 2000)));
    private final Http http = new Http(Duration.ofSeconds(20));
    private final List<ShopId> refused = new ArrayList<>();
    private Access token = new Access(DOMAIN, "shpat_none");
    private ShopId shop = new ShopId(1);
    private final List<Long> variants = new ArrayList<>();
    private final RefreshProcessor processor;

    /** What the test lends to the processor. */
    private final class Lent implements ShopAccess {
        @Override
        public Grant grant(ShopId asked) {
            return new Given(token, true);
        }

        @Override
        public void refused(ShopId whose, Access access) {
            refused.add(whose);
        }
    }

    WaitingRefreshTest() {
        var client = new ShopifyClient(http, shopify.address(), new Throttle(clock), new Troubles(clock));
        PatientReader.Pause none = _ -> {};
        var patient = new PatientReader(client, none);
        var nodes = new NodeReader(client, patient, clock);
        var reader = new ObjectReader(nodes, new BulkQueries(patient, http, shopify.address()), none);
        var kinds = new Kinds(new Mirrors(List.of()), Toy.all(), reader, refreshes, clock);
        var access = new Lent();
        processor = new RefreshProcessor(
                new Turns(DATABASE.database(), clock, Duration.ofSeconds(20), Instance.alone(UUID.randomUUID())),
                access,
                kinds,
                new Outages(access, Duration.ofMinutes(5), new Random(7)),
                clock);
    }

    @BeforeEach
    void a_shop() {
        DATABASE.superuser()
                .sql("truncate refresh, shop_turn, turn_announcement, shop restart identity cascade")
                .update();
        shop = new Shops(DATABASE.database(), clock).install(DOMAIN);
        shopify.open(DOMAIN);
        token = shopify.access(DOMAIN);
        variants.clear();
        var made = new ArrayList<NewVariant>();
        for (int number = 1; number <= VARIANTS; number++) {
            made.add(new NewVariant("Toy " + number, null, 100, InventoryPolicy.DENY, false, Map.of()));
        }
        var catalog = shopify.shop(DOMAIN).catalog();
        var product = catalog.create(NewProduct.of("Toys", made.toArray(NewVariant[]::new)));
        catalog.variantsOf(product).forEach(variant -> variants.add(variant.id().number()));
    }

    @AfterEach
    void close() {
        http.close();
        shopify.close();
    }

    /** The first numbers stand for variants that are there. */
    private long id(long number) {
        return number <= VARIANTS ? variants.get((int) number - 1) : number;
    }

    private void mark(String kind, long... numbers) {
        var hint = new Hint(kind, LongStream.of(numbers).map(this::id).boxed().toList(), "a test");
        DATABASE.database().inShop(shop, sql -> {
            refreshes.mark(sql, shop, hint);
            return hint;
        });
    }

    private void run() {
        for (int i = 0; i < 100; i++) {
            if (!processor.step()) {
                return;
            }
        }
        throw new AssertionError("Reading again does not come to rest.");
    }

    private void runFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            run();
            clock.forward(Duration.ofSeconds(1));
        }
    }

    /** What is still to be read, and how often each was tried. */
    private List<String> open() {
        return DATABASE.superuser()
                .sql("select kind, object_id, attempts from refresh order by kind, object_id")
                .query((row, _) -> row.getString(1) + " " + number(row.getLong(2)) + " " + row.getInt(3))
                .list();
    }

    private long number(long id) {
        return variants.contains(id) ? variants.indexOf(id) + 1 : id;
    }

    @Test
    void after_an_outage_all_is_read_within_the_longest_pause() {
        var ids = LongStream.rangeClosed(1, 45).toArray();
        mark(Toy.TOY, ids);
        shopify.simulator.faults().set(DOWN, 1);
        runFor(Duration.ofMinutes(10));
        assertThat(open()).as("none is blamed").hasSize(45).allMatch(row -> row.endsWith(" 0"));
        assertThat(shopify.simulator.server().answered())
                .as("it is left alone, more and more")
                .isLessThan(2000);
        shopify.simulator.faults().set(FaultRates.NONE, 1);
        runFor(LONGEST_PAUSE);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_hint_that_comes_while_the_shop_waits_has_all_of_it_read_at_once() {
        mark(Toy.TOY, 1, 2, 3);
        shopify.simulator.faults().set(DOWN, 1);
        runFor(Duration.ofMinutes(3));
        shopify.simulator.faults().set(FaultRates.NONE, 1);
        run();
        assertThat(open()).as("the shop waits").hasSize(3);
        mark(Toy.TOY, 4);
        run();
        assertThat(open()).isEmpty();
    }

    @Test
    void hints_that_pile_up_while_the_shop_waits_are_folded() {
        shopify.simulator.faults().set(DOWN, 1);
        for (int i = 0; i < 5; i++) {
            mark(Toy.TOY, 1);
        }
        run();
        assertThat(open()).containsExactly("toy 1 0");
    }

    @Test
    void what_cannot_be_kept_waits_alone() {
        mark(Toy.SPOILT, 1);
        run();
        assertThat(open()).containsExactly("spoilt 1 1");
        mark(Toy.TOY, 2);
        run();
        assertThat(open()).as("nobody waits for it").containsExactly("spoilt 1 1");
        clock.forward(Duration.ofSeconds(1));
        run();
        assertThat(open()).containsExactly("spoilt 1 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {Toy.TRIPS_READING, Toy.TRIPS_KEEPING})
    void what_our_own_program_trips_over_stops_nothing_else(String kind) {
        mark(kind, 1, 2);
        mark(Toy.TOY, 3);
        run();
        assertThat(open()).containsExactly(kind + " 1 1", kind + " 2 1");
    }

    @Test
    void an_outage_forgets_no_attempt_that_was_made_before() {
        DATABASE.database().inShop(shop, sql -> {
            refreshes.markIn(sql, shop, new Hint(Toy.SPOILT, List.of(id(1)), "a test"), Duration.ofSeconds(1));
            return shop;
        });
        mark(Toy.SPOILT, 1);
        run();
        shopify.simulator.faults().set(DOWN, 1);
        clock.forward(Duration.ofSeconds(1));
        run();
        assertThat(open()).containsExactly("spoilt 1 1");
    }

    @Test
    void one_that_is_never_answered_waits_alone_as_soon_as_others_are_answered() {
        mark(Toy.SILENT, 1);
        run();
        assertThat(open()).as("it may be the shop").containsExactly("silent 1 0");
        mark(Toy.TOY, 2, 3);
        run();
        assertThat(open()).containsExactly("silent 1 1");
    }

    @Test
    void many_that_are_never_answered_keep_no_other_from_being_tried() {
        mark(Toy.SILENT, LongStream.rangeClosed(1, 30).toArray());
        clock.forward(Duration.ofSeconds(1));
        mark(Toy.TOY, 31);
        runFor(Duration.ofSeconds(10));
        assertThat(open()).hasSize(30).noneMatch(row -> row.startsWith(Toy.TOY));
    }

    @Test
    void a_dead_token_is_reported_and_blames_none() {
        token = new Access(DOMAIN, "shpat_dead");
        mark(Toy.TOY, 1, 2);
        run();
        assertThat(refused).containsExactly(shop);
        assertThat(open()).containsExactly("toy 1 0", "toy 2 0");
        token = shopify.access(DOMAIN);
        runFor(Duration.ofSeconds(2));
        assertThat(open()).isEmpty();
    }

    @Test
    void many_are_read_in_few_requests() {
        mark(Toy.TOY, 1);
        run();
        mark(Toy.TOY, LongStream.rangeClosed(1, 1000).toArray());
        long before = shopify.simulator.server().answered();
        run();
        assertThat(open()).isEmpty();
        assertThat(shopify.simulator.server().answered() - before).isLessThan(10);
    }

    @Test
    void what_there_are_no_points_for_waits_for_them_unblamed() {
        mark(Toy.TOY, LongStream.rangeClosed(1, 2500).toArray());
        run();
        assertThat(open())
                .as("beyond those there were points for")
                .hasSizeBetween(500, 700)
                .allMatch(row -> row.endsWith(" 0"));
        shopify.clock.advance(Duration.ofMinutes(2));
        runFor(LONGEST_PAUSE);
        assertThat(open()).isEmpty();
    }
}
