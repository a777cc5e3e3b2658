package dev.holdfast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what Holdfast would change in a shop, and takes the merchant's agreement. */
@Command(
        name = "changes",
        description = "Show what Holdfast would change in a shop first, and agree to it; the server may run meanwhile.",
        footer = {
            "",
            "Until somebody has agreed once, nothing of the shop is changed: what is decided waits in the outbox.",
            "Afterwards changes are made as they are decided; holdfast outbox list shows those that wait."
        })
final class ChangesCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Terminal terminal;

    @Option(names = "--confirm", description = "Agree: what is shown is done, and what is decided from now on")
    private boolean confirm;

    @Mixin
    private final ShopOption shop = new ShopOption();

    ChangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        shop.domain();
        Beside.maintenance().withFirstChanges((shops, changes) -> {
            var chosen = shop.of(shops);
            var waiting = changes.list(chosen, MOST);
            waiting.forEach(terminal::say);
            terminal.say(waiting.isEmpty() ? "Nothing waits to be changed." : waiting.size() + " changes wait.");
            changes.switchedOff(chosen).forEach(terminal::say);
            if (confirm) {
                changes.confirm(chosen);
                terminal.say("Agreed. They are made as fast as Shopify lets us.");
            }
            return chosen;
        });
        return 0;
    }
}
