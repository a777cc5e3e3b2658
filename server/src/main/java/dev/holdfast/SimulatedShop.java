package dev.holdfast;

import dev.holdfast.platform.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A simulated Shopify in a process of its own, with one shop full of toys; it ends with this program. */
final class SimulatedShop implements AutoCloseable {
    static final String DOMAIN = "toys.myshopify.com";
    static final String CLIENT_ID = "holdfast";

    private static final Pattern ADDRESS = Pattern.compile(".* at (http://127\\.0\\.0\\.1:[0-9]+),.*");
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private SimulatedShop(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** {@code app} is where Holdfast will be, {@code secret} what both sign with. */
    static SimulatedShop start(String classPath, URI app, String secret) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                classPath,
                "dev.holdfast.simulator.Main"));
        command.addAll(List.of("--port", "0", "--shop", DOMAIN, "--demo"));
        command.addAll(List.of("--client-id", CLIENT_ID, "--client-secret", secret, "--app-url", app.toString()));
        // So that there is something for us to hold.
        command.addAll(List.of("--switch", "UNKNOWN_DATE_ARRIVES_HELD=false", "--attached"));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new SimulatedShop(process, address(process));
        } catch (IOException e) {
            throw new Refusal("simulator", "cannot be started: " + e, e);
        }
    }

    private static URI address(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.matches()) {
                Thread.ofVirtual().name("simulator-output").start(() -> drain(output));
                return URI.create(found.group(1));
            }
            said.append(line).append('\n');
        }
        throw new Refusal("simulator", "did not start; it said: " + said);
    }

    /** Or it would stop when the pipe is full. */
    private static void drain(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    URI address() {
        return address;
    }

    boolean runs() {
        return process.isAlive();
    }

    /** One buyer comes with a cart drawn by lot. Throws {@link IOException} when the simulator does not answer. */
    void sell(long seed) throws IOException, InterruptedException {
        var body = "{\"orders\": 1, \"seed\": " + seed + "}";
        var request = HttpRequest.newBuilder(address.resolve("/simulator/shops/" + DOMAIN + "/shoppers"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The simulator sells nothing: " + answer.body());
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
