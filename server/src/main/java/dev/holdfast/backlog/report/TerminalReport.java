package dev.holdfast.backlog.report;

import dev.holdfast.backlog.report.Table.Column;
import dev.holdfast.planner.Incident;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The report as text for a terminal. */
public final class TerminalReport {

    /** Rows of a list, where not all are asked for. */
    private static final int SOME = 10;

    private final BacklogReport report;
    private final int width;
    private final int most;
    private final StringBuilder text = new StringBuilder();

    private TerminalReport(BacklogReport report, int width, boolean all) {
        this.report = report;
        this.width = width;
        this.most = all ? Integer.MAX_VALUE : SOME;
    }

    /**
     * The whole text.
     *
     * @param width characters of a line
     * @param all whether lists are printed to their ends
     */
    public static String of(BacklogReport report, int width, boolean all) {
        var terminal = new TerminalReport(report, width, all);
        terminal.summary();
        terminal.ready();
        terminal.late();
        terminal.oversold();
        terminal.waiting();
        terminal.toOrder();
        terminal.deliveries();
        terminal.rows();
        return terminal.text.toString();
    }

    private void summary() {
        Collection<VariantView> variants = report.variants();
        long open = sum(variants, VariantView::open);
        text.append("Backlog on %s (%s): %s of %s\n\n"
                .formatted(
                        report.today(),
                        report.backlog().facts().settings().timeZone(),
                        units(open),
                        count(orders(), "order")));
        var table = new Table(Column.text(""), Column.figure("units"), Column.figure("orders"), Column.givingWay(""));
        long unpaid = sum(variants, VariantView::readyUnpaid);
        table.row(
                "Ready to ship",
                sum(variants, VariantView::ready),
                distinct(report.ready()),
                unpaid == 0 ? "" : unpaid + " of them not paid for yet");
        table.row("Late", report.late().stream().mapToLong(LineView::units).sum(), distinct(report.late()), worst());
        table.row(
                "Oversold",
                report.oversold().stream().mapToLong(Incident::quantity).sum(),
                report.oversold().size(),
                report.backlog().policyKnown() ? "" : "assumed: what is on its way may be sold");
        long undated = sum(variants, VariantView::undated);
        table.row("Waiting", sum(variants, VariantView::waiting), waitingOrders(), until(undated));
        table.row(
                "To order",
                sum(variants, VariantView::uncovered),
                "",
                count(report.toOrder().size(), "variant"));
        text.append(table.print(width));
    }

    private String worst() {
        return report.late().isEmpty()
                ? ""
                : "up to %d days later than the buyer expects"
                        .formatted(report.late().getFirst().daysLate());
    }

    private String until(long undated) {
        String without = undated == 0 ? "" : undated + " of them without a date";
        return report.variants().stream()
                .map(VariantView::last)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(date -> "until " + date + (without.isEmpty() ? "" : ", " + without))
                .orElse(without);
    }

    private void ready() {
        var table = new Table(
                Column.text("variant"), Column.givingWay("title"), Column.figure("units"), Column.figure("orders"));
        list(
                "READY TO SHIP",
                report.readyVariants(),
                table,
                variant -> table.row(variant.id().value(), variant.title(), variant.ready(), variant.readyOrders()));
    }

    private void late() {
        var table = new Table(
                Column.text("order"),
                Column.givingWay("variant"),
                Column.figure("units"),
                Column.text("expected"),
                Column.text("ships"),
                Column.figure("days late"));
        list(
                "LATE (worst first)",
                report.late(),
                table,
                line -> table.row(
                        line.orderName(),
                        report.title(line.planned().line().variant()),
                        line.units(),
                        line.expectedBy(),
                        date(line.shipOn()),
                        line.daysLate()));
    }

    private void oversold() {
        var table = new Table(
                Column.text("order"),
                Column.givingWay("variant"),
                Column.figure("units"),
                Column.text("placed on"),
                Column.text("sold past"));
        list("OVERSOLD (last come first)", report.oversold(), table, incident -> {
            LineView line = report.oversoldLine(incident.line());
            table.row(
                    line == null ? "" : line.orderName(),
                    report.title(incident.variant()),
                    incident.quantity(),
                    line == null ? "" : report.day(line.order().placedAt()),
                    line == null || line.planned().line().offer() == null
                            ? "its stock"
                            : "offer " + line.planned().line().offer().value());
        });
    }

    private void waiting() {
        var table = new Table(
                Column.text("variant"),
                Column.givingWay("title"),
                Column.figure("units"),
                Column.figure("orders"),
                Column.text("first ships"),
                Column.text("last ships"));
        list(
                "WAITING",
                report.waiting(),
                table,
                variant -> table.row(
                        variant.id().value(),
                        variant.title(),
                        variant.waiting(),
                        variant.waitingOrders(),
                        date(variant.first()),
                        variant.undated() > 0 ? "no date" : date(variant.last())));
    }

    private void toOrder() {
        var table = new Table(
                Column.text("variant"),
                Column.givingWay("title"),
                Column.figure("units"),
                Column.text("wanted since"),
                Column.text("supplier"));
        list(
                "TO ORDER",
                report.toOrder(),
                table,
                variant -> table.row(
                        variant.id().value(),
                        variant.title(),
                        variant.uncovered(),
                        variant.uncoveredSince() == null
                                ? ""
                                : variant.uncoveredSince()
                                        .atZone(report.backlog()
                                                .facts()
                                                .settings()
                                                .timeZone())
                                        .toLocalDate(),
                        report.supplier(variant.id())));
    }

    private void deliveries() {
        var table = new Table(
                Column.text("reference"),
                Column.text("variant"),
                Column.text("expected"),
                Column.figure("units"),
                Column.figure("free"),
                Column.givingWay("supplier"));
        list("ON ITS WAY", report.expected(), table, row -> {
            LocalDate on = row.delivery().inbound().expectedOn();
            table.row(
                    row.delivery().reference(),
                    row.delivery().inbound().variant().value(),
                    on == null ? "no date" : report.isOverdue(on) ? on + " overdue" : on,
                    row.delivery().inbound().quantity(),
                    row.free(),
                    row.delivery().supplier());
        });
    }

    private void rows() {
        text.append("\nROWS READ\n").append(new RowsRead(report.backlog().findings(), width).print());
    }

    private <T> void list(String heading, List<T> rows, Table table, Consumer<T> row) {
        if (rows.isEmpty()) {
            return;
        }
        rows.stream().limit(most).forEach(row);
        text.append('\n').append(heading).append('\n').append(table.print(width));
        if (rows.size() > most) {
            text.append("  … and %d more: --all, --csv DIR or --html FILE has them\n".formatted(rows.size() - most));
        }
    }

    private long orders() {
        return report.backlog().orders().values().stream()
                .map(order -> order.name())
                .distinct()
                .count();
    }

    private long waitingOrders() {
        return report.plan().lines().stream()
                .filter(line -> line.line().open() > line.ready())
                .map(line -> line.line().order())
                .distinct()
                .count();
    }

    private static long distinct(List<LineView> lines) {
        return lines.stream().map(LineView::orderName).distinct().count();
    }

    private static long sum(Collection<VariantView> variants, ToLongFunction<VariantView> units) {
        return variants.stream().mapToLong(units).sum();
    }

    private static String units(long units) {
        return count(units, "open unit");
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "no date" : date.toString();
    }
}
