package dev.holdfast.cli;

import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.inbox.InboxDesk;
import dev.holdfast.shopify.inbox.InboxDesk.SetAside;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows webhooks that could not be handled, and has them handled again. */
@Command(
        name = "inbox",
        description =
                "Show webhooks that could not be handled, and have them handled again; the server may run meanwhile.",
        footer = {
            "",
            "Shows a webhook a line: id, topic, when it came, when it was set aside, and why; never what is in it, which may",
            "tell of a person. Retry when what kept it from being handled is mended, as after an upgrade; one that fails",
            "again is set aside again. What a webhook would have told is also found by holdfast reconcile."
        })
final class InboxCommand implements Callable<Integer> {
    private static final Listing LISTING = new Listing("nothing is set aside", "is set aside", "are set aside");
    private static final String ALL = "all";

    private final Terminal terminal;

    @Option(names = "--retry", paramLabel = "ID|all", description = "Have this one handled again, or all there are")
    private @Nullable String retry;

    @Mixin
    private final ShopOption shop = new ShopOption();

    InboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        shop.domain();
        Beside.maintenance().withInbox((shops, desk) -> {
            if (retry == null) {
                list(shops, desk);
            } else if (retry.equals(ALL)) {
                retryAll(shops, desk);
            } else {
                retry(shops, desk, retry);
            }
            return shops;
        });
        return 0;
    }

    private void list(ShopRegistry shops, InboxDesk desk) {
        for (var one : shop.orAll(shops, terminal)) {
            terminal.say(shops.domain(one).value());
            LISTING.say(terminal, desk.list(one, Listing.WANTED), InboxCommand::line);
        }
    }

    private void retryAll(ShopRegistry shops, InboxDesk desk) {
        for (var one : shop.orAll(shops, terminal)) {
            terminal.say(shops.domain(one) + ": " + desk.retryAll(one) + " are handled again");
        }
    }

    private void retry(ShopRegistry shops, InboxDesk desk, String id) {
        switch (desk.retry(shop.of(shops), id)) {
            case OK -> terminal.say(id + " is handled again as soon as its turn comes");
            case NOT_THERE -> throw new BadInput(id, "is not set aside in this shop; holdfast inbox shows what is");
            case EMPTY ->
                throw new BadInput(id, "told of somebody who asked to be forgotten, and has no contents any more");
        }
    }

    private static String line(SetAside webhook) {
        return "%s  %s  came %s  set aside %s  %s"
                .formatted(
                        webhook.webhookId(),
                        webhook.topic(),
                        Listing.time(webhook.receivedAt()),
                        Listing.time(webhook.setAsideAt()),
                        webhook.why());
    }
}
