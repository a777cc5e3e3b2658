package dev.holdfast.backlog.report;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.backlog.csv.Finding;
import dev.holdfast.backlog.csv.RowTally;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.PlannedLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The report as CSV files, one a list, each whole: nothing is cut off as on a terminal. */
public final class CsvReport {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    private final BacklogReport report;

    private CsvReport(BacklogReport report) {
        this.report = report;
    }

    /**
     * Adds all lists to the files to be written.
     *
     * @param folder made if it is not there
     */
    public static void write(BacklogReport report, Path folder, WholeFiles files) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInput(folder.toString(), "is no folder to write into: " + e.getMessage(), e);
        }
        var csv = new CsvReport(report);
        files.add(folder.resolve("queue.csv"), csv::queue);
        files.add(folder.resolve("ready.csv"), csv::ready);
        files.add(folder.resolve("late.csv"), csv::late);
        files.add(folder.resolve("oversold.csv"), csv::oversold);
        files.add(folder.resolve("waiting.csv"), csv::waiting);
        files.add(folder.resolve("to-order.csv"), csv::toOrder);
        files.add(folder.resolve("deliveries.csv"), csv::deliveries);
        files.add(folder.resolve("findings.csv"), csv::findings);
        files.add(folder.resolve("rows.csv"), csv::rows);
    }

    private void queue(OutputStream out) throws IOException {
        String header = "variant,title,order,line,placed at,open,ready,uncovered,ships,expected by,told,ahead,payment,"
                + "supplies,why";
        try (CSVPrinter csv = printer(out, header)) {
            for (PlannedLine planned : report.plan().lines()) {
                LineView line = report.view(planned);
                csv.printRecord(
                        planned.line().variant().value(),
                        report.title(planned.line().variant()),
                        line.orderName(),
                        planned.line().id().value(),
                        line.order().placedAt(),
                        line.units(),
                        planned.ready(),
                        planned.uncovered(),
                        planned.shipOn(),
                        line.expectedBy(),
                        line.told() ? "yes" : "no",
                        planned.ahead(),
                        line.order().payment(),
                        supplies(planned),
                        planned.why());
            }
        }
    }

    private void ready(OutputStream out) throws IOException {
        try (CSVPrinter csv = printer(out, "order,line,variant,title,ready,open,placed at,expected by,from,payment")) {
            for (LineView line : report.ready()) {
                csv.printRecord(
                        line.orderName(),
                        line.planned().line().id().value(),
                        line.planned().line().variant().value(),
                        report.title(line.planned().line().variant()),
                        line.planned().ready(),
                        line.units(),
                        line.order().placedAt(),
                        line.expectedBy(),
                        line.readyAt(),
                        line.order().payment());
            }
        }
    }

    private void late(OutputStream out) throws IOException {
        try (CSVPrinter csv =
                printer(out, "order,line,variant,title,open,placed at,expected by,told,ships,days late,why")) {
            for (LineView line : report.late()) {
                csv.printRecord(
                        line.orderName(),
                        line.planned().line().id().value(),
                        line.planned().line().variant().value(),
                        report.title(line.planned().line().variant()),
                        line.units(),
                        line.order().placedAt(),
                        line.expectedBy(),
                        line.told() ? "yes" : "no",
                        line.shipOn(),
                        line.daysLate(),
                        line.planned().why());
            }
        }
    }

    private void oversold(OutputStream out) throws IOException {
        try (CSVPrinter csv = printer(out, "line,variant,title,units,what happened")) {
            for (Incident incident : report.oversold()) {
                csv.printRecord(
                        incident.line() == null ? null : incident.line().value(),
                        incident.variant().value(),
                        report.title(incident.variant()),
                        incident.quantity(),
                        incident.detail());
            }
        }
    }

    private void waiting(OutputStream out) throws IOException {
        try (CSVPrinter csv =
                printer(out, "variant,title,waiting units,orders,first ships,last dated ships,units without a date")) {
            for (VariantView variant : report.waiting()) {
                csv.printRecord(
                        variant.id().value(),
                        variant.title(),
                        variant.waiting(),
                        variant.waitingOrders(),
                        variant.first(),
                        variant.last(),
                        variant.undated());
            }
        }
    }

    private void toOrder(OutputStream out) throws IOException {
        try (CSVPrinter csv = printer(out, "variant,title,units,wanted since,supplier")) {
            for (VariantView variant : report.toOrder()) {
                csv.printRecord(
                        variant.id().value(),
                        variant.title(),
                        variant.uncovered(),
                        day(variant.uncoveredSince()),
                        report.supplier(variant.id()));
            }
        }
    }

    private void deliveries(OutputStream out) throws IOException {
        try (CSVPrinter csv =
                printer(out, "reference,supplier,variant,title,units,free,expected on,overdue,location,offer")) {
            for (BacklogReport.Expected row : report.expected()) {
                var inbound = row.delivery().inbound();
                csv.printRecord(
                        row.delivery().reference(),
                        row.delivery().supplier(),
                        inbound.variant().value(),
                        report.title(inbound.variant()),
                        inbound.quantity(),
                        row.free(),
                        inbound.expectedOn(),
                        report.isOverdue(inbound.expectedOn()) ? "yes" : "no",
                        inbound.location().value(),
                        inbound.offer() == null ? null : inbound.offer().value());
            }
        }
    }

    private void findings(OutputStream out) throws IOException {
        try (CSVPrinter csv = printer(out, "kind,file,line,what,done")) {
            for (Finding finding : report.backlog().findings().all()) {
                csv.printRecord(
                        finding.weight() == Finding.Weight.BAD ? "bad" : "note",
                        finding.file(),
                        finding.line() == 0 ? null : finding.line(),
                        finding.what(),
                        finding.done());
            }
        }
    }

    private void rows(OutputStream out) throws IOException {
        try (CSVPrinter csv = printer(out, "file,what became of them,reason,rows")) {
            for (RowTally tally : report.backlog().findings().tallies()) {
                csv.printRecord(tally.file(), "read", null, tally.read());
                csv.printRecord(tally.file(), "used", null, tally.used());
                for (Map.Entry<String, Long> reason : tally.nothingToDo().entrySet()) {
                    csv.printRecord(tally.file(), "nothing to do", reason.getKey(), reason.getValue());
                }
                for (Map.Entry<String, Long> reason : tally.setAside().entrySet()) {
                    csv.printRecord(tally.file(), "set aside", reason.getKey(), reason.getValue());
                }
            }
        }
    }

    private @Nullable Object day(@Nullable Instant instant) {
        return instant == null ? null : report.day(instant);
    }

    private static String supplies(PlannedLine planned) {
        return planned.pegs().stream()
                .map((Peg peg) -> peg.supply().label() + " " + peg.quantity())
                .collect(Collectors.joining(", "));
    }

    private static CSVPrinter printer(OutputStream out, String header) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(text, FORMAT);
        csv.printRecord((Object[]) header.split(",", -1));
        return csv;
    }
}
