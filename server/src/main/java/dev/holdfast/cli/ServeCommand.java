package dev.holdfast.cli;

import dev.holdfast.Holdfast;
import dev.holdfast.Rehearsal;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.settings.SettingsSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server until it is asked to end. */
@Command(
        name = "serve",
        description = "Run the server: take in what Shopify says, keep the plan, and act on it.",
        footer = {
            "",
            "Data and settings lie in the folder HOLDFAST_HOME names, else in ~/.holdfast.",
            "Settings come from holdfast.properties there, from variables such as HOLDFAST_HTTP_PORT, and from here."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen (http.port, by default 8080)")
    private @Nullable String port;

    @Option(names = "--role", paramLabel = "ROLE", description = "What this process does: web, worker or all (role)")
    private @Nullable String role;

    /** For the launcher, which lets Java lay out what a start needs. */
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    @Override
    public Integer call() throws InterruptedException {
        if (rehearse) {
            Rehearsal.run();
            return 0;
        }
        Map<String, String> options = new HashMap<>();
        if (port != null) {
            options.put("http.port", port);
        }
        if (role != null) {
            options.put("role", role);
        }
        Map<String, String> environment = System.getenv();
        Holdfast.start(SettingsSource.of(Home.of(environment), environment, options));
        // The process ends by a signal, which closes the server in its own thread.
        Thread.currentThread().join();
        return 0;
    }
}
