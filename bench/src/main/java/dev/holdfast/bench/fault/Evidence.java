package dev.holdfast.bench.fault;

import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the program, its database and the shop know of orders about which they disagree. */
final class Evidence {
    private static final Pattern ORDER = Pattern.compile("order (#[0-9]+)");
    // A run that lost something loses it in one place: a few tell as much as all.
    private static final int MOST_ORDERS = 10;
    private static final int PAGE = 250;

    private final Program program;
    private final Toys toys;
    private final Deliveries deliveries;

    Evidence(Program program, Toys toys, Deliveries deliveries) {
        this.program = program;
        this.toys = toys;
        this.deliveries = deliveries;
    }

    /** An order by Shopify's name and number, and its fulfillment orders. */
    private record Order(String name, long id, Set<Long> fulfillmentOrders) {
        Set<Long> all() {
            var all = new TreeSet<>(fulfillmentOrders);
            all.add(id);
            return all;
        }

        /** As a part of a pattern of PostgreSQL. */
        String pattern() {
            return all().stream().map(String::valueOf).collect(Collectors.joining("|", "\\m(", ")\\M"));
        }
    }

    /** Of all orders that {@code differences} names, and of webhooks that were acknowledged and are not there. */
    void tell(Set<String> lost, String differences, Report report)
            throws IOException, InterruptedException, SQLException {
        for (var line : deliveries.with(lost)) {
            report.note("acknowledged and not there: " + line);
        }
        var names = new TreeSet<String>();
        ORDER.matcher(differences).results().forEach(found -> names.add(found.group(1)));
        say(report, "turns", "select t::text from shop_turn t");
        say(report, "announced", "select t::text from turn_announcement t");
        say(report, "inbox", "select format('%s %s', topic, received_at) from webhook_inbox order by seq limit 20");
        say(report, "hints", "select t::text from refresh t order by due_at limit 20");
        say(report, "set aside", """
                select format('%s: %s %s, %s to %s', count(*), topic, left(max(reason), 300), min(received_at), max(received_at))
                from webhook_set_aside group by topic, cause""");
        for (var name : names.stream().limit(MOST_ORDERS).toList()) {
            tell(order(name), report);
        }
    }

    private void tell(Order order, Report report) throws IOException, InterruptedException, SQLException {
        report.note("%s is order %d with fulfillment orders %s"
                .formatted(order.name(), order.id(), order.fulfillmentOrders()));
        var tries = deliveries.naming(order.all());
        tries.forEach(line -> report.note("  the shop: " + line));
        var ids = tries.stream()
                .map(line -> line.replaceAll(".* webhook (\\S+) of .*", "$1"))
                .distinct()
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(",", "(", ")"));
        if (!tries.isEmpty()) {
            say(
                    report,
                    "  seen",
                    "select format('%s %s', webhook_id, seen_at) from webhook_seen where webhook_id in " + ids);
        }
        for (var table : List.of("webhook_inbox", "webhook_set_aside")) {
            say(report, "  " + table, "select t::text from " + table + " t where body ~ '" + order.pattern() + "'");
        }
        say(report, "  copy", """
                select format('%s, read %s, updated %s, gone %s', name, read_at, updated_at, gone_at)
                from customer_order where order_id =""" + " " + order.id());
        say(report, "  hints", "select t::text from refresh t where object_id::text ~ '" + order.pattern() + "'");
        say(report, "  effects", "select t::text from outbox t where t::text ~ '" + order.pattern() + "'");
    }

    private void say(Report report, String what, String query) throws IOException, SQLException {
        var rows = program.ask(query);
        report.note("%s: %s".formatted(what, rows.isEmpty() ? "none" : String.join("\n      ", rows)));
    }

    private Order order(String name) throws IOException, InterruptedException {
        long after = 0;
        while (true) {
            var page = toys.get("/simulator/shops/" + Toys.SHOP + "/orders?limit=" + PAGE + "&after=" + after)
                    .path("orders");
            for (var one : page) {
                after = one.path("id").asLong();
                if (one.path("name").asString().equals(name)) {
                    return new Order(name, after, fulfillmentOrders(after));
                }
            }
            if (page.size() < PAGE) {
                throw new IllegalStateException("The shop has no order " + name);
            }
        }
    }

    private Set<Long> fulfillmentOrders(long order) throws IOException, InterruptedException {
        var found = new TreeSet<Long>();
        long after = 0;
        while (true) {
            var page = toys.get(
                            "/simulator/shops/" + Toys.SHOP + "/fulfillment_orders?limit=" + PAGE + "&after=" + after)
                    .path("fulfillment_orders");
            for (var one : page) {
                after = one.path("id").asLong();
                if (one.path("order_id").asLong() == order) {
                    found.add(after);
                }
            }
            if (page.size() < PAGE) {
                return found;
            }
        }
    }
}
