package dev.holdfast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks whether all is well. */
@Command(
        name = "doctor",
        description = "Show every setting in force, and look at folder, database, key and all that waits.",
        footer = {"", "Exit code 0 when all is well, 1 when something is not."})
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Beside.maintenance().doctor(terminal::say) ? 0 : 1;
    }
}
