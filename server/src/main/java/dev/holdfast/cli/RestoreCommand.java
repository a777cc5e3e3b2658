package dev.holdfast.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Restores a backup. */
@Command(
        name = "restore",
        description = "Fill an empty home folder from a file that backup wrote, and check it.",
        footer = {
            "",
            "The folder is the one HOLDFAST_HOME names, else ~/.holdfast; it must hold no data yet.",
            "Copy holdfast.properties and secret.key there first, from where you keep copies of them."
        })
final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file that backup wrote")
    private Path file = Path.of("");

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Beside.maintenance().restore(file, terminal::say);
        terminal.say(
                "Restored, and every table found equal to the backup's. Next: holdfast doctor, then holdfast serve.");
        return 0;
    }
}
