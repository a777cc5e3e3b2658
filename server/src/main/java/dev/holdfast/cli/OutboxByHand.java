package dev.holdfast.cli;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.outbox.OutboxDesk;
import dev.holdfast.shopify.outbox.OutboxDesk.Answer;
import dev.holdfast.shopify.outbox.OutboxDesk.Open;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out what the command {@code outbox} is asked. */
final class OutboxByHand {
    private static final Listing LISTING = new Listing("nothing waits", "waits", "wait");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Terminal terminal;
    private final ShopOption shop;

    OutboxByHand(Terminal terminal, ShopOption shop) {
        this.terminal = terminal;
        this.shop = shop;
    }

    void list() {
        Beside.maintenance().withOutbox((shops, desk) -> {
            for (var one : shop.orAll(shops, terminal)) {
                terminal.say(shops.domain(one).value());
                LISTING.say(terminal, desk.list(one, Listing.WANTED), OutboxByHand::line);
            }
            return shops;
        });
    }

    void resend(@Nullable String id) {
        order(id, OutboxDesk::resend, "is sent again as soon as its turn comes");
    }

    void drop(@Nullable String id) {
        order(id, OutboxDesk::drop, "is dropped");
    }

    private interface Order {
        Answer give(OutboxDesk desk, ShopId shop, UUID id);
    }

    private void order(@Nullable String text, Order order, String said) {
        if (text == null || !ID.matcher(text).matches()) {
            throw new BadInput("ID", "must be the id of an effect, as holdfast outbox list shows it");
        }
        var id = UUID.fromString(text);
        var answer = Beside.maintenance().withOutbox((shops, desk) -> order.give(desk, shop.of(shops), id));
        switch (answer) {
            case OK -> terminal.say(text + " " + said);
            case NOT_OPEN ->
                throw new BadInput(text, "is no open effect of this shop; holdfast outbox list shows them");
            case UNDER_WAY -> throw new BadInput(text, "is being sent this moment; ask again in half a minute");
        }
    }

    private static String line(Open effect) {
        return "%s  %s  %s  %s  %d attempts  since %s%s"
                .formatted(
                        effect.id(),
                        effect.state().name().toLowerCase(Locale.ROOT),
                        effect.kind(),
                        effect.subject(),
                        effect.attempts(),
                        Listing.time(effect.createdAt()),
                        effect.reason().map(reason -> "  " + reason).orElse(""));
    }
}
