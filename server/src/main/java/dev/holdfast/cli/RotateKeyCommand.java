package dev.holdfast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the key that seals secrets. */
@Command(
        name = "rotate-key",
        description = "Make a new key and seal every secret again with it; the server may run meanwhile.",
        footer = {
            "",
            "The key before still opens what it sealed until the next rotation.",
            "Processes on other machines need a copy of the new key file at once.",
            "When the setting secrets.keys gives the keys: --print, set what it prints, start all again, --seal-again."
        })
final class RotateKeyCommand implements Callable<Integer> {

    private final Terminal terminal;

    /** At most one of them. */
    private static final class Way {

        @Option(names = "--print", description = "Print the setting secrets.keys with a new key; change nothing")
        private boolean print;

        @Option(names = "--seal-again", description = "Seal every secret again with the present key")
        private boolean sealAgain;
    }

    @ArgGroup
    private Way way = new Way();

    RotateKeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var maintenance = Beside.maintenance();
        if (way.print) {
            terminal.say(maintenance.nextKeys());
        } else {
            int sealed = way.sealAgain ? maintenance.sealAgain() : maintenance.rotateKey();
            terminal.say(sealed + " secrets sealed again. Keep a copy of the key where the backups are not.");
        }
        return 0;
    }
}
