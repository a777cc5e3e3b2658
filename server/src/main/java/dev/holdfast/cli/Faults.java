package dev.holdfast.cli;

import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.platform.Refusal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command ends that could not do what it was asked: one line says what and where. */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final int DONE = 0;
    private static final int OURS = 1;
    private static final int BAD_INPUT = 2;

    private final Terminal terminal;

    Faults(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain(command, what(wrong) + " (see " + command + " --help)");
        return BAD_INPUT;
    }

    private static String what(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() -> missing(missing.getMissing().getFirst());
            default -> {
                ArgSpec argument = wrong.getArgSpec();
                yield argument != null && argument.type().isEnum() && wrong.getValue() != null
                        ? "\"%s\" is not %s".formatted(OneLine.of(wrong.getValue(), 60), argument.description()[0])
                        : String.valueOf(wrong.getMessage());
            }
        };
    }

    private static String missing(ArgSpec argument) {
        String description = argument.description().length == 0 ? "" : ": " + argument.description()[0];
        return argument instanceof OptionSpec option
                ? "%s wants %s after it%s".formatted(option.longestName(), option.paramLabel(), description)
                : "%s is missing%s".formatted(argument.paramLabel(), description);
    }

    private static String unknown(UnmatchedArgumentException wrong) {
        String argument = wrong.getUnmatched().getFirst();
        String kind = argument.startsWith("-")
                ? "option"
                : wrong.getCommandLine().getSubcommands().isEmpty() ? "further argument" : "command";
        // Picocli calls any word alike that has a few letters in common.
        List<String> meant = wrong.getSuggestions().stream()
                .filter(word -> word.charAt(0) == argument.charAt(0))
                .toList();
        return "no %s \"%s\" is known here".formatted(kind, OneLine.of(argument, 60))
                + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?");
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        switch (fault) {
            case BadInput bad -> terminal.complain(bad.place(), bad.reason());
            case InvalidFacts bad -> terminal.complain(bad.place(), bad.reason());
            case Refusal refusal ->
                refusal.problems().forEach(problem -> terminal.complain(problem.place(), problem.reason()));
            case OutputLost lost -> {
                if (lost.readerLeft()) {
                    return DONE;
                }
                terminal.complain("standard output", String.valueOf(lost.getMessage()));
            }
            default -> {
                fault.printStackTrace(terminal.err());
                return OURS;
            }
        }
        return BAD_INPUT;
    }
}
