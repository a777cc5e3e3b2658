package dev.holdfast.platform.testing;

import dev.holdfast.Holdfast;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.Doors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program on a test's database, on free ports; close it at the end of the test. */
public final class RunningServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; settings given here come before the test's own. */
    public static RunningServer start(TestDatabase database, Path home, Map<String, String> settings) {
        return start(database, home, settings, InstantSource.system());
    }

    /** The same by a clock of the test's. */
    public static RunningServer start(
            TestDatabase database, Path home, Map<String, String> settings, InstantSource clock) {
        DatabaseLogin owner = database.owner();
        Map<String, String> all = new HashMap<>(Map.of(
                "http.port", "0",
                "operator.port", "0",
                "database.url", owner.url(),
                "database.user", owner.user(),
                "database.password", owner.password(),
                "shopify.client-id", "holdfast",
                "shopify.client-secret", "shpss_0123456789abcdef0123456789abcdef"));
        all.putAll(settings);
        return new RunningServer(Holdfast.start(SettingsSource.of(new Home(home), Map.of(), all), clock));
    }

    /** A part of the program. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a type. */
    public <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + part(Doors.class).port() + path);
    }

    public URI operatorUri(String path) {
        return URI.create("http://127.0.0.1:" + part(Doors.class).operatorPort() + path);
    }

    public HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
