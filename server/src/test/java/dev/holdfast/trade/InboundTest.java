package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.inbox.WebhookHandler;
import dev.holdfast.simulator.shop.Shipments.NewShipment;
import dev.holdfast.simulator.shop.Transfers.Line;
import dev.holdfast.simulator.shop.Transfers.NewTransfer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Goods on their way, told by webhooks of transfers and shipments. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InboundTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    private static TradingShop trading;

    @BeforeAll
    static void open() throws InterruptedException {
        trading = new TradingShop(DATABASE, folder.resolve("home"));
        trading.awaitImport();
        trading.awaitSubscriptions();
    }

    @AfterAll
    static void close() {
        trading.close();
    }

    private static void awaitIncoming(long item, int units) throws InterruptedException {
        trading.pass(Duration.ofMinutes(1));
        trading.awaitRead();
        TradingShop.await(units + " units are incoming here", () -> incoming(item) == units);
    }

    private static long incoming(long item) {
        return trading.count("select coalesce(sum(incoming), 0) from stock_level where inventory_item_id = " + item);
    }

    @Test
    void what_is_coming_is_known_as_shopify_knows_it() throws InterruptedException {
        var to = trading.shop.locations().all().all().findFirst().orElseThrow();
        var item = trading.shop
                .catalog()
                .variants()
                .all()
                .findFirst()
                .orElseThrow()
                .item();
        int before = Math.toIntExact(incoming(item.number()));
        var transfer = trading.shop
                .transfers()
                .createReady(NewTransfer.to(to.id(), new Line(item, 12)))
                .value();
        var shipment = trading.shop
                .shipments()
                .createInTransit(NewShipment.of(transfer.id(), new Line(item, 12)))
                .value();
        awaitIncoming(item.number(), before + 12);
        assertThat(trading.shop.shipments().receiveAll(shipment.id(), true).errors())
                .isEmpty();
        awaitIncoming(item.number(), before);
        assertThat(trading.count("select count(*) from webhook_set_aside")).isZero();
    }

    @Test
    void every_topic_that_is_subscribed_to_is_handled() {
        var handled = trading.server().parts(WebhookHandler.class).stream()
                .flatMap(handler -> handler.topics().stream())
                .map(topic -> topic.replace('/', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var subscribed =
                trading.texts("select distinct subject from outbox where kind = 'shopify.subscription'").stream()
                        .map(subject -> subject.replace("webhook ", ""))
                        .toList();
        assertThat(subscribed).hasSizeGreaterThan(30).isSubsetOf(handled);
    }
}
