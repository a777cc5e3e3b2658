package dev.holdfast.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulator.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final byte[] BODY = "abc".getBytes(StandardCharsets.UTF_8);
    private final Routes routes = new Routes();
    private final Faults faults = new Faults(1);
    private final List<String> carriedOut = new ArrayList<>();
    private HttpServer server = HttpServer.start(0, routes, faults);
    private Caller caller = new Caller("");

    @BeforeEach
    void mount() {
        caller = new Caller("http://127.0.0.1:" + server.port());
        routes.mount(
                        "GET",
                        "/shop",
                        exchange -> Answer.text(200, exchange.shopDomain().orElse("none")))
                .mount("GET", "/admin/things/{id}", exchange -> {
                    carriedOut.add(exchange.segment("id"));
                    return Answer.text(200, "thing " + exchange.segment("id"));
                })
                .mount("POST", "/admin/things/{id}", exchange -> {
                    carriedOut.add(exchange.segment("id"));
                    return Answer.text(200, "made " + exchange.segment("id"));
                })
                .mount("POST", "/admin/body", exchange -> Answer.of(200, "text/plain", exchange.body(10)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_request_names_its_shop_by_header_or_by_the_start_of_its_path() throws IOException {
        assertThat(caller.get("/shop").body()).isEqualTo("none");
        assertThat(caller.get("/shop", "X-Simulator-Shop", "Toys").body()).isEqualTo("toys.myshopify.com");
        assertThat(caller.get("/shops/toys/shop").body()).isEqualTo("toys.myshopify.com");
        assertThat(caller.get("/shops/toys.myshopify.com/shop").body()).isEqualTo("toys.myshopify.com");
    }

    @Test
    void a_request_names_its_shop_by_the_host_it_asks_for() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /shop HTTP/1.1\r\nHost: Books.myshopify.com\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("books.myshopify.com");
        }
    }

    @Test
    void an_unknown_path_and_a_wrong_method_are_told_apart() throws IOException {
        assertThat(caller.get("/nowhere").status()).isEqualTo(404);
        var wrong = caller.postJson("/shop", Map.of());
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.json().path("errors").asString()).isEqualTo("POST is not answered at /shop");
    }

    @Test
    void a_body_over_its_limit_is_refused() throws IOException {
        assertThat(caller.post("/admin/body", "text/plain", new byte[10]).status())
                .isEqualTo(200);
        assertThat(caller.post("/admin/body", "text/plain", new byte[11]).status())
                .isEqualTo(413);
    }

    @Test
    void a_request_refused_by_a_fault_is_not_carried_out() throws IOException {
        faults.once(new Fault.Status(429));
        faults.once(new Fault.Status(503));
        var tooMany = caller.get("/admin/things/1");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.headers()).containsEntry("retry-after", "2.0");
        assertThat(caller.get("/admin/things/2").status()).isEqualTo(503);
        assertThat(caller.get("/admin/things/3").body()).isEqualTo("thing 3");
        assertThat(carriedOut).containsExactly("3");
    }

    @Test
    void a_broken_connection_may_come_before_or_after_the_work() {
        faults.once(new Fault.Reset(false));
        faults.once(new Fault.Reset(true));
        // Not GET: the JDK's client would quietly send that again.
        assertThatThrownBy(() -> caller.postJson("/admin/things/1", Map.of())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> caller.postJson("/admin/things/2", Map.of())).isInstanceOf(IOException.class);
        assertThat(carriedOut).containsExactly("2");
    }

    @Test
    void a_truncated_answer_is_noticed_by_its_length() {
        faults.once(new Fault.Truncated());
        assertThatThrownBy(() -> caller.get("/admin/things/1")).isInstanceOf(IOException.class);
        assertThat(carriedOut).containsExactly("1");
    }

    @Test
    void a_slow_answer_is_late_but_right() throws IOException {
        faults.once(new Fault.Slow(Duration.ofMillis(200)));
        long begin = System.nanoTime();
        assertThat(caller.get("/admin/things/1").body()).isEqualTo("thing 1");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(199));
    }

    @Test
    void faults_spare_what_is_not_under_admin() throws IOException {
        faults.once(new Fault.Status(500));
        assertThat(caller.get("/shop").status()).isEqualTo(200);
        assertThat(caller.get("/admin/things/1").status()).isEqualTo(500);
    }

    @Test
    void the_same_seed_gives_the_same_faults() {
        var rates = new FaultRates(100, 100, 100, 100, 100, Duration.ofSeconds(1));
        assertThat(draws(rates, 7)).isEqualTo(draws(rates, 7)).isNotEqualTo(draws(rates, 8));
        assertThat(draws(rates, 7).stream().filter(Fault.NONE::equals).count()).isBetween(400L, 600L);
    }

    private static List<Fault> draws(FaultRates rates, long seed) {
        var drawn = new Faults(0);
        drawn.set(rates, seed);
        return IntStream.range(0, 1000)
                .mapToObj(i -> drawn.draw("POST", "/admin/x", new byte[] {(byte) i}))
                .toList();
    }

    @Test
    void a_request_meets_its_fault_whatever_comes_between() {
        var rates = new FaultRates(200, 200, 200, 100, 100, Duration.ofSeconds(1));
        var alone = new Faults(0);
        alone.set(rates, 7);
        var crowded = new Faults(0);
        crowded.set(rates, 7);
        var mine = IntStream.range(0, 100)
                .mapToObj(i -> alone.draw("POST", "/admin/x", BODY))
                .toList();
        var among = IntStream.range(0, 100)
                .mapToObj(i -> {
                    crowded.draw("POST", "/admin/y", BODY);
                    crowded.draw("POST", "/admin/x", new byte[] {9, (byte) i});
                    return crowded.draw("POST", "/admin/x", BODY);
                })
                .toList();
        assertThat(among).isEqualTo(mine);
        assertThat(Set.copyOf(mine)).contains(Fault.NONE).hasSizeGreaterThan(2);
    }

    @Test
    void a_body_is_still_there_for_the_answer_when_its_fault_was_drawn_by_it() throws IOException {
        faults.set(new FaultRates(0, 0, 1000, 0, 0, Duration.ofMillis(1)), 7);
        assertThat(caller.post("/admin/body", "text/plain", BODY).body()).isEqualTo("abc");
        assertThat(caller.post("/admin/body", "text/plain", new byte[11]).status())
                .isEqualTo(413);
    }

    @Test
    void an_address_that_is_no_text_is_refused_in_words() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /sh%zzop HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .endsWith("{\"errors\":\"The address or a header cannot be read\"}");
        }
    }
}
