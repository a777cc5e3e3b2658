package dev.holdfast.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a backup. */
@Command(
        name = "backup",
        description = "Write all there is, as of one instant, into a new file; the server may run meanwhile.",
        footer = {
            "",
            "The data are those of the folder HOLDFAST_HOME names, else of ~/.holdfast.",
            "The key that opens sealed secrets is not in the file: keep a copy of secret.key as well, in another place."
        })
final class BackupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The new file")
    private Path file = Path.of("");

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.say(Beside.maintenance().backup(file, terminal.clock()));
        return 0;
    }
}
