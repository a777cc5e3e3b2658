package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.CpuShare;
import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServedProgram;
import dev.holdfast.bench.report.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's demo shop in a process of its own, and what buyers, time and Shopify do in it. */
final class Toys implements AutoCloseable {
    static final String SHOP = "toys.myshopify.com";

    private static final Pattern ADDRESS = Pattern.compile(".* at (http://127\\.0\\.0\\.1:[0-9]+),.*");
    private static final int PAGE = 250;
    private static final double MOST_SHARE = 1.0 / 3;

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CpuShare cpu;

    private Toys(Process process, URI address) throws IOException {
        this.process = process;
        this.address = address;
        this.cpu = CpuShare.since(process.pid());
    }

    /** {@code app} is where the program will be; what is sold ahead arrives open, so that there is something to hold. */
    static Toys start(URI app, long seed) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx768m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.holdfast.simulator.Main",
                        "--port",
                        "0",
                        "--shop",
                        SHOP,
                        "--demo",
                        "--seed",
                        Long.toString(seed),
                        "--client-id",
                        ServedProgram.CLIENT_ID,
                        "--client-secret",
                        ServedProgram.SECRET,
                        "--app-url",
                        app.toString(),
                        "--switch",
                        "UNKNOWN_DATE_ARRIVES_HELD=false",
                        "--attached")
                .directory(ProgramRun.root().toFile())
                .redirectErrorStream(true)
                .start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.matches()) {
                Thread.ofVirtual().start(() -> drain(output));
                return new Toys(process, URI.create(found.group(1)));
            }
        }
        throw new IllegalStateException("The simulator did not start");
    }

    // Or it would stop when the pipe is full.
    private static void drain(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    URI address() {
        return address;
    }

    void sell(int orders, long seed) throws IOException, InterruptedException {
        post("/simulator/shops/" + SHOP + "/shoppers", "{\"orders\": %d, \"seed\": %d}".formatted(orders, seed));
    }

    /** The shop's time goes on by so much at once, with every webhook that comes again meanwhile; then at its own pace. */
    void pass(Duration time) throws IOException, InterruptedException {
        post("/simulator/shops/" + SHOP + "/clock", "{\"advance\": \"%s\"}".formatted(time));
    }

    /** What is wrong with answers, in a thousand each. */
    void faults(String rates) throws IOException, InterruptedException {
        post("/simulator/faults/answers", rates);
    }

    /** Whether every webhook was answered and none is left to be sent, now or later; waits for those that are under way. */
    boolean hasToldAll() throws IOException, InterruptedException {
        pass(Duration.ZERO);
        var rest = get("/simulator/webhooks?limit=1");
        return rest.path("waiting").asInt() == 0 && rest.path("later").asInt() == 0;
    }

    /** Fulfillment orders with more than one hold under one handle, or with more than one of ours. */
    long heldTwice() throws IOException, InterruptedException {
        long twice = 0;
        long after = 0;
        while (true) {
            var page = get("/simulator/shops/" + SHOP + "/fulfillment_orders?limit=" + PAGE + "&after=" + after);
            var all = page.valueStream().filter(JsonNode::isArray).findFirst().orElseThrow();
            for (var one : all) {
                after = one.path("id").asLong();
                long ours = one.path("holds")
                        .valueStream()
                        .filter(hold -> !hold.path("handle").asString("").isEmpty())
                        .count();
                twice += ours > 1 ? 1 : 0;
            }
            if (all.size() < PAGE) {
                return twice;
            }
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(1)));
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The simulator's part of the processor time since its start, and in a full run the bar for it. */
    void reportShare(String bench, Size size, Report report) throws IOException {
        report.note(cpu.text("the simulator"));
        if (size.isShort()) {
            report.note("no bar %s-simulator-share in short: most of it is programs that start".formatted(bench));
        } else {
            report.bar(bench + "-simulator-share", cpu.share(), "<=", MOST_SHARE);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
