package dev.holdfast.cli;

import dev.holdfast.planfile.PlanFile;
import dev.holdfast.planfile.PlanResult;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans a file of facts and events, or one on each line of standard input. */
@Command(
        name = "plan",
        description = "Read facts and events as JSON, and print who gets which unit, and when, as JSON.",
        footer = {
            "",
            "Bad input ends it with exit code 2 and one line that names the place.",
            "With --lines it gives {\"error\": \"PLACE: reason\"} on its line instead, and the run goes on."
        })
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The plan file; - for standard input")
    private @Nullable String file;

    @Option(
            names = "--lines",
            description = "Read a plan file from each line of standard input, and print each result on a line")
    private boolean lines;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (lines) {
            if (file != null && !file.equals("-")) {
                throw new ParameterException(spec.commandLine(), "--lines reads standard input, not a FILE");
            }
            return new PlanLines(terminal).run();
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "FILE is missing (- is standard input)");
        }
        byte[] document = Source.read(file, terminal.in());
        terminal.print(PlanResult.pretty(
                PlanFile.read(document, 1, terminal.clock().instant()).plan()));
        return 0;
    }
}
