package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends the program before and after each step of sending an effect, and leaves it without Shopify for half an hour. */
public final class EffectsBench implements Bench {
    private static final double MOST_SECONDS_OF_LAG = 600;
    private static final int MILLIS_AROUND_THE_DECISION = 400;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "effects";
    }

    @Override
    public String summary() {
        return "kill -9 around each send and mark of an effect, 20 times each (EFFECTS_EACH); Shopify down for 30 minutes"
                + " (EFFECTS_DOWN_SECONDS): each sent in one way, none missing";
    }

    /** Where the program is ended. */
    private enum Point {
        /** The effect is marked as being sent; Shopify does nothing. */
        BEFORE_SHOPIFY_ACTS,
        /** Shopify has acted; the answer is lost. */
        BEFORE_THE_ANSWER,
        /** The answer is on its way; what it came to may be marked or not. */
        WITH_THE_ANSWER,
        /** The decision is about to be made, or made; it may be marked as being sent or not. */
        AROUND_THE_DECISION
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        ProgramRun.ofHoldfast(null, "--version");
        var size = Size.given();
        int each = size.count("EFFECTS_EACH", 1, 20);
        var points =
                size.isShort() ? List.of(Point.BEFORE_SHOPIFY_ACTS, Point.BEFORE_THE_ANSWER) : List.of(Point.values());
        var down = Duration.ofSeconds(size.count("EFFECTS_DOWN_SECONDS", 3, 1800));
        report.note("seed %d; ended %d times at each of %s; Shopify down for %s"
                .formatted(size.seed(), each, points, down));
        try (var ground = Ground.open("effects", size.seed(), report)) {
            long seed = size.seed() * 1_000_000;
            List<Double> back = new ArrayList<>();
            for (int round = 0; round < each; round++) {
                for (var point : points) {
                    back.add(endAt(ground, point, ++seed));
                }
            }
            report.figure("back after the kill", new Samples("s", back));
            outage(ground, down, seed, report);
            ground.settle();
            verdict(ground, size, report);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }

    /** Sells until a hold goes out, and ends the program there; the seconds until it is back. */
    private static double endAt(Ground ground, Point point, long seed) throws IOException, InterruptedException {
        var reached = new CountDownLatch(1);
        var once = new AtomicBoolean();
        if (point != Point.AROUND_THE_DECISION) {
            ground.wire.play((asked, shop) -> {
                if (!asked.operation().equals("FulfillmentOrderHold") || !once.compareAndSet(false, true)) {
                    return Optional.of(shop.answer());
                }
                return switch (point) {
                    case BEFORE_SHOPIFY_ACTS -> killed(ground, reached);
                    case BEFORE_THE_ANSWER -> {
                        shop.answer();
                        yield killed(ground, reached);
                    }
                    case WITH_THE_ANSWER, AROUND_THE_DECISION -> {
                        var answer = shop.answer();
                        reached.countDown();
                        yield Optional.of(answer);
                    }
                };
            });
        }
        long next = seed * 100;
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        do {
            ground.toys.sell(2, next++);
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing was held, so that " + point + " never came");
            }
        } while (point != Point.AROUND_THE_DECISION && !reached.await(500, TimeUnit.MILLISECONDS));
        if (point == Point.AROUND_THE_DECISION) {
            // Decided within so long after the sale: the kill comes somewhere around it, elsewhere for each seed.
            Thread.sleep(new Random(seed).nextInt(MILLIS_AROUND_THE_DECISION));
        }
        if (ground.program.runs()) {
            ground.program.kill();
        }
        ground.wire.playNothing();
        ground.program.start();
        return ground.secondsUntilBack();
    }

    private static Optional<Wire.Answer> killed(Ground ground, CountDownLatch reached) throws InterruptedException {
        ground.program.kill();
        reached.countDown();
        return Optional.empty();
    }

    private static void outage(Ground ground, Duration down, long seed, Report report)
            throws IOException, InterruptedException {
        ground.await("all is sent before the outage", () -> ground.unsent() == 0);
        ground.wire.play((_, _) -> Optional.of(Wire.Answer.of(503, "")));
        long end = System.nanoTime() + down.toNanos();
        long next = seed * 1000;
        int buyers = 0;
        do {
            ground.toys.sell(1, next++);
            buyers++;
            // Buyers come one after the other, and at least three of them in an outage however short.
            Thread.sleep(Math.min(1000, down.toMillis() / 3));
        } while (System.nanoTime() < end);
        ground.wire.playNothing();
        long begin = System.nanoTime();
        ground.await("what waited is done", ground::isIdle);
        report.note("%d buyers came during the outage of %s".formatted(buyers, down));
        report.bar("effects-seconds-of-lag-after", (System.nanoTime() - begin) / 1e9, "<=", MOST_SECONDS_OF_LAG);
    }

    private static void verdict(Ground ground, Size size, Report report)
            throws IOException, InterruptedException, SQLException {
        long holds = ground.count("select count(*) from outbox where kind = 'release.hold'");
        long requests = ground.wire.changes().stream()
                .filter(asked -> asked.operation().equals("FulfillmentOrderHold"))
                .count();
        report.note("%d holds in %d requests: %d were repeated".formatted(holds, requests, requests - holds));
        report.bar("effects-sent-two-ways", (double) ground.sentTwoWays(), "=", 0);
        report.bar("effects-missing", (double) ground.missing(), "=", 0);
        ground.judge("effects");
        ground.toys.reportShare("effects", size, report);
    }
}
