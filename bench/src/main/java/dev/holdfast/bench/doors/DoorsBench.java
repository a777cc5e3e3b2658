package dev.holdfast.bench.doors;

import dev.holdfast.bench.process.ServerTest;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** A test of the server against the whole program over HTTP, with larger numbers than ./verify gives it. */
public final class DoorsBench implements Bench {
    private final String name;
    private final String summary;
    private final ServerTest test;

    private DoorsBench(String name, String summary, ServerTest test) {
        this.name = name;
        this.summary = summary;
        this.test = test;
    }

    public static Bench forged() {
        return new DoorsBench(
                "forged",
                "100,000 mutated webhooks, session tokens, proxy queries and approvals over HTTP: none comes in",
                new ServerTest("ForgedTest", List.of("-Dholdfast.forgeries=100000")));
    }

    public static Bench tenants() {
        return new DoorsBench(
                "tenants",
                "two shops, every door, every kind of id: no foreign row is shown or touched",
                new ServerTest("TenantsTest", List.of()));
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
        report.note("the server's %s: simulator and program in one process, over HTTP; no rate is read"
                .formatted(test.name()));
        var said = test.run(Pattern.compile(name + ": .*"));
        said.forEach(line -> report.note(line.group()));
        // It says so once all of it is true.
        report.bar(name + "-runs-without-a-finding", said.size(), "=", 1);
    }
}
