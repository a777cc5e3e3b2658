package dev.holdfast.bench.simulator;

import dev.holdfast.bench.process.CpuShare;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import dev.holdfast.bench.simulator.SimulatorRun.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checkouts and queries a second of the simulator over HTTP, and its memory with 200,000 orders. */
public final class SimulatorBench implements Bench {

    private static final int AT_ONCE = 32;
    private static final int ORDERS = 200_000;
    private static final int CARTS = 20_000;
    private static final double MOST_MEGABYTES = 2048;
    private static final double LEAST_QUERIES = 500;
    private static final double LEAST_CHECKOUTS = 1000;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Pattern NUMBER = Pattern.compile("\"(orders|seconds)\":([0-9.E-]+)");

    private static final Call EMPTY = new Call("/empty", "{}");
    private static final String SHOP = "/simulator/shops/" + HostedSimulator.SHOP;

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String summary() {
        return "checkouts and queries a second; 200,000 orders in at most 2 GB";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        report.note(
                "the simulator in a process of its own, requests from this one over loopback, both on the same cores");
        report.note("limit: a path of the same HTTP server that reads the body and answers {}");
        try (SimulatorRun simulator = SimulatorRun.start()) {
            sell(simulator, CARTS, 1);
            simulator.rate(query(), AT_ONCE, ROUND);
            simulator.rate(EMPTY, AT_ONCE, ROUND);
            queries(report, simulator);
            checkouts(report, simulator);
            memory(report, simulator);
        }
    }

    private static void queries(Report report, SimulatorRun simulator) throws IOException, InterruptedException {
        report.note("query: ten orders with their lines and what they cost, %d at once".formatted(AT_ONCE));
        CpuShare cpu = CpuShare.since(simulator.pid());
        Samples.Pair rates = Samples.beside(
                "a second", () -> simulator.rate(query(), AT_ONCE, ROUND), () -> simulator.rate(EMPTY, AT_ONCE, ROUND));
        report.figure("queries", rates.figure(), "nothing", rates.limit());
        report.note(cpu.text("the simulator"));
        report.bar("simulator-queries-per-second", rates.figure().median(), ">=", LEAST_QUERIES);
    }

    private static void checkouts(Report report, SimulatorRun simulator) throws IOException, InterruptedException {
        report.note("checkout: a cart of one to three lines that takes stock and makes an order, routed 5 s later;"
                + " each request for one reads the 1,000 products first");
        CpuShare cpu = CpuShare.since(simulator.pid());
        Samples.Pair rates = Samples.beside(
                "a second",
                () -> simulator.rate(new Call(SHOP + "/shoppers", "{\"orders\":1}"), AT_ONCE, ROUND),
                () -> simulator.rate(EMPTY, AT_ONCE, ROUND));
        report.figure("checkouts, one a request", rates.figure(), "nothing", rates.limit());
        report.note(cpu.text("the simulator"));
        Samples batch = Samples.of("a second", () -> sell(simulator, CARTS / 4, 2));
        report.figure("checkouts, 5,000 a request", batch);
        report.bar("simulator-checkouts-per-second", batch.median(), ">=", LEAST_CHECKOUTS);
    }

    private static void memory(Report report, SimulatorRun simulator) throws IOException, InterruptedException {
        double orders = orders(simulator);
        for (int seed = 3; orders < ORDERS; seed++) {
            sell(simulator, CARTS, seed);
            orders = orders(simulator);
        }
        Samples resident = new Samples("MB", List.of(simulator.megabytes("VmRSS")));
        Samples peak = new Samples("MB", List.of(simulator.megabytes("VmHWM")));
        report.note("%.0f orders in the shop, the last 200,000 events kept".formatted(orders));
        report.figure("resident memory", resident);
        report.figure("resident memory, peak", peak);
        report.bar("simulator-orders", orders, ">=", ORDERS);
        report.bar("simulator-megabytes", peak.median(), "<=", MOST_MEGABYTES);
    }

    private static Call query() {
        return new Call(
                "/admin/api/2026-07/graphql.json",
                "{\"query\":\"query Orders($first: Int!) { orders(first: $first, reverse: true) { nodes { id name createdAt "
                        + "displayFinancialStatus totalPriceSet { shopMoney { amount currencyCode } } "
                        + "lineItems(first: 5) { nodes { id quantity sku variant { id } } } } } }\","
                        + "\"variables\":{\"first\":10}}");
    }

    /** Sold a second, inside the simulator. */
    private static double sell(SimulatorRun simulator, int carts, int seed) throws IOException, InterruptedException {
        String answer = simulator.send(new Call(
                SHOP + "/shoppers", "{\"orders\":%d,\"at_once\":%d,\"seed\":%d}".formatted(carts, AT_ONCE, seed)));
        return number(answer, "orders") / number(answer, "seconds");
    }

    private static double orders(SimulatorRun simulator) throws IOException, InterruptedException {
        return number(simulator.get(SHOP), "orders");
    }

    private static double number(String answer, String name) {
        Matcher found = NUMBER.matcher(answer);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return Double.parseDouble(found.group(2));
            }
        }
        throw new IllegalStateException("No " + name + " in " + answer);
    }
}
