package dev.holdfast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares what we know of a shop with what Shopify has. */
@Command(
        name = "reconcile",
        description = "Compare what Holdfast knows of a shop with what Shopify has; the server may run meanwhile.",
        footer = {
            "",
            "Compares locations, products and variants with their policies, prices of selling plans, stock in all states, and",
            "open orders with their lines, fulfillment orders and holds, as of one instant. Each difference is a line with its",
            "cause where it shows. Orders that were marked as paid without a transaction are told too: no repair changes them.",
            "Ends with 0 when nothing differs or all was repaired, and with 1 otherwise."
        })
final class ReconcileCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--repair", description = "Read what differs again from Shopify, and compare once more")
    private boolean repair;

    @Mixin
    private final ShopOption shop = new ShopOption();

    ReconcileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var domain = shop.domain();
        var done = Beside.maintenance().reconcile(domain, repair);
        done.differences().forEach(difference -> terminal.say(difference.toString()));
        terminal.say("%d things compared as of %s: %d differ%s."
                .formatted(
                        done.compared(),
                        done.asOf(),
                        done.differences().size() - done.byHand(),
                        repair ? ", %d of them are repaired".formatted(done.repaired()) : ""));
        return done.left() == 0 ? 0 : 1;
    }
}
