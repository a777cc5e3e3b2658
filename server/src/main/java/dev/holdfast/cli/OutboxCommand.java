package dev.holdfast.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what has not reached Shopify, and sends or drops it by hand. */
@Command(
        name = "outbox",
        description =
                "Show what has not reached Shopify yet, and send or drop it by hand; the server may run meanwhile.",
        footer = {
            "",
            "list shows an effect a line: id, state, kind, subject, attempts, since when, and the reason if it is set aside.",
            "resend sends one again with its old key, so Shopify does it once. One of a kind that must not be repeated",
            "blindly says so in its reason: look at Shopify first, and drop it when it has happened."
        })
final class OutboxCommand implements Callable<Integer> {

    /** What to do. */
    private enum Order {
        list,
        resend,
        drop
    }

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ORDER", description = "list, resend or drop")
    private Order order = Order.list;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Of the effect, for resend and drop")
    private @Nullable String id;

    @Mixin
    private final ShopOption shop = new ShopOption();

    OutboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        shop.domain();
        var byHand = new OutboxByHand(terminal, shop);
        switch (order) {
            case list -> byHand.list();
            case resend -> byHand.resend(id);
            case drop -> byHand.drop(id);
        }
        return 0;
    }
}
