package dev.holdfast.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The door of the program: finds the command and runs it.
 *
 * <p>Every command is loaded at every start, so what a command needs must not be loaded before the command runs.
 */
@Command(
        name = "holdfast",
        description = "Pre-orders and backorders: who gets which unit, and when.",
        // The simulator is a program of its own, which the launcher starts.
        footer = {
            "",
            "holdfast COMMAND --help says what a command does.",
            "holdfast simulator starts a Shopify shop to run against; holdfast simulator --help"
        },
        versionProvider = Version.class)
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this",
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version")
    boolean version;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Terminal.standard(), arguments));
    }

    /** Runs a command; 0 when it did what it was asked, 2 after bad input or wrong arguments, 1 after a fault of ours. */
    static int run(Terminal terminal, String... arguments) {
        // Looked for at every start otherwise, and none of ours is written in Groovy.
        System.setProperty("picocli.disable.closures", "true");
        Faults faults = new Faults(terminal);
        return new CommandLine(new Main())
                .addSubcommand(new PlanCommand(terminal))
                .addSubcommand(new BacklogCommand(terminal))
                .addSubcommand(new SampleCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new ChangesCommand(terminal))
                .addSubcommand(new LeaveCommand(terminal))
                .addSubcommand(new ReconcileCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new BackupCommand(terminal))
                .addSubcommand(new RestoreCommand(terminal))
                .addSubcommand(new RotateKeyCommand(terminal))
                .addSubcommand(new InboxCommand(terminal))
                .addSubcommand(new OutboxCommand(terminal))
                .addSubcommand(new PrivacyCommand(terminal))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
