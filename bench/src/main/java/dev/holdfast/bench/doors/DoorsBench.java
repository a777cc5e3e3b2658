package dev.holdfast.bench.doors;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A test of the server against the whole program over HTTP, with larger numbers than ./verify gives it. */
public final class DoorsBench implements Bench {
    private final String name;
    private final String summary;
    private final String test;
    private final List<String> options;

    private DoorsBench(String name, String summary, String test, List<String> options) {
        this.name = name;
        this.summary = summary;
        this.test = test;
        this.options = options;
    }

    public static Bench forged() {
        return new DoorsBench(
                "forged",
                "100,000 mutated webhooks, session tokens, proxy queries and approvals over HTTP: none comes in",
                "ForgedTest",
                List.of("-Dholdfast.forgeries=100000"));
    }

    public static Bench tenants() {
        return new DoorsBench(
                "tenants",
                "two shops, every door, every kind of id: no foreign row is shown or touched",
                "TenantsTest",
                List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        var root = ProgramRun.root();
        var said = root.resolve("server/target/" + name + ".txt");
        Files.deleteIfExists(said);
        var command = new ArrayList<String>(
                List.of(root.resolve("mvnw").toString(), "-B", "-ntp", "-pl", "server", "-am", "verify"));
        command.add("-Dtest=" + test);
        command.add("-Dsurefire.failIfNoSpecifiedTests=false");
        command.addAll(options);
        var run = ProgramRun.of(command, null);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(test + " failed:\n" + run.text());
        }
        // Written by the test once all of it is true.
        Files.readAllLines(said).forEach(report::note);
        report.note("%s passed; with the build before it %.0f s".formatted(test, run.millis() / 1000));
    }
}
