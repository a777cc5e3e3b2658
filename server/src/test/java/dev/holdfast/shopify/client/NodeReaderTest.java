package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.shopify.ApiVersion;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopifyFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Many things in a request, from a Shopify that breaks on what the test says. */
class NodeReaderTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Access ACCESS = new Access(new ShopDomain("toy-shop.myshopify.com"), "shpat_x");
    private static final Document TOYS =
            new Document("read/toys", "query Toys($ids: [ID!]!) { nodes(ids: $ids) { id } }", Document.Repeat.READ);

    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final Set<Long> deleted = new ConcurrentSkipListSet<>();
    private final Set<Long> breaking = new ConcurrentSkipListSet<>();
    private final Set<Long> partial = new ConcurrentSkipListSet<>();
    private boolean paidByEach = true;
    private int throttled;
    private final HttpServer server = server();
    private final Http http = new Http(Duration.ofSeconds(20));
    private final NodeReader reader = reader();

    private HttpServer server() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                var given = JSON.readTree(exchange.getRequestBody().readAllBytes())
                        .path("variables")
                        .path("ids");
                var body = JSON.writeValueAsBytes(answer(given.valueStream()
                        .map(id -> GlobalId.parse(id.asString()).number())
                        .toList()));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private NodeReader reader() {
        var address = new ShopifyAddress(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/{shop}", new ApiVersion("2026-07"));
        InstantSource clock = InstantSource.system();
        var client = new ShopifyClient(http, address, new Throttle(clock), new Troubles(clock));
        return new NodeReader(client, new PatientReader(client, _ -> {}), clock);
    }

    @AfterEach
    void close() {
        http.close();
        server.stop(0);
    }

    private synchronized ObjectNode answer(List<Long> ids) {
        asked.add(ids.size());
        var answer = JSON.createObjectNode();
        int cost = paidByEach ? 100 * ids.size() : 100;
        answer.putObject("extensions")
                .putObject("cost")
                .put("requestedQueryCost", cost)
                .putNull("actualQueryCost")
                .putObject("throttleStatus")
                .put("maximumAvailable", 20_000)
                .put("currentlyAvailable", 20_000)
                .put("restoreRate", 1000);
        if (throttled > 0) {
            throttled--;
            error(answer, "THROTTLED");
        } else if (cost > 1000) {
            error(answer, "MAX_COST_EXCEEDED");
        } else if (!Collections.disjoint(ids, breaking)) {
            error(answer, "INTERNAL_SERVER_ERROR");
        } else {
            var nodes = answer.putObject("data").putArray("nodes");
            for (var id : ids) {
                if (partial.contains(id)) {
                    error(answer, "ACCESS_DENIED");
                }
                if (deleted.contains(id) || partial.contains(id)) {
                    nodes.addNull();
                } else {
                    nodes.addObject().put("id", toy(id).toString());
                }
            }
        }
        return answer;
    }

    private static void error(ObjectNode answer, String code) {
        answer.putArray("errors")
                .addObject()
                .put("message", "no")
                .putObject("extensions")
                .put("code", code);
    }

    private static GlobalId toy(long number) {
        return new GlobalId("Toy", number);
    }

    private List<String> read(long last) {
        return reader
                .read(
                        ACCESS,
                        TOYS,
                        LongStream.rangeClosed(1, last)
                                .mapToObj(NodeReaderTest::toy)
                                .toList())
                .stream()
                .map(NodeReaderTest::told)
                .toList();
    }

    private static String told(Found<JsonNode> found) {
        var what = found.problem()
                .map(problem -> ((ShopifyFault) problem).kind().name())
                .orElse(found.thing().isPresent() ? "found" : "gone");
        return found.id() + " " + what;
    }

    private static List<String> allFound(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(id -> id + " found").toList();
    }

    /** So that it is known what one costs. */
    private void warm() {
        read(1);
        asked.clear();
    }

    @Test
    void one_at_a_time_is_asked_for_until_it_is_known_what_it_costs() {
        assertThat(read(3)).isEqualTo(allFound(3));
        assertThat(asked).containsExactly(1, 1, 1);
    }

    @Test
    void as_many_are_asked_for_together_as_a_query_may_cost() {
        warm();
        assertThat(read(25)).isEqualTo(allFound(25));
        assertThat(asked).containsExactlyInAnyOrder(10, 10, 5);
    }

    @Test
    void where_more_ids_cost_no_more_they_become_as_many_as_a_list_may_hold() {
        paidByEach = false;
        warm();
        read(10);
        read(100);
        asked.clear();
        assertThat(read(600)).isEqualTo(allFound(600));
        assertThat(asked).containsExactlyInAnyOrder(250, 250, 100);
    }

    @Test
    void what_turns_out_dearer_than_a_query_may_cost_is_asked_for_one_by_one() {
        paidByEach = false;
        warm();
        read(10);
        paidByEach = true;
        asked.clear();
        assertThat(read(20)).isEqualTo(allFound(20));
        assertThat(asked).contains(20).hasSize(21);
        asked.clear();
        read(20);
        assertThat(asked).containsExactly(10, 10);
    }

    @Test
    void a_deleted_one_is_gone_and_the_others_are_found() {
        warm();
        deleted.add(2L);
        assertThat(read(3)).containsExactly("1 found", "2 gone", "3 found");
        assertThat(asked).containsExactly(3);
    }

    @Test
    void a_whole_request_of_deleted_ones_is_an_answer() {
        warm();
        deleted.addAll(List.of(1L, 2L));
        assertThat(read(2)).containsExactly("1 gone", "2 gone");
    }

    @Test
    void one_that_shopify_breaks_on_fails_alone() {
        warm();
        breaking.add(2L);
        assertThat(read(3)).containsExactly("1 found", "2 BROKEN", "3 found");
        assertThat(asked).as("once together, and the one as often as ever").hasSize(1 + 2 + 6);
    }

    @Test
    void one_that_is_withheld_is_not_taken_for_deleted() {
        warm();
        partial.add(2L);
        assertThat(read(3)).containsExactly("1 found", "2 ACCESS_DENIED", "3 found");
    }

    @Test
    void being_throttled_is_waited_for_and_blames_none() {
        warm();
        throttled = 3;
        assertThat(read(4)).isEqualTo(allFound(4));
        assertThat(asked).containsExactly(4, 4, 4, 4);
    }

    @Test
    void throttled_for_good_all_have_that_problem_without_being_asked_for_one_by_one() {
        warm();
        throttled = Integer.MAX_VALUE;
        assertThat(read(3)).containsExactly("1 THROTTLED", "2 THROTTLED", "3 THROTTLED");
        assertThat(asked).hasSize(6).containsOnly(3);
    }
}
