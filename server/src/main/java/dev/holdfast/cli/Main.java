package dev.holdfast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door of the program: finds the command and runs it. */
@Command(name = "holdfast", description = "Pre-orders and backorders: who gets which unit, and when.")
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
