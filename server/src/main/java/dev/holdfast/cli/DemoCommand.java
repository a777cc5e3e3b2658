package dev.holdfast.cli;

import dev.holdfast.Demo;
import dev.holdfast.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything there is to look at, beside a simulated shop. */
@Command(
        name = "demo",
        description = "Start a database, a simulated shop that trades, and the server connected to it; Ctrl-C ends it.",
        footer = {"", "Nothing is kept: the data lie in a new folder that goes with it."})
final class DemoCommand implements Callable<Integer> {
    /** Set by the launcher: the simulator is no part of this program. */
    static final String SIMULATOR = "holdfast.simulator";

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen. Default: ${DEFAULT-VALUE}")
    private int port = 8080;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var simulator = System.getProperty(SIMULATOR, "");
        if (simulator.isEmpty()) {
            throw new BadInput("demo", "needs the simulator beside it: start it as ./holdfast demo");
        }
        var folder = Files.createTempDirectory("holdfast-demo-");
        var started = new AtomicReference<@Nullable Demo>();
        // Once the frame has closed the server. Beside its own hook, ours would take the folder from a database that
        // stops.
        SpringApplication.getShutdownHandlers().add(() -> end(started.get(), folder));
        started.set(Demo.start(simulator, new Home(folder), port, terminal::say));
        Thread.currentThread().join();
        return 0;
    }

    private void end(@Nullable Demo demo, Path folder) {
        if (demo != null) {
            demo.close();
        }
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            terminal.say(folder + " could not be removed: " + e.getMessage());
        }
    }
}
