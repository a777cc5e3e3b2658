package dev.holdfast.shop.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.SigningShopify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The topics of privacy law, sent to the whole program: a planted person is looked for in every table and log. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PrivacyTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String SECRET = "shpss_0123456789abcdef0123456789abcdef";
    private static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");
    private static final ShopDomain OTHER = new ShopDomain("other-shop.myshopify.com");
    private static final String PERSON = """
            {"id":7001,"customer":{"id":4711,"first_name":"Edeltraud","email":"edeltraud.zwickl+toys@example.com"}}""";
    private static final String SOMEONE_ELSE = """
            {"id":7002,"customer":{"id":47110,"first_name":"Balthasar","email":"edeltraud.zwickl+toys@example.net"}}""";
    private static final String ORDER = """
            {"id":9001,"note":"for Edeltraud"}""";
    private static final String ABOUT_PERSON = """
            {"shop_id":1,"shop_domain":"toy-shop.myshopify.com","data_request":{"id":31},
             "customer":{"id":4711,"email":"Edeltraud.Zwickl+toys@example.com","phone":null},
             "orders_to_redact":[9001],"orders_requested":[9001]}""";

    @TempDir
    private static Path home;

    private static final ByteArrayOutputStream LOGGED = new ByteArrayOutputStream();
    private static final PrintStream CONSOLE = System.out;
    private static RunningServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private ShopId shop = new ShopId(1);
    private ShopId other = new ShopId(2);

    @BeforeAll
    static void start() {
        System.setOut(new PrintStream(LOGGED, true, StandardCharsets.UTF_8));
        server = RunningServer.start(DATABASE, home.resolve("home"), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        System.setOut(CONSOLE);
    }

    @BeforeEach
    void install() {
        var shops = server.part(ShopRegistry.class);
        shop = shops.install(DOMAIN);
        other = shops.install(OTHER);
    }

    private void deliver(ShopDomain domain, String topic, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(server.uri("/webhooks"))
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", domain.value())
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header("X-Shopify-Triggered-At", now().toString())
                .header("X-Shopify-Hmac-Sha256", SigningShopify.base64("HmacSHA256", SECRET, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private void deliver(ShopDomain domain, String topic, String body) throws Exception {
        deliver(domain, topic, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant now() {
        return server.part(InstantSource.class).instant();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for: " + what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static long count(String query, Object... parameters) {
        return DATABASE.superuser()
                .sql(query)
                .params(List.of(parameters))
                .query(Long.class)
                .single();
    }

    private void awaitSetAside(ShopId of, int rows) {
        await(
                rows + " webhooks are set aside",
                () -> count("select count(*) from webhook_set_aside where shop_id = ?", of.value()) == rows);
    }

    /** Everything in every table that matches, as "table: row". */
    private static List<String> rowsWith(String expression) {
        return DATABASE
                .superuser()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> DATABASE
                        .superuser()
                        .sql("select '%s: ' || t::text from \"%s\" t where t::text ~* ?".formatted(table, table))
                        .param(expression)
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private void plantEffect() {
        for (var state : List.of("waiting", "done")) {
            var closed = "done".equals(state) ? now().toString() : "";
            DATABASE.superuser()
                    .sql("""
                            insert into outbox
                                (shop_id, effect_id, idempotency_key, kind, subject, document, variables, context,
                                 state, created_at, due_at, first_sent_at, closed_at)
                            values (?, gen_random_uuid(), gen_random_uuid(), 'test', 'a', 'none', ?, '{}',
                                    ?, now(), now() + interval '1 day', nullif(?, '')::timestamptz,
                                    nullif(?, '')::timestamptz)
                            """)
                    .params(shop.value(), PERSON, state, closed, closed)
                    .update();
        }
    }

    @Test
    void a_person_who_asks_to_be_forgotten_is_found_nowhere() throws Exception {
        deliver(DOMAIN, "moons/full", PERSON);
        deliver(DOMAIN, "moons/full", ORDER);
        deliver(DOMAIN, "moons/full", SOMEONE_ELSE);
        var noText = (PERSON + "\u0000").getBytes(StandardCharsets.UTF_8);
        deliver(DOMAIN, "moons/full", noText);
        deliver(DOMAIN, "app/scopes_update", PERSON);
        deliver(OTHER, "moons/full", PERSON);
        plantEffect();
        awaitSetAside(shop, 5);
        awaitSetAside(other, 1);

        deliver(DOMAIN, "customers/data_request", ABOUT_PERSON);
        var requests = server.part(PrivacyRequests.class);
        await("the request is there", () -> !requests.open(shop).isEmpty());
        assertThat(requests.answer(shop, requests.open(shop).getFirst()).stream()
                        .flatMap(kept -> kept.rows().stream()))
                .as("what the buyer is told")
                .hasSize(6)
                .anyMatch(row -> row.contains("for Edeltraud"));

        deliver(DOMAIN, "customers/redact", ABOUT_PERSON);
        await(
                "the person is forgotten",
                () -> count("select count(*) from privacy_request where kind = 'customer_redact'") == 1);
        await("the queue is empty", () -> count("select count(*) from webhook_inbox") == 0);
        assertThat(requests.open(shop)).as("who asked is forgotten too").isEmpty();
        deliver(DOMAIN, "moons/full", PERSON);
        deliver(DOMAIN, "moons/full", noText);
        awaitSetAside(shop, 3);
        assertThat(rowsWith("Emptied: it tells of somebody"))
                .as("what comes late")
                .hasSize(2);
        // Numbers alone are kept, so that what comes late is known.
        assertThat(rowsWith("zwickl.toys@example.com|zwickl\\+toys@example\\.com|for Edeltraud|\\m4711\\M").stream()
                        .filter(row -> !row.startsWith("forgotten: ")))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("webhook_set_aside: (" + other.value() + ","));
        assertThat(rowsWith("Balthasar")).as("somebody else stays").hasSize(1);
        assertThat(count("select count(*) from outbox where state = 'dropped' and variables = '{}'"))
                .isEqualTo(1);
        assertThat(LOGGED.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("a buyer is forgotten"))
                .noneMatch(PrivacyTest::tellsOfPerson);
        assertThat(serverLog()).isNotEmpty().noneMatch(PrivacyTest::tellsOfPerson);
    }

    private static boolean tellsOfPerson(String line) {
        return line.contains("zwickl") || line.contains("Edeltraud");
    }

    /** The lines of PostgreSQL's own log about the program's role. */
    private static List<String> serverLog() {
        return DATABASE.superuser()
                .sql("select pg_read_file(pg_current_logfile('jsonlog'))")
                .query(String.class)
                .single()
                .lines()
                .filter(line -> line.contains("\"user\":\"holdfast_app\""))
                .toList();
    }

    @Test
    void a_shop_that_left_is_forgotten_and_comes_back_as_a_new_one() throws Exception {
        deliver(DOMAIN, "moons/full", PERSON);
        deliver(OTHER, "moons/new", PERSON);
        await(
                "they are set aside",
                () -> count("select count(distinct shop_id) from webhook_set_aside where topic like 'moons/%'") == 2);
        deliver(DOMAIN, "shop/redact", "{\"shop_id\":1,\"shop_domain\":\"toy-shop.myshopify.com\"}");
        var shops = server.part(ShopRegistry.class);
        await("the shop is forgotten", () -> shops.find(DOMAIN).isEmpty());
        await("the queue is empty", () -> count("select count(*) from webhook_inbox") == 0);
        assertThat(rowsWith("toy-shop")).isEmpty();
        assertThat(count("select count(*) from webhook_set_aside where shop_id = ?", shop.value()))
                .isZero();
        assertThat(count("select count(*) from webhook_seen where shop_id = ?", shop.value()))
                .isZero();
        assertThat(count("select count(*) from webhook_set_aside where shop_id = ?", other.value()))
                .isPositive();
        assertThat(shops.install(DOMAIN)).isNotEqualTo(shop);
    }

    @Test
    void a_shop_that_installed_again_in_the_meantime_is_kept() {
        var erasure = new ShopErasure(server.part(InstantSource.class));
        boolean erased =
                DATABASE.database().inShop(other, sql -> erasure.erase(sql, other, now().minus(Duration.ofDays(2))));
        assertThat(erased).isFalse();
        assertThat(server.part(ShopRegistry.class).find(OTHER)).contains(other);
    }
}
