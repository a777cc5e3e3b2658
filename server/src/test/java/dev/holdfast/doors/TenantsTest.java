package dev.holdfast.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.privacy.PrivacyRequests;
import dev.holdfast.shopify.inbox.InboxDesk;
import dev.holdfast.shopify.inbox.SampleWebhook;
import dev.holdfast.shopify.outbox.OutboxDesk;
import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two shops, every door, every kind of id: one shop never sees or touches a row of the other's. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path home;

    /** Pages that know no shop, and the operator's, which know all and are on the loopback address alone. */
    private static final Set<String> OF_NO_SHOP = Set.of("", "/", "/embedded.js", "/up", "/auth", "/auth/*");

    private static final Set<String> OF_THE_OPERATOR = Set.of("/health", "/metrics");
    /** Walked below, each by a test of its own. */
    private static final Set<String> OF_A_SHOP = Set.of("/webhooks", "/auth/session", "/proxy/availability");

    private static TwoShops shops;
    private static TenantRows rows;

    @BeforeAll
    static void open() throws Exception {
        shops = new TwoShops(DATABASE, home.resolve("home"));
        rows = new TenantRows(shops);
        TwoShops.await("the shops have nothing to do", rows::areAtRest);
    }

    @AfterAll
    static void close() {
        shops.close();
    }

    @Test
    void no_door_is_left_out() {
        var doors = new TreeSet<String>();
        shops.server
                .part(ServletContext.class)
                .getServletRegistrations()
                .values()
                .forEach(servlet -> doors.addAll(servlet.getMappings()));
        // Where the container itself would answer; it has no pages of its own.
        doors.removeAll(Set.of("*.jsp", "*.jspx"));
        var walked = new TreeSet<>(OF_A_SHOP);
        walked.addAll(OF_NO_SHOP);
        walked.addAll(OF_THE_OPERATOR);
        // The frame's own servlet, behind "/", is one page: the one for errors.
        assertThat(rows.controllers()).containsExactly("problems");
        assertThat(doors).as("doors: walk a new one in this test").isEqualTo(walked);
    }

    @Test
    void pages_of_no_shop_name_none() throws Exception {
        for (var path : List.of("/", "/embedded.js", "/up", "/auth", "/auth/callback", "/health", "/metrics")) {
            assertThat(shops.get(path).body()).as(path).doesNotContain(TwoShops.OTHER.value(), TwoShops.OURS.value());
        }
    }

    @Test
    void a_session_is_told_of_its_own_shop_alone() throws Exception {
        var token = Signed.token(TwoShops.OURS, shops.now());
        var answer =
                shops.post("/auth/session?shop=" + TwoShops.OTHER, new byte[0], "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(TwoShops.OURS.value()).doesNotContain(TwoShops.OTHER.value());
    }

    @Test
    void a_shops_pages_are_told_of_its_own_variants_alone() throws Exception {
        var ours = rows.ids(TwoShops.OURS, "variant", "variant_id");
        assertThat(availability(ours)).as("our own").isNotEmpty().allMatch(answer -> answer.contains("\"id\""));
        var foreign = rows.allIds(TwoShops.OTHER).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
        assertThat(foreign).as("ids of the other shop").hasSizeGreaterThan(50);
        assertThat(availability(foreign)).as("of another shop, or of nobody").containsOnly("{\"variants\":[]}");
        assertThat(availability(List.of(1L))).containsOnly("{\"variants\":[]}");
    }

    private static List<String> availability(Iterable<Long> ids) throws Exception {
        var answers = new ArrayList<String>();
        for (long id : ids) {
            var query = Signed.proxied(TwoShops.OURS, Long.toString(id), shops.now());
            answers.add(shops.get("/proxy/availability?" + Signed.text(Signed.signedForProxy(query, Signed.SECRET)))
                    .body());
        }
        return answers;
    }

    @Test
    void effects_and_requests_of_another_shop_are_not_there() {
        var ours = shops.id(TwoShops.OURS);
        var desk = shops.server.part(OutboxDesk.class);
        var theirs = desk.list(shops.id(TwoShops.OTHER), 1000);
        var own = desk.list(ours, 1000).stream().map(OutboxDesk.Open::id).toList();
        var nobodys = shops.server.part(Ids.class).next();
        for (UUID id : TenantRows.with(theirs.stream().map(OutboxDesk.Open::id).toList(), nobodys)) {
            assertThat(own).doesNotContain(id);
            assertThat(desk.resend(ours, id)).isEqualTo(OutboxDesk.Answer.NOT_OPEN);
            assertThat(desk.drop(ours, id)).isEqualTo(OutboxDesk.Answer.NOT_OPEN);
        }
        DATABASE.superuser().sql("""
                insert into webhook_set_aside (shop_id, webhook_id, topic, body, body_is_base64, received_at, set_aside_at, cause, reason)
                values (?, 'theirs', 'orders/create', '{}', false, now(), now(), 'failed', 'X: y')
                """).param(shops.id(TwoShops.OTHER).value()).update();
        var inbox = shops.server.part(InboxDesk.class);
        assertThat(inbox.list(ours, 1000))
                .extracting(InboxDesk.SetAside::webhookId)
                .doesNotContain("theirs");
        assertThat(inbox.retry(ours, "theirs")).isEqualTo(InboxDesk.Answer.NOT_THERE);
        inbox.retryAll(ours);
        assertThat(inbox.list(shops.id(TwoShops.OTHER), 1000))
                .extracting(InboxDesk.SetAside::webhookId)
                .contains("theirs");
        DATABASE.superuser().sql("""
                insert into privacy_request (shop_id, request_id, kind, customer_id, order_ids, received_at)
                values (?, 'theirs', 'data_request', 7, '{}', now())
                """).param(shops.id(TwoShops.OTHER).value()).update();
        var requests = shops.server.part(PrivacyRequests.class);
        assertThat(requests.open(ours)).isEmpty();
        assertThat(requests.close(ours, "theirs"))
                .isEqualTo(requests.close(ours, "nobodys"))
                .isFalse();
        assertThat(requests.open(shops.id(TwoShops.OTHER))).hasSize(1);
    }

    /** Signed for our shop, and naming what is another's: read, looked for in our shop, and not found. */
    @Order(Integer.MAX_VALUE)
    @Test
    void webhooks_that_name_ids_of_another_shop_touch_nothing_of_it() throws Exception {
        var before = rows.snapshot(TwoShops.OTHER);
        var sample = new TreeMap<String, Long>();
        rows.allIds(TwoShops.OTHER)
                .forEach((column, ids) -> sample.put(column, ids.iterator().next()));
        var topics = rows.topics();
        assertThat(topics).contains("orders/updated", "products/delete", "customers/redact", "shop/redact");
        // These end our own shop, so they come last.
        var last = List.of("shop/redact", "app/uninstalled");
        topics.removeAll(last);
        for (var topic : topics) {
            for (long id : Set.copyOf(sample.values())) {
                send(topic, id);
            }
        }
        TwoShops.await("everything is read", rows::areAtRest);
        assertThat(rows.foreign(TwoShops.OURS, TwoShops.OTHER))
                .as("rows of ours with ids of theirs")
                .isEmpty();
        for (var topic : last) {
            send(topic, sample.values().iterator().next());
        }
        TwoShops.await("everything is read", rows::areAtRest);
        assertThat(rows.snapshot(TwoShops.OTHER)).as("the other shop's rows").isEqualTo(before);
        System.out.printf(
                "tenants: %d doors; %d topics each with %d ids of the other shop; %d tables%n",
                OF_A_SHOP.size() + OF_NO_SHOP.size() + OF_THE_OPERATOR.size(),
                topics.size() + last.size(),
                Set.copyOf(sample.values()).size(),
                rows.tables().size());
    }

    private static void send(String topic, long id) throws Exception {
        var body = """
                {"id":%1$d,"admin_graphql_api_id":"gid://shopify/Thing/%1$d","shop_domain":"%2$s","myshopify_domain":"%2$s",
                "product_id":%1$d,"inventory_item_id":%1$d,"location_id":%1$d,"order_id":%1$d,"order":{"id":%1$d},"order_edit":{"order_id":%1$d},
                "customer":{"id":%1$d},"orders_to_redact":[%1$d],"orders_requested":[%1$d],"data_request":{"id":%1$d},
                "return":{"id":%1$d},"refund":{"id":%1$d},"line_items":[{"id":%1$d,"variant_id":%1$d}],
                "fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/%1$d"},"current":["read_products"],
                "original_fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/%1$d"},
                "remaining_fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/%1$d"}}
                """.formatted(id, TwoShops.OTHER);
        var webhook = SampleWebhook.of(topic, body);
        var request = shops.request("/webhooks").POST(BodyPublishers.ofByteArray(webhook.body()));
        webhook.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        assertThat(shops.send(request).statusCode()).as(topic).isEqualTo(200);
    }

    @Test
    void within_a_shop_no_table_shows_or_changes_a_row_of_another() {
        var ours = shops.id(TwoShops.OURS);
        var others = shops.id(TwoShops.OTHER).value();
        var filled = rows.tables().stream()
                .filter(table -> rows.count(table, others) > 0)
                .collect(Collectors.toSet());
        assertThat(filled).as("tables with rows of the other shop").contains("variant", "customer_order", "outbox");
        for (var table : rows.tables()) {
            var touched = DATABASE.database().inShop(ours, sql -> {
                int seen = sql.sql("select count(*) from " + table + " where shop_id <> ?")
                        .param(ours.value())
                        .query((row, _) -> row.getInt(1))
                        .single();
                int changed = sql.sql("update " + table + " set shop_id = shop_id where shop_id = ?")
                        .param(others)
                        .update();
                int deleted = sql.sql("delete from " + table + " where shop_id = ?")
                        .param(others)
                        .update();
                return List.of(seen, changed, deleted);
            });
            assertThat(touched).as(table).containsOnly(0);
            int withoutShop = DATABASE.database()
                    .global(sql -> sql.sql("select count(shop_id) from " + table)
                            .query((row, _) -> row.getInt(1))
                            .single());
            assertThat(withoutShop).as(table + " without a shop").isZero();
        }
    }
}
