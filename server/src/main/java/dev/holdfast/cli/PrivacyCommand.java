package dev.holdfast.cli;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.privacy.PrivacyRequests;
import dev.holdfast.shop.privacy.PrivacyRequests.DataRequest;
import dev.holdfast.shop.privacy.PrivacyRequests.Kept;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows which buyers asked what is known of them, and what that is. */
@Command(
        name = "privacy",
        description = "Answer buyers who ask what is known of them; the server may run meanwhile.",
        footer = {
            "",
            "list shows a request a line: id, customer, received, to be answered until.",
            "show prints all that is kept of that person, as JSON: send it to them.",
            "close takes a request off the list once it is answered; who asked is then forgotten.",
            "Who asks to be forgotten is forgotten at once, without anybody's help."
        })
final class PrivacyCommand implements Callable<Integer> {

    /** What to do. */
    private enum Order {
        list,
        show,
        close
    }

    private static final Listing LISTING = new Listing("nobody waits", "waits", "wait");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ORDER", description = "list, show or close")
    private Order order = Order.list;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Of the request, for show and close")
    private @Nullable String id;

    @Mixin
    private final ShopOption shop = new ShopOption();

    PrivacyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        shop.domain();
        Beside.maintenance().withPrivacy((shops, requests) -> {
            switch (order) {
                case list -> list(shops, requests);
                case show -> show(requests, shop.of(shops));
                case close -> close(requests, shop.of(shops));
            }
            return shops;
        });
        return 0;
    }

    private void list(ShopRegistry shops, PrivacyRequests requests) {
        for (ShopId one : shop.orAll(shops, terminal)) {
            ShopDomain domain = shops.domain(one);
            terminal.say(domain.value());
            LISTING.say(terminal, requests.open(one), PrivacyCommand::line);
        }
    }

    private static String line(DataRequest request) {
        return "%s  customer %s  received %s  until %s"
                .formatted(
                        request.id(),
                        request.customer().map(String::valueOf).orElse("unknown"),
                        Listing.time(request.receivedAt()),
                        Listing.time(request.answerBy()));
    }

    private void show(PrivacyRequests requests, ShopId one) {
        DataRequest request = requests.open(one).stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(this::unknown);
        List<Kept> kept = requests.answer(one, request);
        terminal.say(JSON.writeValueAsString(Map.of(
                "request", request.id(),
                "customer", request.customer().map(String::valueOf).orElse("unknown"),
                "orders", request.orders(),
                "kept", kept)));
    }

    private void close(PrivacyRequests requests, ShopId one) {
        if (id == null || !requests.close(one, id)) {
            throw unknown();
        }
        terminal.say(id + " is closed");
    }

    private BadInput unknown() {
        return new BadInput("ID", "must be an open request, as holdfast privacy list shows it");
    }
}
