package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.Doors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Starts the server in a folder that is thrown away, asks it a few pages and ends: what a start needs is then known. */
public final class Rehearsal {

    private static final List<String> PAGES = List.of("/up", "/nothing");
    private static final List<String> OPERATOR_PAGES = List.of("/health", "/metrics");

    private Rehearsal() {}

    /** Throws {@link Refusal} when the server does not start here. */
    public static void run() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("holdfast-rehearsal-");
            try {
                in(new Home(folder));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new Refusal("rehearsal", "did not work: " + e, e);
        }
    }

    private static void in(Home home) throws IOException, InterruptedException {
        var free = Map.of("http.port", "0", "operator.port", "0");
        try (var server = Holdfast.start(SettingsSource.of(home, Map.of(), free));
                var client = HttpClient.newHttpClient()) {
            Doors doors = server.getBean(Doors.class);
            for (String page : PAGES) {
                ask(client, doors.port(), page);
            }
            for (String page : OPERATOR_PAGES) {
                ask(client, doors.operatorPort(), page);
            }
        }
    }

    private static void ask(HttpClient client, int port, String page) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                .header("Accept", "text/html")
                .build();
        client.send(request, BodyHandlers.discarding());
    }
}
