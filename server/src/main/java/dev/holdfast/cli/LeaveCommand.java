package dev.holdfast.cli;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.leave.Leave;
import dev.holdfast.shopify.ShopRegistry;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what leaving Holdfast does to a shop, takes the merchant's agreement, and tells how far it is. */
@Command(
        name = "leave",
        description = "Show what leaving Holdfast does to a shop, and agree to it; the server does it meanwhile.",
        footer = {
            "",
            "Without --confirm nothing is changed. Afterwards the server takes out of the shop what is ours, through the",
            "outbox, and goes on after a restart; this command says how far it is. It is over when Shopify shows nothing of",
            "ours any more: then remove the app in Shopify's admin. Who stays after all agrees to holdfast changes again.",
            "Of a shop that removed the app first, each thing still in it is listed with the way to undo it by hand."
        })
final class LeaveCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Terminal terminal;

    @Option(names = "--confirm", description = "Agree: what is shown is done")
    private boolean confirm;

    @Mixin
    private final ShopOption shop = new ShopOption();

    LeaveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        shop.domain();
        return Beside.maintenance().withLeave(this::leave);
    }

    private int leave(ShopRegistry shops, Leave leave) {
        var chosen = shop.orDeparted(shops);
        var standing = leave.standing(chosen);
        if (!standing.installed()) {
            return byHand(leave, chosen);
        }
        if (standing.done().isPresent()) {
            terminal.say(
                    "Shopify shows nothing of ours since %s. Remove the app in Shopify's admin, or agree to holdfast"
                                    .formatted(standing.done().get())
                            + " changes to stay.");
            return 0;
        }
        if (standing.since().isPresent()) {
            terminal.say(
                    "Leaving since %s: %d of %d are taken out, %d are left. If it stands still: holdfast outbox list."
                            .formatted(
                                    standing.since().get(),
                                    Math.max(0, standing.total() - standing.left()),
                                    standing.total(),
                                    standing.left()));
            return 0;
        }
        standing.sentences().forEach(terminal::say);
        terminal.say(
                "This version puts nothing else into a shop: no selling plans, metafields, tags, policies, stock or"
                        + " locations. Webhook subscriptions end with the app. What Holdfast copied stays in its own database"
                        + " until Shopify asks to forget the shop, 48 hours after the app is removed.");
        if (confirm) {
            leave.confirm(chosen);
            terminal.say("Agreed. The server does it; holdfast leave says how far it is.");
        } else {
            terminal.say("Nothing is changed yet: holdfast leave --confirm does it.");
        }
        return 0;
    }

    private int byHand(Leave leave, ShopId chosen) {
        if (confirm) {
            throw new BadInput(
                    "--confirm", "is too late: the shop has removed Holdfast, so it cannot change it any more");
        }
        var steps = leave.byHand(chosen, MOST);
        steps.forEach(terminal::say);
        terminal.say(
                steps.isEmpty()
                        ? "The shop has removed Holdfast, and nothing of ours is in it."
                        : "The shop has removed Holdfast with these " + steps.size()
                                + " still in it. Undo them by hand, or install Holdfast again and leave with it.");
        return 0;
    }
}
