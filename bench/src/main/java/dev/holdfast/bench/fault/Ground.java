package dev.holdfast.bench.fault;

import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** A shop that trades, the program connected to it through a wire, and a merchant who has agreed. */
final class Ground implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final Duration LOOK = Duration.ofMillis(50);
    /** An order that is not routed yet is read again a minute later should nothing be heard of it; it is tried later then. */
    private static final String ROUTING =
            "why = 'Shopify has not routed it yet' and attempts = 0 and due_at > now() + interval '10 seconds'";

    // Shopify repeats a webhook for four hours.
    private static final Duration RETRIES = Duration.ofHours(5);

    final Path folder;
    final Program program;
    final Toys toys;
    final Wire wire;
    final Pipe pipe;
    final Knocker knocker;
    final Deliveries deliveries;
    private final Report report;
    private boolean judged;

    /** Something to wait for; while the database is away it is not so. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException, SQLException;
    }

    private Ground(Program program, Toys toys, Wire wire, Report report) throws IOException {
        this.folder = program.home();
        this.program = program;
        this.toys = toys;
        this.wire = wire;
        this.report = report;
        pipe = new Pipe(wire.address());
        deliveries = new Deliveries(toys, folder.resolve("deliveries.log"));
        knocker = new Knocker(program.url());
    }

    /** Connected, imported and agreed to. */
    static Ground open(String name, long seed, Report report) throws IOException, InterruptedException {
        return open(new Program(Files.createTempDirectory(name)), seed, report);
    }

    /** The same, its disk to be filled where that is possible. */
    static Ground openOnSmallDisk(String name, long seed, Report report) throws IOException, InterruptedException {
        var program = new Program(Files.createTempDirectory(name));
        program.useSmallDisk();
        return open(program, seed, report);
    }

    private static Ground open(Program program, long seed, Report report) throws IOException, InterruptedException {
        var toys = Toys.start(program.url(), seed);
        var wire = new Wire(toys.address());
        var ground = new Ground(program, toys, wire, report);
        program.connectTo(ground.pipe.address());
        try {
            program.start();
            // Before that there is no table to ask.
            ground.secondsUntilBack();
            ground.await(
                    "the shop is imported",
                    () -> ground.count("select count(*) from import_part where state = 'done'") > 0
                            && ground.count("select count(*) from import_part where state <> 'done'") == 0);
            ground.await("webhooks are subscribed to", () -> ground.count("""
                            select count(*) from outbox where kind = 'shopify.subscription' and state = 'done'""") > 30 && ground.unsent() == 0);
            var agreed = program.command("changes", "--confirm");
            if (agreed.exitCode() != 0) {
                throw new IllegalStateException("Nobody could agree: " + agreed.output());
            }
            return ground;
        } catch (IllegalStateException | IOException | InterruptedException e) {
            ground.close();
            throw e;
        }
    }

    long count(String query) throws IOException, SQLException {
        return Long.parseLong(program.ask(query).getFirst());
    }

    /** What is to be sent, without what a person must look at. */
    long unsent() throws IOException, SQLException {
        return count("select count(*) from outbox where closed_at is null and state <> 'set_aside'");
    }

    void await(String what, Condition condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Waited in vain: " + what + "; " + remains() + "; the program said:\n" + lastWords());
            }
            if (!program.runs()) {
                throw new IllegalStateException("The program has ended: " + lastWords());
            }
            // Between two looks: what is waited for happens in other processes.
            Thread.sleep(LOOK);
        }
    }

    private static boolean holds(Condition condition) throws IOException, InterruptedException {
        try {
            return condition.holds();
        } catch (SQLException e) {
            if (isAway(e)) {
                return false;
            }
            throw new IllegalStateException("The database refuses a question", e);
        }
    }

    /** No connection, or one that the server has ended. */
    private static boolean isAway(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** What is not done yet, and why. */
    private String remains() throws IOException {
        try {
            return "%d webhooks wait, %d effects; hints: %s"
                    .formatted(count("select count(*) from webhook_inbox"), unsent(), program.ask("""
                                    select format('%s %s: %s (%s, due %s to %s)', count(*), kind, why, coalesce(max(problem), ''),
                                                  min(due_at), max(due_at))
                                    from refresh group by kind, why"""));
        } catch (SQLException e) {
            return "the database cannot be asked (" + e.getMessage() + ")";
        }
    }

    private String lastWords() throws IOException {
        var said = program.said();
        return said.substring(Math.max(0, said.length() - 4000));
    }

    /** The seconds until a webhook is acknowledged, which is durable then; counted from now. */
    double secondsUntilBack() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        await("a webhook is acknowledged", knocker::knock);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Everything that was told and decided has been done, and nothing is left to be told. */
    void settle() throws IOException, InterruptedException {
        toys.pass(RETRIES);
        await("all is told and done", () -> isIdle() && toys.hasToldAll() && isIdle());
    }

    /** Nothing waits to be handled, read or sent, nobody is at it, and what will be read later is of no consequence. */
    boolean isIdle() throws IOException, SQLException {
        return count("select count(*) from webhook_inbox") == 0
                && count("select count(*) from refresh where not (" + ROUTING + ")") == 0
                && unsent() == 0
                && count("select count(*) from turn_announcement where due_at <= now()") == 0
                && count("select count(*) from shop_turn where due_at <= now() or leased_until > now()") == 0;
    }

    /** What the health page calls worse than good, in its words; empty when all is good. */
    String complaints() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(program.health()).build();
        try (var client = HttpClient.newHttpClient()) {
            var page = JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
            var bad = page.path("checks")
                    .propertyStream()
                    .filter(check -> !check.getValue().path("state").asString().equals("good"))
                    .map(check -> check.getKey() + ": "
                            + check.getValue().path("says").asString())
                    .toList();
            return String.join("; ", bad);
        }
    }

    /** How many webhooks were acknowledged. */
    int acknowledged() throws IOException, InterruptedException {
        return deliveries.acknowledged().size() + knocker.acknowledged().size();
    }

    /** Those that were acknowledged and are not there. */
    private Set<String> lost() throws IOException, InterruptedException, SQLException {
        var lost = new TreeSet<>(deliveries.acknowledged());
        lost.addAll(knocker.acknowledged());
        lost.removeAll(new HashSet<>(
                program.ask("select webhook_id from webhook_seen union select webhook_id from webhook_inbox")));
        return lost;
    }

    /** How many effects went out in two ways: a hold asked for under two handles, or decided twice. */
    long sentTwoWays() throws IOException, InterruptedException, SQLException {
        long handles = wire.changes().stream()
                .filter(asked -> asked.operation().equals("FulfillmentOrderHold"))
                .map(Wire.Asked::variables)
                .distinct()
                .count();
        long held = wire.changes().stream()
                .filter(asked -> asked.operation().equals("FulfillmentOrderHold"))
                .map(asked -> asked.variables().path("id").asString())
                .distinct()
                .count();
        long keys = count("""
                select count(*) from (
                    select subject from outbox where kind = 'release.hold' group by subject
                    having count(distinct idempotency_key) > 1) twice""");
        return handles - held + keys + toys.heldTwice();
    }

    /** Effects that were decided and never came to Shopify, or were left to a person. */
    long missing() throws IOException, SQLException {
        var asked = new HashSet<String>();
        wire.changes().forEach(one -> asked.add(one.variables().path("id").asString("")));
        List<String> decided = program.ask("select subject from outbox where kind = 'release.hold'");
        return decided.stream().filter(subject -> !asked.contains(subject)).count()
                + count("select count(*) from outbox where state = 'set_aside'");
    }

    /** The last judgement of a run: reconciling finds nothing; what it finds is told of with all that is known about it. */
    void judge(String bench) throws IOException, InterruptedException, SQLException {
        var lost = lost();
        report.bar(bench + "-acknowledged-but-lost", lost.size(), "=", 0);
        report.bar(bench + "-webhooks-set-aside", (double) count("select count(*) from webhook_set_aside"), "=", 0);
        var reconciled = program.command("reconcile");
        report.note(reconciled.output().strip());
        report.bar(bench + "-reconcile-exit-code", reconciled.exitCode(), "=", 0);
        if (!report.ok()) {
            new Evidence(program, toys, deliveries).tell(lost, reconciled.output(), report);
        }
        judged = true;
    }

    /** Ends all of it; what the program kept is deleted, unless the run did not come to its end or a bar was missed. */
    @Override
    public void close() throws IOException {
        deliveries.close();
        knocker.close();
        program.close();
        pipe.close();
        wire.close();
        toys.close();
        if (!judged || !report.ok()) {
            report.note("""
                    kept for a look: %1$s, with serve.log, deliveries.log (each try of the shop to tell something), and home, \
                    which HOLDFAST_HOME=%1$s/home ./holdfast inbox and its like read""".formatted(folder));
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
