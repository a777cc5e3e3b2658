package dev.holdfast.cli;

import dev.holdfast.backlog.Backlog;
import dev.holdfast.backlog.BacklogFiles;
import dev.holdfast.backlog.BacklogReader;
import dev.holdfast.backlog.ShopSettings;
import dev.holdfast.backlog.csv.Finding;
import dev.holdfast.backlog.csv.Findings;
import dev.holdfast.backlog.report.BacklogReport;
import dev.holdfast.backlog.report.CsvReport;
import dev.holdfast.backlog.report.HtmlReport;
import dev.holdfast.backlog.report.JsonReport;
import dev.holdfast.backlog.report.TerminalReport;
import dev.holdfast.backlog.report.WholeFiles;
import dev.holdfast.planner.Planner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans a merchant's whole backlog from the files Shopify exports. */
@Command(name = "backlog", description = "Read a shop's own exports, and say who gets which unit, and when.")
final class BacklogCommand implements Callable<Integer> {

    private static final int MOST_COMPLAINTS = 20;
    private static final int NARROWEST = 80;
    private static final int WIDEST = 160;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder with the exports, by Shopify's names")
    private @Nullable Path folder;

    @Option(names = "--orders", paramLabel = "FILE", arity = "1..*", description = "Orders exports")
    private List<Path> orders = List.of();

    @Option(names = "--inventory", paramLabel = "FILE", arity = "1..*", description = "Inventory exports")
    private List<Path> inventory = List.of();

    @Option(names = "--inbound", paramLabel = "FILE", description = "Expected deliveries (docs/backlog.md)")
    private @Nullable Path inbound;

    @Option(names = "--products", paramLabel = "FILE", arity = "1..*", description = "Products exports")
    private List<Path> products = List.of();

    @Option(names = "--settings", paramLabel = "FILE", description = "Calendar, policies and offers (docs/backlog.md)")
    private @Nullable Path settings;

    @Option(names = "--as-of", paramLabel = "DAY", description = "Plan as of this day or instant instead of now")
    private @Nullable String asOf;

    @Option(names = "--csv", paramLabel = "DIR", description = "Write every list whole, as CSV files")
    private @Nullable Path csv;

    @Option(names = "--html", paramLabel = "FILE", description = "Write one page with everything, for a browser")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print the plan as JSON instead, as holdfast plan does")
    private boolean json;

    @Option(names = "--all", description = "Print every list to its end")
    private boolean all;

    @Option(names = "--strict", description = "End at the first bad row")
    private boolean strict;

    BacklogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            return run();
        } catch (dev.holdfast.backlog.csv.BadInput bad) {
            throw new BadInput(bad.place(), bad.what(), bad);
        }
    }

    private int run() {
        BacklogFiles files = files();
        ShopSettings shop = BacklogReader.settings(files.settings());
        var progress = new ReadingProgress(terminal.err(), terminal.clock());
        var findings = new Findings(strict);
        Backlog backlog = BacklogReader.read(files, shop, now(shop), findings, progress);
        progress.planning(backlog.facts().demand().size());
        var report = new BacklogReport(backlog, Planner.plan(backlog.facts()));
        try (var output = new WholeFiles()) {
            if (csv != null) {
                CsvReport.write(report, csv, output);
            }
            if (html != null) {
                output.add(html, out -> HtmlReport.write(report, out));
            }
            output.finish();
        }
        complain(findings);
        if (json) {
            JsonReport.write(report, terminal.stream());
        } else {
            terminal.print(TerminalReport.of(report, width(), all).getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    private Instant now(ShopSettings shop) {
        if (asOf != null) {
            return BacklogReader.instant("--as-of", asOf, shop);
        }
        return shop.asOf() == null ? terminal.clock().instant() : shop.asOf();
    }

    /** The first bad rows; the report counts all, and --csv writes all. */
    private void complain(Findings findings) {
        List<Finding> bad = findings.all().stream()
                .filter(finding -> finding.weight() == Finding.Weight.BAD)
                .limit(MOST_COMPLAINTS)
                .toList();
        for (Finding finding : bad) {
            terminal.complain(finding.place(), finding.what() + "; " + finding.done());
        }
        if (findings.badCount() > bad.size()) {
            terminal.complain(
                    "%d more bad rows".formatted(findings.badCount() - bad.size()), "--csv DIR writes them all");
        }
    }

    /** As wide as the terminal says, within what a table can bear. */
    private static int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[0-9]{1,4}")
                ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST)
                : NARROWEST;
    }

    private BacklogFiles files() {
        if (folder != null) {
            BacklogFiles found = BacklogFiles.in(folder);
            return new BacklogFiles(
                    orders.isEmpty() ? found.orders() : orders,
                    inventory.isEmpty() ? found.inventory() : inventory,
                    inbound == null ? found.inbound() : inbound,
                    products.isEmpty() ? found.products() : products,
                    settings == null ? found.settings() : settings);
        }
        if (orders.isEmpty() || inventory.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "DIR is missing, or --orders and --inventory are");
        }
        return new BacklogFiles(orders, inventory, inbound, products, settings);
    }
}
