package dev.holdfast.bench.simulator;

import dev.holdfast.bench.process.ProgramRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator's process, and requests to it. */
final class SimulatorRun implements AutoCloseable {

    /** As ./holdfast simulator starts it. */
    private static final List<String> OPTIONS = List.of("-XX:+UseParallelGC", "-Xmx1536m");

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String token;

    /** A request that is sent again and again. */
    record Call(String path, String body) {}

    private SimulatorRun(Process process, URI address) throws IOException, InterruptedException {
        this.process = process;
        this.address = address;
        this.token = token();
    }

    static SimulatorRun start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HostedSimulator.class.getName()));
        Process process = new ProcessBuilder(command)
                .directory(ProgramRun.root().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String address = out.readLine();
        if (address == null) {
            throw new IllegalStateException("The simulator ended with exit code " + process.waitFor());
        }
        return new SimulatorRun(process, URI.create(address));
    }

    long pid() {
        return process.pid();
    }

    /** Requests a second, so many at once, for so long. */
    double rate(Call call, int atOnce, Duration time) throws InterruptedException {
        HttpRequest request = request(call);
        AtomicLong answered = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < atOnce; sender++) {
                senders.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        checked(client.send(request, HttpResponse.BodyHandlers.ofString()));
                        answered.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> each : senders) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A request failed", e.getCause());
        }
        return answered.get() / ((System.nanoTime() - begun) / 1e9);
    }

    String send(Call call) throws IOException, InterruptedException {
        return checked(client.send(request(call), HttpResponse.BodyHandlers.ofString()));
    }

    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .build();
        return checked(client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** A GraphQL error comes with the status 200. */
    private static String checked(HttpResponse<String> response) {
        if (response.statusCode() >= 300 || response.body().contains("\"errors\"")) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": "
                    + response.body().substring(0, Math.min(500, response.body().length())));
        }
        return response.body();
    }

    private HttpRequest request(Call call) {
        return HttpRequest.newBuilder(address.resolve(call.path()))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Access-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                .build();
    }

    private String token() throws IOException, InterruptedException {
        String body = "{\"client_id\":\"%s\",\"client_secret\":\"%s\",\"grant_type\":\"client_credentials\"}"
                .formatted(HostedSimulator.CLIENT_ID, HostedSimulator.SECRET);
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/admin/oauth/access_token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        Matcher found = TOKEN.matcher(checked(client.send(request, HttpResponse.BodyHandlers.ofString())));
        if (!found.find()) {
            throw new IllegalStateException("No token was given");
        }
        return found.group(1);
    }

    /** The resident memory now ({@code VmRSS}) or at its peak ({@code VmHWM}). */
    double megabytes(String which) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                .filter(line -> line.startsWith(which + ":"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
